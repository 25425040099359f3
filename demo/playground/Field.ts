/** The groups of the form, in their order. */
export const FIELD_GROUPS = [
  'Customer',
  'Presentation',
  'Features',
  'Landing and deep link',
  'Filters',
  'Language and branding',
  'Confirmation copy',
] as const

/** One row of the form. */
export interface Field {
  group: (typeof FIELD_GROUPS)[number]
  /** The name in words. */
  label: string
  /** What the field does, in one or two short sentences. */
  why: string
  /** How the field is edited. */
  control: 'switch' | 'choice' | 'text' | 'long text' | 'list' | 'landing' | 'link' | 'filters' | 'data'
  /** The values of a `choice`. The first one, with an empty value, leaves the field out. */
  choices?: readonly { value: string | boolean; label: string }[]
  /** An example inside an empty box. */
  example?: string
  /**
   * What a browser may decide. `ceiling`: it may only narrow what the grant allows. `free`: it decides unless the grant
   * does. `denied`: only the grant decides. `customer`: the session decides. `react`: the field is not sent.
   */
  rule: 'ceiling' | 'free' | 'denied' | 'customer' | 'react'
  /** The field that replaced this one. */
  replacedBy?: string
}
