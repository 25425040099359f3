/** The languages of the portal. The vendor's page of create_portal lists them. */
export const LOCALES = [
  'en-US',
  'pt-PT',
  'fr-FR',
  'it-IT',
  'es-ES',
  'de-DE',
  'nl-NL',
  'el-GR',
  'pl-PL',
  'ru-RU',
] as const

/** One of the portal's ten languages. */
export type Locale = (typeof LOCALES)[number]
