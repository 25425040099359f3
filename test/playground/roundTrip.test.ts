import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePaste } from '../../demo/playground/code/parsePaste'
import type { PlaygroundConfig } from '../../demo/playground/code/PlaygroundConfig'
import { printArgs } from '../../demo/playground/code/printArgs'
import { printCurl } from '../../demo/playground/code/printCurl'
import { printGrant } from '../../demo/playground/code/printGrant'
import { printJsx } from '../../demo/playground/code/printJsx'
import { printSdk } from '../../demo/playground/code/printSdk'
import { type AnySchema, shapeOf } from '../../demo/playground/code/shapeOf'
import { PortalOptions } from '../../src/schemas/index'
import { anyText, arbitraryOf } from './arbitraryOf'
import { everyField } from './everyField'

const configs = fc.record(
  {
    options: arbitraryOf(PortalOptions) as fc.Arbitrary<PortalOptions>,
    presentation: fc.constantFrom('inline', 'dialog', 'drawer', 'tab'),
    heading: anyText,
    theme: fc.constantFrom('light', 'dark'),
    customer_key: anyText.filter((text) => text !== '' && text === text.trim()),
  },
  { requiredKeys: ['options', 'presentation'] },
) as fc.Arbitrary<PlaygroundConfig>

describe.each([
  { source: 'jsx', print: printJsx, reader: 'library' },
  { source: 'args', print: printArgs, reader: 'library' },
  { source: 'grant', print: printGrant, reader: 'library' },
  { source: 'curl', print: printCurl, reader: 'vendor' },
  { source: 'sdk', print: printSdk, reader: 'vendor' },
])('printed as $source', ({ source, print, reader }) => {
  it('any options come back as options that mean the same', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const pasted = parsePaste(print(config))
        expect(pasted.problem).toBeUndefined()
        expect(pasted.source).toBe(source)
        const isFramed = config.presentation !== 'tab'
        expect(everyField(pasted.options, reader === 'library' && isFramed)).toEqual(
          everyField(config.options, isFramed),
        )
        expect(pasted.differences.filter(({ kind }) => kind === 'dropped')).toEqual([])
      }),
    )
  })

  it('nothing is said that is the default', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const options = withDefaults(config.options, PortalOptions) as PortalOptions
        const is_embedded = config.options.is_embedded ?? config.presentation !== 'tab'
        expect(print({ ...config, options: { ...options, is_embedded } })).toBe(print(config))
      }),
    )
  })
})

/** States every default that is not stated. */
function withDefaults(value: unknown, schema: AnySchema): unknown {
  const shape = shapeOf(schema)
  if (!shape) return value
  const fields = Object.entries(shape).map(([name, field]) => {
    const own = (value as Record<string, unknown> | undefined)?.[name]
    return [name, shapeOf(field) ? withDefaults(own, field) : (own ?? DEFAULTS[name] ?? defaultOf(name))]
  })
  return Object.fromEntries(fields)
}

const DEFAULTS: Readonly<Record<string, unknown>> = {
  navigation_mode: 'full',
  allowed_events: [],
  customer_resources_filters: [],
  read_only: false,
}

function defaultOf(name: string): false | undefined {
  return /^(exclude|allow)(_|$)/.test(name) ? false : undefined
}
