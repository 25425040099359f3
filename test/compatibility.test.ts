import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Behaviour } from './browsers/Behaviour'
import { BEHAVIOURS } from './browsers/BEHAVIOURS'
import { browsersSection } from './browsers/browsersSection'
import { COMPARED_HOSTS, compatibilityPage, type SeenHost } from './hosts/compatibilityPage'
import { THEMES_HOST } from './hosts/HOSTS'
import { SCHEMES, THEMES } from './hosts/SCHEMES'

/** The columns of the tables of behaviours. */
const BROWSERS = ['chromium', 'firefox', 'webkit'] as const

const page = readFileSync('docs/compatibility.md', 'utf8')

describe('docs/compatibility.md', () => {
  it.each([...COMPARED_HOSTS, THEMES_HOST])(
    'says which versions of $name were tested, and when',
    ({ name }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} | `)) ?? ''
      expect(row).toMatch(/ \d+\.\d+\.\d+(, .+)? \| \d{4}-\d\d-\d\d \|$/)
    },
  )

  it.each([...SCHEMES, ...THEMES])('has every host pass: $name', ({ name, theme }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${name} | ${theme} | `)) ?? ''
    expect(row).toMatch(/^(\| [^|]+){2}(\| yes )+\|$/)
  })

  it('says when a host has failed, or was not tested', () => {
    const [host] = COMPARED_HOSTS
    const [scheme] = SCHEMES
    if (!host || !scheme) throw new Error('There is nothing to write about.')
    const seen: SeenHost = { id: host.id, versions: {}, date: '', schemes: { [scheme.name]: false } }
    const written = compatibilityPage('# Page\n\n## Builds\n\nOld.\n\n## Browsers\n\nKept.\n', [seen])
    expect(written).toContain(`| ${scheme.name} | ${scheme.theme} | **no** | not tested |`)
    expect(written).not.toContain('Old.')
    expect(written).toMatch(/\n\n## Browsers\n\nKept\.\n$/)
  })

  it.each(['Chromium', 'Firefox', 'WebKitGTK'])('says which %s was tested, and when', (name) => {
    expect(page).toMatch(new RegExp(`^\\| ${name} [\\d.]+ \\| \\d{4}-\\d\\d-\\d\\d \\|$`, 'm'))
  })

  it.each(Object.entries(BEHAVIOURS))(
    'has every behaviour hold in every browser, or a reason: %s',
    (area, all) => {
      const [, section = ''] = page.split(`\n### ${area}\n`)
      const rows = section.split('\n#')[0]?.match(/^\| .+ \|$/gm) ?? []
      expect(rows.slice(2)).toEqual(all.map(rowOf))
    },
  )

  it('is not written from browsers of different runs', () => {
    const seen = BROWSERS.map((id, at) => ({
      id,
      version: id,
      runBegan: `2026-11-2${at}T00:00:00.000Z`,
      behaviours: [],
      pictures: [],
    }))
    expect(() => browsersSection(seen)).toThrow('not seen in one run')
  })
})

/** The row of a behaviour that holds wherever there is no reason why not. */
function rowOf({ name, except }: Behaviour): string {
  const cells = BROWSERS.map((id) => (except?.[id] ? `no: ${except[id]}` : 'yes'))
  return `| ${[name, ...cells].join(' | ')} |`
}
