import { readFileSync } from 'node:fs'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'
import { describe, expect, it } from 'vitest'
import { createDigest, digestOf } from '../../src/push/createDigest'

const ENTRIES = ['push', 'files']
const source = (entry: string) => `export * from '${process.cwd()}/src/${entry}/index.ts'`

describe.each(ENTRIES)('react-seam-portal/%s in a browser', (entry) => {
  it('is bundled by esbuild for a browser, without a module of Node', async () => {
    const { metafile } = await esbuild({
      stdin: { contents: source(entry), resolveDir: process.cwd() },
      bundle: true,
      write: false,
      metafile: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      outdir: 'out',
      logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter((path) => /^node:|^src\/push\/node|react/.test(path))).toEqual([])
    const [first = ''] = Object.keys(metafile.outputs).filter((path) => metafile.outputs[path]?.entryPoint)
    const atOnce = Object.keys(metafile.outputs[first]?.inputs ?? {})
    expect(atOnce.filter((path) => /node_modules|^src\/schemas/.test(path))).toEqual([])
  })

  it('is built by Vite', async () => {
    const warnings: string[] = []
    const built = await vite({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: `src/${entry}/index.ts`, formats: ['es'], fileName: 'out' },
        rolldownOptions: { onwarn: ({ message }) => void warnings.push(message) },
      },
    })
    expect(warnings.filter((warning) => /node:|externalized/.test(warning))).toEqual([])
    expect(JSON.stringify(built).length).toBeGreaterThan(1000)
  })
})

it('no file of the engine evaluates code or names a module of Node', () => {
  for (const file of ['createDigest', 'pushData', 'planChunks', 'createSlicer']) {
    expect(readFileSync(`src/push/${file}.ts`, 'utf8')).not.toMatch(/new Function|\beval\(|node:/)
  }
})

it('the length of a text in UTF-8 is counted as it is encoded', () => {
  for (const text of ['', 'a', 'é', '\u07ff', '\u0800', '€', '🛎️', '"\\ud83d"']) {
    expect(createDigest().add(text)).toBe(Buffer.byteLength(text))
  }
})

it('the end of a long text counts, wherever the pieces that are encoded part', () => {
  for (const size of [16_383, 16_384, 40_000]) {
    const [text, other] = ['a', 'b'].map((end) => `${'a'.repeat(size - 2)}€${end}`) as [string, string]
    expect(createDigest().add(text)).toBe(Buffer.byteLength(text))
    expect(digestOf(text)).not.toBe(digestOf(other))
  }
})
