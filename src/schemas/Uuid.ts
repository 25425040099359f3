import * as z from 'zod/mini'

/** Any 8-4-4-4-12 hexadecimal identifier: the vendor does not say which version it makes. */
export const Uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, { error: 'Expected a UUID' }))
