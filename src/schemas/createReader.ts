import type * as z from 'zod/mini'

/** What a reader gives for a value that it does not take. The schema itself then says what is wrong. */
export const MISFIT: unique symbol = Symbol('misfit')

/** Gives what a schema knows of a value, or MISFIT. */
export type Reader = (value: unknown) => unknown

/** As much of a schema as is read here. */
type Schema = z.core.$ZodType & { safeParse?: (value: unknown) => { success: boolean; data?: unknown } }

/**
 * Makes of a schema a function that takes valid values several times faster than the schema does. It is made of
 * closures: no code is generated, so it runs as fast where a content security policy or a worker forbids `eval`.
 * Whatever it takes the schema takes, with an equal output. It may refuse what the schema takes: ask the schema then.
 */
export function createReader(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'string' || def.type === 'boolean' || def.type === 'number') return readPlain(schema, def)
  // Checks of anything but plain values are few, and left to the schema.
  if (def.checks?.length) return bySchema(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable': {
      const nothing = def.type === 'optional' ? undefined : null
      const inner = createReader(def.innerType)
      return (value) => (value === nothing ? value : inner(value))
    }
    case 'array':
      return readArray(createReader(def.element))
    case 'object':
      return def.catchall ? bySchema(schema) : readObject(def.shape)
    case 'record':
      return readRecord(createReader(def.valueType))
    case 'union': {
      const choices = def.options.map(createReader)
      return (value) => {
        for (const choice of choices) {
          const read = choice(value)
          if (read !== MISFIT) return read
        }
        return MISFIT
      }
    }
    default:
      return bySchema(schema)
  }
}

function bySchema(schema: Schema): Reader {
  return (value) => {
    const result = schema.safeParse?.(value)
    return result?.success ? result.data : MISFIT
  }
}

function readPlain(schema: Schema, def: z.core.$ZodTypes['_zod']['def']): Reader {
  const tests: ((value: never) => unknown)[] = []
  for (const check of def.checks ?? []) {
    const own = check._zod.def as { check: string; minimum?: number; fn?: (value: never) => unknown }
    if (own.check === 'min_length' && own.minimum === 1) tests.push((text: string) => text.length > 0)
    else if (own.check === 'custom' && own.fn) tests.push(own.fn)
    else return bySchema(schema)
  }
  const { type } = def
  const [test, ...more] = tests
  // A number that is none, or without end, is refused by the schema.
  if (type === 'number' || more.length > 0) return bySchema(schema)
  if (!test) return (value) => (typeof value === type ? value : MISFIT)
  return (value) => (typeof value === type && test(value as never) ? value : MISFIT)
}

function readArray(item: Reader): Reader {
  return (value) => {
    if (!Array.isArray(value)) return MISFIT
    let read: unknown[] | undefined
    for (let at = 0; at < value.length; at += 1) {
      const given: unknown = value[at]
      const one = item(given)
      if (one === MISFIT) return MISFIT
      if (one !== given) (read ??= [...(value as unknown[])])[at] = one
    }
    return read ?? value
  }
}

/** Most records have nothing to leave out: those are given back as they are, which is what makes this fast. */
function readObject(shape: Record<string, z.core.$ZodType>): Reader {
  const readers = new Map(Object.entries(shape).map(([name, schema]) => [name, createReader(schema)]))
  const required = [...readers].filter(([, read]) => read(undefined) === MISFIT).map(([name]) => name)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return MISFIT
    const given = value as Record<string, unknown>
    let changed: Map<string, unknown> | undefined
    let missing = required.length
    for (const name in given) {
      const read = readers.get(name)
      if (!read) {
        changed ??= new Map()
        continue
      }
      const own = given[name]
      const one = read(own)
      if (one === MISFIT) return MISFIT
      if (one !== own) (changed ??= new Map()).set(name, one)
      if (missing > 0 && required.includes(name)) missing -= 1
    }
    // A field may come from a prototype that hides it; the schema looks there too.
    if (missing > 0) return MISFIT
    return changed ? pick(given, readers, changed) : value
  }
}

function pick(
  given: Record<string, unknown>,
  known: ReadonlyMap<string, unknown>,
  changed: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const name in given) {
    if (known.has(name)) picked[name] = changed.has(name) ? changed.get(name) : given[name]
  }
  return picked
}

function readRecord(item: Reader): Reader {
  return (value) => {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return MISFIT
    const given = value as Record<string, unknown>
    for (const name in given) {
      const own = given[name]
      // The schema drops a field of this name, and copies what differs.
      if (name === '__proto__' || item(own) !== own) return MISFIT
    }
    return value
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
  )
}
