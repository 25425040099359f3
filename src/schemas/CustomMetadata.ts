import * as z from 'zod/mini'

// The vendor counts characters, not UTF-16 units; the spread is only paid where the two can differ.
const upTo500 = z.string().check(
  z.refine((text) => text.length <= 500 || [...text].length <= 500, {
    error: 'Expected at most 500 characters',
  }),
)

/** Your own facts about a record, by name: text of up to 500 characters, true, false, or null to remove one. */
export const CustomMetadata = z.record(z.string(), z.nullable(z.union([upTo500, z.boolean()])))
export type CustomMetadata = z.input<typeof CustomMetadata>
