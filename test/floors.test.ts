import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

/** What each floor may import: other floors and packages. A trailing mark limits it to types or to import(). */
const FLOORS: Record<string, readonly string[]> = {
  wire: [],
  schemas: ['wire', 'zod'],
  client: ['wire', 'schemas:types'],
  push: ['wire', 'client:types', 'schemas:types', 'schemas:import()'],
  'push/node': ['push', 'node'],
  files: ['wire', 'push:types', 'schemas:types', 'csv-parse:import()'],
  frames: ['wire'],
  portal: ['wire', 'schemas:types', 'client', 'frames'],
  hooks: [
    'wire',
    'schemas:types',
    'client',
    'push:types',
    'push:import()',
    'frames',
    'portal',
    'react',
    '@tanstack/react-query',
  ],
  components: [
    'wire',
    'schemas:types',
    'client',
    'push:types',
    'frames',
    'portal',
    'hooks',
    'react',
    'react-dom',
  ],
  server: ['wire', 'schemas', 'zod', 'node:types'],
  sandbox: ['wire', 'schemas', 'zod'],
  doctor: ['wire', 'node'],
  testing: [
    'wire',
    'schemas',
    'client',
    'frames',
    'portal',
    'hooks',
    'components',
    'server',
    'sandbox',
    'react',
  ],
  'testing/node': ['node'],
  'testing/jest': ['node'],
}

const BARRELS = [
  ...Object.values(manifest.exports)
    .map((entry) => (typeof entry === 'string' ? entry : entry.default))
    .filter((path) => path.endsWith('/index.js'))
    .map((path) => path.replace('./dist', 'src').replace('.js', '.ts')),
  'src/components/dialog/index.ts',
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => join('src', path))
  .sort()

for (const file of files) {
  it(`${file} imports only what its floor may import`, () => {
    const source = readFileSync(file, 'utf8')
    const [, first = '', second = ''] = file.split('/')
    const floor = `${first}/${second}` in FLOORS ? `${first}/${second}` : first
    for (const { target, kind } of importsOf(source, file)) {
      if (target === first || !(floor in FLOORS)) continue
      const allowed = FLOORS[floor] ?? []
      const fine = allowed.includes(target) || allowed.includes(`${target}:${kind}`)
      expect(
        fine,
        `${file} imports ${target} (${kind}); ${floor} stands on ${allowed.join(', ') || 'nothing'}.`,
      ).toBe(true)
    }
  })

  it(`${file} has one main export and its name`, () => {
    const source = readFileSync(file, 'utf8')
    const lines = source.split('\n').length - 1
    expect(lines, `${file} has ${lines} lines; past 250 it is two things: ask which.`).toBeLessThanOrEqual(
      250,
    )
    const name = basename(file).replace(/\.tsx?$/, '')
    if (name === 'index') expect(BARRELS, `${file} is a barrel, and no entry points at it.`).toContain(file)
    else if (name !== 'index.parts') {
      const exported = new RegExp(
        `^export (?:async )?(?:const|function\\*?|class|interface|type|abstract class) ${name.replaceAll('.', '\\.')}\\b`,
        'm',
      )
      expect(source, `${file} exports nothing called ${name}.`).toMatch(exported)
    }
    expect(source, `${file} has a default export.`).not.toMatch(/^export default\b/m)
  })
}

/** Floors and packages that a file imports, and how: as values, only as types, or on demand. */
function importsOf(source: string, file: string): { target: string; kind: string }[] {
  const found: { target: string; kind: string }[] = []
  for (const [, type, path = ''] of source.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gm,
  )) {
    found.push({ target: targetOf(path, file), kind: type ? 'types' : 'values' })
  }
  for (const [, path = ''] of source.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) {
    found.push({ target: targetOf(path, file), kind: 'values' })
  }
  for (const [, path = ''] of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ target: targetOf(path, file), kind: 'import()' })
  }
  return found
}

function targetOf(path: string, file: string): string {
  if (path.startsWith('.')) return normalize(join(dirname(file), path)).split('/')[1] ?? path
  if (path.startsWith('node:')) return 'node'
  return path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? path)
}
