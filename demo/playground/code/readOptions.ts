import { PortalOptions } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { isRecord } from './Found'
import type { Difference } from './Pasted'
import { IS_VALID, readValue, UNKNOWN_VALUE } from './readValue'
import { type AnySchema, itemOf, shapeOf } from './shapeOf'
import { withoutDefaults } from './withoutDefaults'

type Fields = Readonly<Record<string, unknown>>

/** Gives the valid options among pasted fields, without defaults. Each field that is named gets its difference. */
export function readOptions(fields: Fields, isReact: boolean, differences: Difference[]): PortalOptions {
  return withoutDefaults(readFields(fields, shapeOf(PortalOptions) ?? {}, ''))

  function readFields(value: Fields, shape: Readonly<Record<string, AnySchema>>, above: string): Fields {
    const kept = new Map<string, unknown>()
    for (const [name, one] of Object.entries(value)) {
      const path = above + name
      const known = [name, toSnakeCase(name)].find((candidate) => Object.hasOwn(shape, candidate))
      const schema = known === undefined ? undefined : shape[known]
      if (known === undefined || !schema) note('dropped', path, whyUnknown(name, isReact && !above), one)
      else if (known !== name && Object.hasOwn(value, known)) {
        note('dropped', path, `\`${known}\` stands beside it and was taken.`, one)
      } else {
        if (known !== name) note('translated', above + known, `The vendor’s name is \`${known}\`.`, name)
        kept.set(known, read(one, schema, above + known))
      }
    }
    return Object.fromEntries(kept)
  }

  function read(value: unknown, schema: AnySchema, path: string): unknown {
    if (value === undefined) return undefined
    const shape = shapeOf(schema)
    if (shape && isRecord(value)) return readFields(value, shape, `${path}.`)
    const item = itemOf(schema)
    if (!item || !Array.isArray(value) || value.length === 0) return take(value, schema, path)
    const kept = value.flatMap((one, index) => take(one, item, `${path}[${index}]`) ?? [])
    if (kept.length > 0) note('kept', path, IS_VALID)
    // An empty list means another thing to the vendor than a list of things that it refuses.
    return kept.length > 0 ? kept : undefined
  }

  function take(value: unknown, schema: AnySchema, path: string): unknown {
    const { value: taken, kind, sentence } = readValue(value, schema, path)
    // A list is one row of the form, so its valid items have no lines of their own.
    if (kind !== 'kept' || !path.endsWith(']')) note(kind, path, sentence, value)
    if (isRecord(value) && isRecord(taken) && kind === 'kept') {
      const lost = Object.keys(value).filter((name) => !Object.hasOwn(taken, name))
      for (const name of lost) note('dropped', `${path}.${name}`, whyUnknown(name, false), value[name])
    }
    return taken
  }

  function note(kind: Difference['kind'], path: string, sentence: string, from?: unknown): void {
    differences.push(createDifference(kind, path, sentence, kind === 'kept' ? undefined : from))
  }
}

function whyUnknown(name: string, isProp: boolean): string {
  if (name.startsWith('…')) return UNKNOWN_VALUE
  if (name === '_dev') return 'It is for the vendor’s own staff. The handler never sends it.'
  if (name === 'business_vertical') return 'It is a setting of the workspace, not of one portal.'
  return isProp
    ? 'It is no option of the portal. It stays in your own code.'
    : 'create_portal has no such field. The vendor ignores it.'
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
