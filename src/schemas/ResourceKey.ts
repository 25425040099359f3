import * as z from 'zod/mini'

/** Your own identifier for a record: at least one character, and one record of its kind in the workspace. */
export const ResourceKey = z.string().check(z.minLength(1))
