import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS, type Colour } from '../hosts/COLOURS'

const css = readFileSync('src/styles.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
const tokens = readTokens(css)

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const of = (name: string) => tokens[name]?.[theme] ?? fail(`styles.css sets no ${name}.`)

  it.each([
    ['text', 'surface'],
    ['text', 'surface-subtle'],
    ['text-muted', 'surface'],
    ['text-muted', 'surface-subtle'],
    ['on-accent', 'accent'],
    ['danger', 'surface'],
    ['danger', 'surface-subtle'],
  ])('has %s readable on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('has danger visible on its own tint of 8 %', () => {
    expect(contrast(of('danger'), mix(of('danger'), of('surface'), 0.08))).toBeGreaterThanOrEqual(4.5)
  })

  it('has the label of a pressed button readable', () => {
    const ground = mix(of('accent'), of('surface'), 0.86)
    expect(contrast(mix(of('on-accent'), of('surface'), 0.86), ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['border-control', 'surface'],
    ['border-control', 'surface-subtle'],
    ['focus', 'surface'],
    ['focus', 'surface-subtle'],
    ['accent', 'surface'],
  ])('has the edge %s visible on %s', (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it('has the amber dot visible', () => {
    const dot = /(?<!\d)4px solid (#\w+)/.exec(css)?.[1] ?? fail('styles.css draws no dot.')
    expect(contrast(dot, of('surface'))).toBeGreaterThanOrEqual(3)
  })
})

describe('the values of the look', () => {
  const named = Object.entries(COLOURS.light).filter(([name]) => css.includes(`--seam-portal-${name},`))

  it.each(named)('has %s as designed, in both themes', (name) => {
    const written = tokens[name] ?? fail(`styles.css sets no ${name}.`)
    expect(toRgb(written.light)).toBe(COLOURS.light[name as Colour])
    expect(toRgb(written.dark)).toBe(COLOURS.dark[name as Colour])
  })

  it('gives browsers without light-dark() the whole light theme', () => {
    const [before = '', modern = ''] = css.split('@supports (color: light-dark(#fff, #fff))')
    const pairs = [...modern.matchAll(/(--\w): (?:var\((--seam-portal-[\w-]+), )?light-dark\((#\w+) var/g)]
    expect(pairs.length).toBeGreaterThan(9)
    for (const [, own, host, light] of pairs) {
      expect(before).toContain(host ? `${own}: var(${host}, ${light});` : `${own}: ${light};`)
    }
  })

  it('has no comma in light-dark() that a host’s build could rewrite', () => {
    expect(css.match(/light-dark\((?!#fff, #fff\)\))[^()]*,/g)).toBeNull()
  })
})

describe('styles.css', () => {
  it('has the specificity of one class in every rule about a part that accepts classes', () => {
    const parts = ['launcher', 'button', 'icon', 'link', 'dialog', 'header', 'title', 'frame']
    for (const selector of selectors()) {
      if (!parts.some((part) => selector.includes(`[data-seam-portal="${part}"]`))) continue
      expect(weight(selector), selector).toBe(1)
    }
  })

  it('lists every token that a dialog takes from its part’s place', () => {
    const listed = /--seam-portal-tokens: ([^;]+);/.exec(css)?.[1]?.trim().split(/\s+/) ?? []
    const read = [...css.matchAll(/var\(--seam-portal-([\w-]+)/g)].map(([, name]) => name)
    // A dialog has no frame of its own height.
    expect(new Set(read)).toEqual(new Set([...listed, 'frame-height']))
  })

  it('names a part of the library in every rule', () => {
    for (const selector of selectors()) {
      if (selector.startsWith('[data-theme=')) continue
      expect(selector).toContain('[data-seam-portal')
    }
  })
})

/** The host's name of each colour, with its light and dark value. */
function readTokens(source: string): Record<string, Record<'light' | 'dark', string>> {
  const found: Record<string, Record<'light' | 'dark', string>> = {}
  for (const [, name = '', light = '', dark = ''] of source.matchAll(
    /--seam-portal-([\w-]+),\s*light-dark\((#\w+) var\(--and\) (#\w+)\)/g,
  )) {
    found[name] = { light, dark }
  }
  const { text, surface } = found
  // By default the accent is the text colour, and text on it has the surface colour.
  expect(source).toContain('var(--seam-portal-accent, var(--t))')
  expect(source).toContain('var(--seam-portal-on-accent, var(--s))')
  return text && surface ? { ...found, accent: text, 'on-accent': surface } : found
}

function selectors(): string[] {
  const flat = css.replaceAll(/@keyframes[^{]*\{(?:[^{}]*\{[^}]*\}\s*)*\}/g, '')
  return [...flat.matchAll(/([^{}@;]+)\{(?=[^{}]*:[^{}]*\})/g)].flatMap(([, list = '']) =>
    list.split(/,(?![^(]*\))/).map((selector) => selector.trim()),
  )
}

/** Counts attributes and pseudo-classes for the specificity, without those in :where(). */
function weight(selector: string): number {
  const counted = selector.replace(/:where\(.*\)/, '').replaceAll(/::\w+/g, '')
  return (counted.match(/\[[^\]]*\]|:\w+/g) ?? []).length
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(one: string, other: string, share: number): string {
  const ground = channels(other)
  const mixed = channels(one).map((value, index) =>
    Math.round(value * share + (ground[index] ?? 0) * (1 - share)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(hex: string): number[] {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1)
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

/** A colour as getComputedStyle writes it. */
function toRgb(hex: string): string {
  const [red, green, blue, alpha] = channels(hex)
  const parts = [red, green, blue].join(', ')
  return alpha === undefined ? `rgb(${parts})` : `rgba(${parts}, ${Math.round((alpha / 255) * 100) / 100})`
}

function fail(message: string): never {
  throw new Error(message)
}
