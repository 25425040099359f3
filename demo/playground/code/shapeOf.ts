import type * as z from 'zod/mini'

/** A schema of any value. */
export type AnySchema = z.core.$ZodType

/** Gives the schemas of an object's fields, and undefined for any other value. An optional object is an object. */
export function shapeOf(schema: AnySchema): Readonly<Record<string, AnySchema>> | undefined {
  const { def } = (requiredOf(schema) as z.core.$ZodTypes)._zod
  return def.type === 'object' ? def.shape : undefined
}

/** Gives the schema of a list's items, and undefined for any other value. */
export function itemOf(schema: AnySchema): AnySchema | undefined {
  const { def } = (requiredOf(schema) as z.core.$ZodTypes)._zod
  return def.type === 'array' ? def.element : undefined
}

function requiredOf(schema: AnySchema): AnySchema {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'optional' ? def.innerType : schema
}
