import { describe, expect, it } from 'vitest'
import { measureCode, problemsOf, ROWS } from '../.ci/size.mjs'

const row = { name: 'entry', limit: 5000 }

describe('the size gate', () => {
  it('refuses an entry whose first load holds zod', async () => {
    const sizes = await measureCode("export { CreatePortalRequest } from './src/schemas/index.ts'")
    const problems = problemsOf({ name: 'entry', limit: 1_000_000 }, sizes).join('\n')
    expect(problems).toMatch(/entry loads node_modules\/zod\//)
    expect(problems).toMatch(/entry loads src\/schemas\//)
  })

  it.each(['server/createPortalHandler', 'sandbox/createSandbox', 'testing/createTestPortal'])(
    'refuses an entry that holds %s',
    async (path) => {
      const sizes = await measureCode(`export * from './src/${path}.ts'`)
      expect(problemsOf({ name: 'entry', limit: 1_000_000 }, sizes)).toContain(
        `entry loads src/${path}.ts, which no browser should need.`,
      )
    },
  )

  it('finds no test library and nothing of Node in the testing kit', async () => {
    const { modules } = await measureCode("export * from './src/testing/index.ts'", ['@tanstack/react-query'])
    const packages = modules.flatMap((module) => /node_modules\/([^/]+)/.exec(module)?.[1] ?? [])
    expect([...new Set(packages)]).toEqual(['zod'])
  })

  it('does not count what is loaded on demand', async () => {
    const code = "export const later = () => import('./src/schemas/index.ts')"
    const sizes = await measureCode(code)
    expect(problemsOf({ name: 'entry', limit: 200 }, sizes)).toEqual([])
  })

  it('counts what the first load shares with a later one', async () => {
    const code = `export { LOCALES } from './src/wire/LOCALES.ts'
      export const later = () => import('./src/schemas/index.ts')`
    const { modules } = await measureCode(code)
    expect(modules).toContain('src/wire/LOCALES.ts')
  })

  it('refuses one byte above the limit, in both bundlers', () => {
    expect(problemsOf(row, { esbuild: 5000, rolldown: 5000 })).toEqual([])
    expect(problemsOf(row, { esbuild: 5001, rolldown: 1 })).toEqual([
      'entry is 5.00 kB, and the limit is 5.00 kB: 1 B too many.',
    ])
    expect(problemsOf(row, { esbuild: 1, rolldown: 5001 })).toHaveLength(1)
  })

  it('refuses a measurement that is empty or lacks the words', () => {
    expect(problemsOf(row, { esbuild: 0 })).toEqual(['entry: nothing was found to measure.'])
    const holds = ['src/components/words/enUS.ts']
    expect(problemsOf({ ...row, holds }, { esbuild: 1, modules: [] })).toHaveLength(1)
  })

  it('counts React Query, unless a row leaves it out', async () => {
    const code = "export { useQuery } from '@tanstack/react-query'"
    expect((await measureCode(code)).esbuild).toBeGreaterThan(3000)
    expect((await measureCode(code, ['@tanstack/react-query'])).esbuild).toBeLessThan(200)
  })

  it.each(ROWS.filter(({ refuses }) => refuses))('refuses $name with React Query in it', (row) => {
    const modules = [...(row.holds ?? []), 'node_modules/@tanstack/query-core/build/modern/query.js']
    expect(problemsOf(row, { esbuild: 1, modules })).toEqual([
      `${row.name} loads node_modules/@tanstack/query-core/build/modern/query.js, which comes on demand.`,
    ])
  })

  it('finds no zod, server, sandbox, schema or testing kit in the client entry', async () => {
    const entry = ROWS.find(({ name }) => name.startsWith('whole client entry'))
    const sizes = await measureCode(entry?.code ?? '')
    expect(problemsOf({ name: 'entry', limit: Number.POSITIVE_INFINITY }, sizes)).toEqual([])
  })
})
