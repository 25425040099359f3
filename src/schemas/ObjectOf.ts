import type * as z from 'zod/mini'
import type { ResourceKey } from './ResourceKey'

/**
 * A schema of an object with these fields. Schemas name their fields' type this way, because what a compiler infers
 * it writes into declaration files without the docblocks.
 */
export type ObjectOf<Fields extends z.core.$ZodLooseShape> = z.ZodMiniObject<Fields>

/** A schema of a record: the key that names it, and its fields. */
export type RecordOf<Key extends string, Fields extends z.core.$ZodLooseShape> = ObjectOf<
  Record<Key, typeof ResourceKey> & Fields
>
