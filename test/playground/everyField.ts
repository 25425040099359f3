import { type AnySchema, shapeOf } from '../../demo/playground/code/shapeOf'
import { PortalOptions } from '../../src/schemas/index'

/** The vendor's defaults, apart from `false` for every boolean. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  navigation_mode: 'full',
  'features.manage.events.allowed_events': [],
  customer_resources_filters: [],
}

/**
 * Spells out what options mean to the vendor: every field with its value or its default. Equal results mean equal
 * portals. `isEmbedded` is the default of `is_embedded`.
 */
export function everyField(options: PortalOptions, isEmbedded: boolean): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  fill(options, PortalOptions, '')
  // The older name: the portal hides what either name hides.
  const hidden = fields['features.manage_devices.exclude'] || fields['features.manage.exclude']
  delete fields['features.manage_devices.exclude']
  return { ...fields, 'features.manage.exclude': hidden, is_embedded: options.is_embedded ?? isEmbedded }

  function fill(value: unknown, schema: AnySchema, path: string): void {
    const shape = shapeOf(schema)
    if (!shape) {
      fields[path] = value ?? DEFAULTS[path] ?? (isBoolean(schema) ? false : undefined)
      return
    }
    for (const [name, field] of Object.entries(shape)) {
      fill((value as Record<string, unknown> | undefined)?.[name], field, path ? `${path}.${name}` : name)
    }
  }
}

function isBoolean(schema: AnySchema): boolean {
  return JSON.stringify(schema._zod.def).includes('"type":"boolean"')
}
