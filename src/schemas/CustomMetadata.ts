import * as z from 'zod/mini'

// The vendor's OpenAPI text counts characters, not UTF-16 units. They differ only in a text that is too long in units.
const upTo500 = z.string().check(
  z.refine((text) => text.length <= 500 || [...text].length <= 500, {
    error: 'Expected at most 500 characters',
  }),
)

/** Your own facts about a record, by name. A fact is text of up to 500 characters, true or false. `null` removes it. */
export const CustomMetadata = z.record(z.string(), z.nullable(z.union([upTo500, z.boolean()])))
export type CustomMetadata = z.input<typeof CustomMetadata>
