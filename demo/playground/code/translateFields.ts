import { LOCALES } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { isRecord } from './Found'
import type { Difference } from './Pasted'

type Fields = Readonly<Record<string, unknown>>

/** What a translation gives: the fields under their current names, and how it says so. */
type Translation = [fields: Fields, difference: Difference] | undefined

/** Gives the fields under the vendor's current names, and says which were renamed. */
export function translateFields(fields: Fields, differences: Difference[]): Fields {
  return [translateFilter, translateDevices, translateLocale].reduce((current, translate) => {
    const [translated, difference] = translate(current) ?? [current]
    if (difference) differences.push(difference)
    return translated
  }, fields)
}

/** `property_listing_filter` was an object of facts. The vendor removed it in February 2026. */
function translateFilter({ property_listing_filter: facts, ...fields }: Fields): Translation {
  const { customer_resources_filters: present = [] } = fields
  if (!isRecord(facts) || !Array.isArray(present)) return undefined
  const filters = Object.entries(facts).map(([field, value]) => ({ field, operation: '=', value }))
  return [
    { ...fields, customer_resources_filters: [...(present as unknown[]), ...filters] },
    createDifference(
      'translated',
      'customer_resources_filters',
      'The vendor replaced the older field. Each fact is one condition now.',
      'property_listing_filter',
    ),
  ]
}

/** `manage_devices` is the older name of `manage`. Where both stand, the portal hides what either hides. */
function translateDevices(fields: Fields): Translation {
  if (!isRecord(fields.features)) return undefined
  const { manage_devices: older, ...features } = fields.features
  const { manage = {} } = features
  if (!isRecord(older) || !isRecord(manage)) return undefined
  const exclude = older.exclude === true ? { exclude: true } : {}
  return [
    { ...fields, features: { ...features, manage: { ...older, ...manage, ...exclude } } },
    createDifference(
      'translated',
      'features.manage',
      'The vendor replaced the older field. The new one also covers reservations, staff and events.',
      'features.manage_devices',
    ),
  ]
}

/** The vendor has ten languages, each with one region. */
function translateLocale(fields: Fields): Translation {
  const { locale } = fields
  if (typeof locale !== 'string' || (LOCALES as readonly string[]).includes(locale)) return undefined
  const language = /^[a-z]{2}(?=$|[-_])/i.exec(locale)?.[0].toLowerCase()
  const closest = LOCALES.find((one) => language !== undefined && one.startsWith(language))
  if (!closest) return undefined
  const sentence = `The vendor’s tag for this language is \`${closest}\`.`
  return [{ ...fields, locale: closest }, createDifference('translated', 'locale', sentence, locale)]
}
