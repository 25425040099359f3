import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PORTAL_ERRORS } from '../../src/wire/PORTAL_ERRORS'
import { COMPLAINTS } from './COMPLAINTS'
import { failuresPage, readTests } from './failuresPage'

const tests = readTests()

describe('docs/failures.md', () => {
  it('equals what the source generates', () => {
    const written = readFileSync('docs/failures.md', 'utf8')
    expect(failuresPage(written), 'docs/failures.md is old. Run: node .ci/failures.mjs').toBe(written)
  })

  it.each(Object.keys(PORTAL_ERRORS))('has a test that shows %s', (code) => {
    expect(tests.filter(({ title }) => title.startsWith(`${code}: `))).not.toEqual([])
  })

  it.each(COMPLAINTS.map((complaint) => [complaint.what, complaint] as const))(
    'answers by a test that there is, or by a reason: %s',
    (_, { tests: titles = [], why }) => {
      expect(titles.filter((title) => !tests.some((test) => test.title === title))).toEqual([])
      expect(titles.length > 0 || Boolean(why)).toBe(true)
    },
  )
})
