import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as pushParts from '../src/components/push/index'
import * as api from '../src/index'
import { LOCALES } from '../src/wire/LOCALES'
import { PORTAL_ERRORS } from '../src/wire/PORTAL_ERRORS'
import { PROPS } from '../stories/PROPS'

const files = readdirSync('stories', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.stories.tsx'),
)
const stories = files.map((file) => readFileSync(join('stories', file), 'utf8')).join('\n')

const COMPONENTS = [
  ...Object.keys(api).filter((name) => /^(Portal(?!Error|Dialog)|use)/.test(name)),
  ...Object.keys(pushParts),
  ...Object.keys(api.PortalDialog).map((part) => `PortalDialog.${part}`),
]

const STATUSES = ['idle', 'creating', 'loading', 'slow', 'loaded', 'expired', 'failed']

describe('the stories', () => {
  it.each(COMPONENTS)('show %s', (name) => {
    const used = new RegExp(`component: ${name}\\b|<${name}\\b|\\b${name}\\(`)
    expect(stories).toMatch(used)
  })

  it.each([...new Set(Object.values(PROPS).flatMap(Object.keys))])('set %s', (prop) => {
    expect(stories).toMatch(new RegExp(`\\b${prop}(:|=| \\?|\\(| })|, ${prop}\\b`))
  })

  it.each(Object.keys(PORTAL_ERRORS))('show the error %s', (code) => {
    expect(stories).toContain(`shows('failed', '${code}')`)
  })

  it.each(STATUSES)('show the status %s', (status) => {
    expect(stories).toContain(`shows('${status}'`)
  })

  it.each(['dialog', 'drawer', 'tab'])('open in a %s', (presentation) => {
    expect(stories).toContain(`presentation: '${presentation}'`)
  })

  it.each(LOCALES)('show %s, in the portal and in the library’s own words', (locale) => {
    expect(stories).toContain(`args: { locale: '${locale}' }`)
    expect(stories).toContain(`globals: { locale: '${locale}' }`)
  })

  it.each(["theme: 'dark'", "direction: 'rtl'", "value: 'mobile1'", 'styled: false'])(
    'are also shown with %s',
    (setting) => expect(stories).toContain(setting),
  )
})
