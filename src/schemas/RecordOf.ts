import * as z from 'zod/mini'

/** Your key for a record. It has at least one character, and is unique for its kind of record in the workspace. */
export const ResourceKey = z.string().check(z.minLength(1))

/**
 * A schema of an object with these fields.
 * Schemas state this type, because TypeScript writes inferred types into declaration files without docblocks.
 */
export type ObjectOf<Fields extends z.core.$ZodLooseShape> = z.ZodMiniObject<Fields>

/** A schema of a record: its key and its other fields. */
export type RecordOf<Key extends string, Fields extends z.core.$ZodLooseShape> = ObjectOf<
  Record<Key, typeof ResourceKey> & Fields
>
