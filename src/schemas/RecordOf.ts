import * as z from 'zod/mini'

/** Your own identifier for a record: at least one character, and one record of its kind in the workspace. */
export const ResourceKey = z.string().check(z.minLength(1))

/**
 * A schema of an object with these fields. Schemas name their fields' type this way, because what a compiler infers
 * it writes into declaration files without the docblocks.
 */
export type ObjectOf<Fields extends z.core.$ZodLooseShape> = z.ZodMiniObject<Fields>

/** A schema of a record: the key that names it, and its fields. */
export type RecordOf<Key extends string, Fields extends z.core.$ZodLooseShape> = ObjectOf<
  Record<Key, typeof ResourceKey> & Fields
>
