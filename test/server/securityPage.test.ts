import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { SERVER_RULES } from '../../.ci/SERVER_RULES.mjs'

it('names a test and existing files for each attack', () => {
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

it('has every rule that .ci/mutateServer.mjs removes in the file it names', () => {
  expect(new Set(SERVER_RULES.map(([attack]) => attack)).size).toBe(23)
  for (const [, file, rule, instead] of SERVER_RULES) {
    expect(readFileSync(`src/server/${file}.ts`, 'utf8')).toContain(rule)
    expect(instead).not.toBe(rule)
  }
})

it('has a failing test for each of three removed rules', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['.ci/mutateServer.mjs', '--smoke'], {
    env: { PATH: process.env.PATH },
  })
  expect(stdout).toContain('3 rules removed, 0 without a failing test.')
})
