import { Ajv } from 'ajv'
import type { OpenApiNode } from './openApi'

/** Makes a validator that knows nothing of our schemas: the vendor's text, read by a JSON-Schema library. */
export function jsonSchemaVerdict(node: OpenApiNode): (body: unknown) => boolean {
  const ajv = new Ajv({
    strict: false,
    formats: {
      uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
      'date-time': isDateTime,
      float: true,
    },
  })
  return ajv.compile(toDraft7(node))
}

/** OpenAPI 3.0 says two things in its own way: `nullable`, and `exclusiveMinimum` as a boolean. */
function toDraft7(node: OpenApiNode): Record<string, unknown> {
  const {
    nullable,
    minimum,
    exclusiveMinimum,
    properties,
    items,
    additionalProperties,
    oneOf,
    allOf,
    ...rest
  } = node
  const schema: Record<string, unknown> = { ...rest }
  if (minimum !== undefined) schema[exclusiveMinimum ? 'exclusiveMinimum' : 'minimum'] = minimum
  if (items) schema.items = toDraft7(items)
  if (additionalProperties) schema.additionalProperties = toDraft7(additionalProperties)
  if (oneOf) schema.oneOf = oneOf.map(toDraft7)
  if (allOf) schema.allOf = allOf.map(toDraft7)
  if (properties) {
    schema.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, toDraft7(property)]),
    )
  }
  // Beside oneOf there is no type to add null to.
  return nullable ? { anyOf: [{ type: 'null' }, schema] } : schema
}

// A round trip through the calendar finds the days and hours that do not exist.
function isDateTime(value: string): boolean {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value)
  if (!match) return false
  const time = new Date(`${match[1]}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(match[1] ?? '')
}
