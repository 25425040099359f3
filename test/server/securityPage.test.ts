import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('names for each attack a test and the files of its rule', () => {
  const rows = [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| (\d+) \|.*\| (`.*`) \|$/gm)]
  const tests = readFileSync('test/server/attacks.test.ts', 'utf8')
  expect(rows.map(([, attack]) => Number(attack))).toEqual(Array.from({ length: 23 }, (_, at) => at + 1))
  for (const [, attack, files = ''] of rows) {
    expect(tests).toContain(`attack ${attack}: `)
    for (const file of files.replaceAll('`', '').split(', ')) {
      expect(existsSync(`src/server/${file}.ts`), `src/server/${file}.ts`).toBe(true)
    }
  }
})
