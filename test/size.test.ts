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

  it.each(['server/createPortalHandler', 'sandbox/createSandbox'])(
    'refuses an entry that holds %s',
    async (path) => {
      const sizes = await measureCode(`export * from './src/${path}.ts'`)
      expect(problemsOf({ name: 'entry', limit: 1_000_000 }, sizes)).toContain(
        `entry loads src/${path}.ts, which no browser should need.`,
      )
    },
  )

  it('leaves out what is loaded on demand', async () => {
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

  it('refuses a byte more than the limit, in either bundler', () => {
    expect(problemsOf(row, { esbuild: 5000, rolldown: 5000 })).toEqual([])
    expect(problemsOf(row, { esbuild: 5001, rolldown: 1 })).toEqual([
      'entry is 5.00 kB, and the limit is 5.00 kB: 1 B too many.',
    ])
    expect(problemsOf(row, { esbuild: 1, rolldown: 5001 })).toHaveLength(1)
  })

  it('refuses a number that measured nothing, or left the words out', () => {
    expect(problemsOf(row, { esbuild: 0 })).toEqual(['entry: nothing was found to measure.'])
    const holds = ['src/components/words/enUS.ts']
    expect(problemsOf({ ...row, holds }, { esbuild: 1, modules: [] })).toHaveLength(1)
  })

  it('weighs React Query apart', async () => {
    const { esbuild, withQuery } = await measureCode("export { useQuery } from '@tanstack/react-query'")
    expect(esbuild).toBeLessThan(200)
    expect(withQuery).toBeGreaterThan(3000)
  })

  it('finds neither zod nor a server, a sandbox or a schema in our own entry', async () => {
    const entry = ROWS.find(({ name }) => name === 'whole client entry')
    const sizes = await measureCode(entry?.code ?? '')
    expect(problemsOf({ name: 'entry', limit: Number.POSITIVE_INFINITY }, sizes)).toEqual([])
  })
})
