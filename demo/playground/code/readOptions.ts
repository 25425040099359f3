import { PortalOptions } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { COMPUTED, isRecord } from './Found'
import type { Difference } from './Pasted'
import { readValue } from './readValue'
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
        if (known !== name) note('translated', path, `The vendor’s name is \`${known}\`.`, name)
        kept.set(known, read(one, schema, above + known))
      }
    }
    return Object.fromEntries(kept)
  }

  function read(value: unknown, schema: AnySchema, path: string): unknown {
    if (value === undefined) return undefined
    if (value === COMPUTED) {
      note('dropped', path, 'Its value is known only when the code runs. Set it in the form.')
      return undefined
    }
    const shape = shapeOf(schema)
    if (shape && isRecord(value)) return readFields(value, shape, `${path}.`)
    const item = itemOf(schema)
    if (item && Array.isArray(value) && value.length > 0) return readList(value, item, path)
    const { value: taken, kind, sentence } = readValue(value, schema, path)
    note(kind, path, sentence, value)
    return taken
  }

  function readList(values: readonly unknown[], item: AnySchema, path: string): unknown {
    const results = values.map((value) => ({ value, ...readValue(value, item, path), from: value }))
    const kept = results.filter(({ kind }) => kind !== 'dropped')
    results.forEach(({ kind, sentence, from }, index) => {
      if (kind !== 'kept') note(kind, `${path}[${index}]`, sentence, from)
    })
    if (kept.length > 0)
      note(
        'kept',
        path,
        'It is valid as it is.',
        kept.map(({ value }) => value),
      )
    // An empty list means another thing to the vendor than a list of things that it refuses.
    return kept.length > 0 ? kept.map(({ value }) => value) : undefined
  }

  function note(kind: Difference['kind'], path: string, sentence: string, from?: unknown): void {
    differences.push(createDifference(kind, path, sentence, from))
  }
}

function whyUnknown(name: string, isProp: boolean): string {
  if (name === '_dev') return 'It is for the vendor’s own staff. The handler never sends it.'
  if (name === 'business_vertical') return 'It is a setting of the workspace, not of one portal.'
  return isProp
    ? 'It is no option of the portal. It stays in your own code.'
    : 'create_portal has no such field. The vendor ignores it.'
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
