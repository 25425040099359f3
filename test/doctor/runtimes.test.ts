import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createRecipeRunner } from '../server/createRecipeRunner'
import { installServers } from '../server/installServers'
import { diagnose } from './diagnose'
import { expectMatrixRow, PROXY_CHECKS } from './matrixRow'
import { RUNTIMES, WARNINGS } from './RUNTIMES'
import { startEdge } from './startEdge'

let load: NodeJS.Require

beforeAll(() => {
  load = installServers()
}, 120_000)

const runner = createRecipeRunner((name) => load(name) as unknown)

afterEach(runner.close)

describe('the recipes of docs/backend.md, by the doctor', () => {
  it.each(Object.entries(RUNTIMES))('%s: nothing fails, as the matrix says', async (name, start) => {
    const { origin, close } = await start(runner, load)
    const session = ['--header', 'Cookie: session=hotel_1']
    const diagnosis = await diagnose(['--proxy', `${origin}/api/seam`, ...session])
    await close?.()
    expect(diagnosis.trouble).toEqual(WARNINGS[name] ?? {})
    expect(diagnosis.exitCode).toBe(0)
    expectMatrixRow(name, diagnosis)
  })

  it('stand in the matrix, each of them and no other but Next.js', () => {
    const [, matrix = ''] =
      /\n\| runtime \|(.*?)\n\n<!-- the matrix ends -->/s.exec(
        readFileSync('docs/backend-contract.md', 'utf8'),
      ) ?? []
    const [head = '', , ...rows] = matrix.split('\n')
    expect([...head.matchAll(/`([\w-]+)`/g)].map(([, id]) => id)).toEqual(PROXY_CHECKS)
    const names = rows.map((row) => row.split(' | ')[0]?.replace('| ', ''))
    expect(new Set(names)).toEqual(
      new Set([...Object.keys(RUNTIMES), 'Next.js, App Router', 'Next.js, Pages Router']),
    )
    expect(names).toHaveLength(Object.keys(RUNTIMES).length + 2)
  })

  it('run at the edge where eval throws and Node is missing', async () => {
    const answer = await startEdge(`export default {
      fetch: () => {
        let blocked = ''
        try { new Function('return 1')() } catch (error) { blocked = error.name }
        const node = ['process', 'Buffer', 'require', 'global', '__dirname', 'window'].filter((name) => name in globalThis)
        return Response.json({ blocked, node })
      },
    }`)
    expect(await (await answer(new Request('http://localhost/'))).json()).toEqual({
      blocked: 'EvalError',
      node: [],
    })
  })
})
