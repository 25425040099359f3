import type * as z from 'zod/mini'

/** One field of a body, and the smallest body that sets it. */
export interface Field {
  /** The path, such as `features.connect.exclude` or `rooms[].name`. */
  path: string
  body: unknown
}

type Schema = z.core.$ZodTypes

/** Lists the fields of a schema that hold a value: text, a number, a list of texts. Objects are only part of a path. */
export function fieldsOf(schema: z.core.$ZodType, name = ''): Field[] {
  const { def } = (schema as Schema)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return fieldsOf(def.innerType, name)
    case 'object': {
      const smallest = sampleOf(schema, name) as object
      return Object.entries(def.shape).flatMap(([key, inner]) =>
        fieldsOf(inner, key).map(({ path, body }) => ({
          path: path ? `${key}${path.startsWith('[]') ? '' : '.'}${path}` : key,
          body: { ...smallest, [key]: body },
        })),
      )
    }
    case 'array':
      return fieldsOf(def.element, name).map(({ path, body }) => ({
        path: path && `[].${path}`,
        body: [body],
      }))
    case 'union': {
      const fields = new Map<string, Field>()
      for (const field of def.options.flatMap((option) => fieldsOf(option, name))) {
        if (!fields.has(field.path)) fields.set(field.path, field)
      }
      return [...fields.values()]
    }
    default:
      return [{ path: '', body: sampleOf(schema, name) }]
  }
}

/** Reads a field of a body. In a list it reads the first record. */
export function valueAt(body: unknown, path: string): unknown {
  return path
    .replaceAll('[]', '.0')
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], body)
}

const TEXTS = ['one', '15:00', '2026-03-01T15:00:00Z', '67c58f1f-f148-4415-a63c-dc6c145c6b91']

/** Makes the smallest value that a schema accepts. */
function sampleOf(schema: z.core.$ZodType, name: string): unknown {
  const { def } = (schema as Schema)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return sampleOf(def.innerType, name)
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .filter(([, inner]) => (inner as Schema)._zod.def.type !== 'optional')
          .map(([key, inner]) => [key, sampleOf(inner, key)]),
      )
    case 'array':
      return [sampleOf(def.element, name)]
    case 'union':
      return sampleOf(def.options[0] as Schema, name)
    case 'record':
      return { fact: sampleOf(def.valueType, name) }
    case 'boolean':
      // `exclude` is true and `allow_` is false, because neither is the handler's default.
      return !name.startsWith('allow_')
    case 'number':
      return 30
    case 'enum':
      return Object.values(def.entries).at(-1)
    case 'literal':
      return def.values[0]
    case 'string':
      return TEXTS.find((text) => !(schema as z.ZodMiniType).safeParse(text).error)
    default:
      throw new Error(`The schemas use ${def.type}, which this walk does not know.`)
  }
}
