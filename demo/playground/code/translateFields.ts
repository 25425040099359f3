import { LOCALES } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { isRecord } from './Found'
import type { Difference } from './Pasted'

type Fields = Readonly<Record<string, unknown>>

/** Gives the fields under the vendor's current names, and says which were renamed. */
export function translateFields(fields: Fields, differences: Difference[]): Fields {
  return [translateFilter, translateDevices, translateLocale].reduce(
    (current, translate) => translate(current, differences),
    fields,
  )
}

/** `property_listing_filter` was an object of facts. The vendor removed it in February 2026. */
function translateFilter(
  { property_listing_filter: facts, ...fields }: Fields,
  differences: Difference[],
): Fields {
  if (facts === undefined) return fields
  if (!isRecord(facts)) return { ...fields, property_listing_filter: facts }
  const filters = Object.entries(facts).map(([field, value]) => ({ field, operation: '=', value }))
  const present = fields.customer_resources_filters
  differences.push(
    createDifference(
      'translated',
      'property_listing_filter',
      'The vendor replaced it with `customer_resources_filters`, a list with one condition for each fact.',
      'property_listing_filter',
    ),
  )
  return {
    ...fields,
    customer_resources_filters: Array.isArray(present)
      ? [...(present as unknown[]), ...filters]
      : (present ?? filters),
  }
}

/** `features.manage_devices` is the older name of `features.manage`. Where both stand, the portal hides what either hides. */
function translateDevices(fields: Fields, differences: Difference[]): Fields {
  if (!isRecord(fields.features)) return fields
  const { manage_devices: older, ...features } = fields.features
  const { manage } = features
  if (!isRecord(older) || (manage !== undefined && !isRecord(manage))) return fields
  differences.push(
    createDifference(
      'translated',
      'features.manage_devices',
      'The vendor replaced it with `features.manage`, which also covers reservations, staff and events.',
      'features.manage_devices',
    ),
  )
  const exclude = older.exclude === true ? { exclude: true } : {}
  return { ...fields, features: { ...features, manage: { ...older, ...manage, ...exclude } } }
}

/** The vendor knows ten languages by their full tags. */
function translateLocale(fields: Fields, differences: Difference[]): Fields {
  const { locale } = fields
  if (typeof locale !== 'string' || (LOCALES as readonly string[]).includes(locale)) return fields
  const language = /^[a-z]{2}(?=$|[-_])/i.exec(locale)?.[0].toLowerCase()
  const closest = LOCALES.find((one) => language !== undefined && one.startsWith(language))
  if (!closest) return fields
  differences.push(
    createDifference('translated', 'locale', `The vendor’s tag for this language is \`${closest}\`.`, locale),
  )
  return { ...fields, locale: closest }
}
