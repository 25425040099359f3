import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const written = readFileSync('package.json', 'utf8')

let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'seam-manifest-'))
  mkdirSync(join(copy, '.ci'))
  for (const file of ['package.json', '.ci/entries.json']) cpSync(file, join(copy, file))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('package.json', () => {
  it('names the entries of .ci/entries.json: after a change there, `npm run build` writes them', () => {
    execFileSync('node', [resolve('.ci/writeExports.mjs')], { cwd: copy })
    expect(readFileSync(join(copy, 'package.json'), 'utf8')).toBe(written)
  })

  it('has nothing that npm would correct', () => {
    execFileSync('npm', ['pkg', 'fix'], { cwd: copy, stdio: 'pipe' })
    expect(readFileSync(join(copy, 'package.json'), 'utf8')).toBe(written)
  })

  it('has no repository address before there is one', () => {
    for (const field of ['repository', 'homepage', 'bugs']) expect(manifest).not.toHaveProperty(field)
  })

  it('requires the Node version of README.md and docs/versioning.md, and npm ci prints no warning', () => {
    const [, oldest = ''] = /^>=([\d.]+)$/.exec(manifest.engines.node) ?? []
    for (const page of ['README.md', 'docs/quick-start.md']) {
      expect(readFileSync(page, 'utf8')).toContain(`Node ${oldest} or later`)
    }
    expect(readFileSync('docs/versioning.md', 'utf8')).toContain(`| ${oldest} and later`)
    expect(readFileSync('.nvmrc', 'utf8').trim()).toBe(oldest)
    const { stderr } = spawnSync('npm', ['ci', '--dry-run', '--offline'], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect(stderr).toBe('')
  }, 60_000)
})
