import { Ajv } from 'ajv'
import type { OpenApiNode } from './openApi'

/** Makes a validator from the vendor's text with a JSON-Schema library. It does not use our schemas. */
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

/** Rewrites what OpenAPI 3.0 has and JSON Schema has not: `nullable`, and `exclusiveMinimum` as a boolean. */
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
  // A node with oneOf has no type, so null becomes another branch.
  return nullable ? { anyOf: [{ type: 'null' }, schema] } : schema
}

// Date moves a day or an hour that does not exist, so the text changes when it is written again.
function isDateTime(value: string): boolean {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value)
  if (!match) return false
  const time = new Date(`${match[1]}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(match[1] ?? '')
}
