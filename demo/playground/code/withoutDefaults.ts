import { PortalOptions } from '../../../src/schemas/index'
import { type AnySchema, shapeOf } from './shapeOf'

/**
 * Leaves out what the vendor does anyway: `false`, `full`, an empty object, a list that limits nothing. Every field is
 * in the order of the schema, so equal options print equal code.
 *
 * `is_embedded` stays, because its default depends on where the portal is shown. Fields that are not of
 * `PortalOptions`, such as `customer_data`, are left out.
 */
export function withoutDefaults(options: PortalOptions): PortalOptions {
  return stated(options, PortalOptions, '') ?? {}
}

/** Whether the vendor reads this value of a field, by the field's last name, as it reads a missing field. */
export function isDefault(name: string, value: unknown): boolean {
  if (value === false) return name !== 'is_embedded'
  if (name === 'navigation_mode') return value === 'full'
  return (
    ['allowed_events', 'customer_resources_filters'].includes(name) &&
    Array.isArray(value) &&
    value.length === 0
  )
}

function stated(value: unknown, schema: AnySchema, name: string): unknown {
  const shape = shapeOf(schema)
  if (!shape || typeof value !== 'object' || value === null) return isDefault(name, value) ? undefined : value
  const fields = Object.entries(shape).flatMap(([name, field]) => {
    const one = Object.hasOwn(value, name)
      ? stated((value as Record<string, unknown>)[name], field, name)
      : undefined
    return one === undefined ? [] : [[name, one] as const]
  })
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}
