import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installFolder } from '../../.ci/installFolder.mjs'
import { unpackLibrary } from './unpackLibrary'

/** Packages from test/toolchains: test runners, and those that the types need. */
const TOOLS = [
  '@babel',
  '@happy-dom',
  '@jest',
  '@types',
  'babel-jest',
  'happy-dom',
  'jest',
  'jest-environment-jsdom',
  'jsdom',
  'ts-jest',
  'typescript',
  'vite',
  'vitest',
]

/** From this repository: the peers of the library, and libraries that hosts test with. */
const OURS = ['react', 'react-dom', '@tanstack', 'zod', '@testing-library', 'playwright']

/**
 * Makes a host's folder with the library's tarball and the tools of test/toolchains installed. It is outside the
 * repository, because Jest skips files below a node_modules. Returns its path.
 */
export function packToolchains(tarball: string): string {
  installFolder('test/toolchains')
  const host = mkdtempSync(join(tmpdir(), 'seam-tools-'))
  unpackLibrary(host, tarball)
  for (const name of OURS) symlinkSync(resolve('node_modules', name), join(host, 'node_modules', name))
  for (const name of TOOLS)
    symlinkSync(resolve('test/toolchains/node_modules', name), join(host, 'node_modules', name))
  // What the package @playwright/test is: another name.
  const test = join(host, 'node_modules/@playwright/test')
  mkdirSync(test, { recursive: true })
  writeFileSync(join(test, 'package.json'), '{ "type": "module", "exports": "./index.js" }')
  writeFileSync(join(test, 'index.js'), "export * from 'playwright/test'")
  writeFileSync(join(host, 'package.json'), '{ "private": true }')
  return host
}
