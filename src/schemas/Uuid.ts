import * as z from 'zod/mini'

/** A UUID of any version, because the vendor does not document which version it uses. */
export const Uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, { error: 'Expected a UUID' }))
