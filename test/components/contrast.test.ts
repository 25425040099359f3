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
  ])('lets %s be read on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('lets danger be seen on its own tint of 8 %', () => {
    expect(contrast(of('danger'), mix(of('danger'), of('surface'), 0.08))).toBeGreaterThanOrEqual(4.5)
  })

  it('lets a pressed button be read', () => {
    const ground = mix(of('accent'), of('surface'), 0.86)
    expect(contrast(mix(of('on-accent'), of('surface'), 0.86), ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['border-control', 'surface'],
    ['border-control', 'surface-subtle'],
    ['focus', 'surface'],
    ['focus', 'surface-subtle'],
    ['accent', 'surface'],
  ])('lets the edge %s be seen on %s', (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it('lets the amber dot be seen', () => {
    const dot = /(?<!\d)4px solid (#\w+)/.exec(css)?.[1] ?? fail('styles.css draws no dot.')
    expect(contrast(dot, of('surface'))).toBeGreaterThanOrEqual(3)
  })
})

describe('the values of the look', () => {
  const named = Object.entries(COLOURS.light).filter(([name]) => css.includes(`--seam-portal-${name},`))

  it.each(named)('has %s as it was designed, in both themes', (name) => {
    const written = tokens[name] ?? fail(`styles.css sets no ${name}.`)
    expect(toRgb(written.light)).toBe(COLOURS.light[name as Colour])
    expect(toRgb(written.dark)).toBe(COLOURS.dark[name as Colour])
  })

  it('gives browsers from before light-dark() the light one whole', () => {
    const [before = '', modern = ''] = css.split('@supports (color: light-dark(#fff, #fff))')
    const pairs = [...modern.matchAll(/(--\w): (?:var\((--seam-portal-[\w-]+), )?light-dark\((#\w+) var/g)]
    expect(pairs.length).toBeGreaterThan(9)
    for (const [, own, host, light] of pairs) {
      expect(before).toContain(host ? `${own}: var(${host}, ${light});` : `${own}: ${light};`)
    }
  })

  it('shows no build the two colours of a pair', () => {
    expect(css.match(/light-dark\((?!#fff, #fff\)\))[^()]*,/g)).toBeNull()
  })
})

describe('styles.css', () => {
  it('weighs a class and no more, in every rule about a part that takes classes', () => {
    const parts = ['launcher', 'button', 'icon', 'link', 'dialog', 'header', 'title', 'frame']
    for (const selector of selectors()) {
      if (!parts.some((part) => selector.includes(`[data-seam-portal="${part}"]`))) continue
      expect(weight(selector), selector).toBe(1)
    }
  })

  it('names a part of ours in every rule', () => {
    for (const selector of selectors()) {
      if (selector.startsWith('[data-theme=')) continue
      expect(selector).toContain('[data-seam-portal')
    }
  })
})

/** The host's name of each colour, with our light and dark value. */
function readTokens(source: string): Record<string, Record<'light' | 'dark', string>> {
  const found: Record<string, Record<'light' | 'dark', string>> = {}
  for (const [, name = '', light = '', dark = ''] of source.matchAll(
    /--seam-portal-([\w-]+),\s*light-dark\((#\w+) var\(--and\) (#\w+)\)/g,
  )) {
    found[name] = { light, dark }
  }
  const { text, surface } = found
  // Ink by default: the accent follows the text, and what stands on it the surface.
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

/** How many attributes and pseudo-classes count; what stands in :where() does not. */
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
