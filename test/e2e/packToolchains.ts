import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installFolder } from '../support/installFolder'
import { unpackLibrary } from './unpackLibrary'

/** Packages from test/toolchains: test runners, and those that the types need. */
const TOOLS = [
  '@happy-dom',
  '@jest',
  '@types',
  'happy-dom',
  'jest-environment-jsdom',
  'jsdom',
  'ts-jest',
  'typescript',
  'vite',
  'vitest',
]

const PEERS = ['react', 'react-dom', '@tanstack', 'zod']

/**
 * Makes a host's folder with the packed library and the tools of test/toolchains installed. It is outside the
 * repository, because Jest skips files below a node_modules. Returns its path.
 */
export function packToolchains(): string {
  installFolder('test/toolchains')
  const host = mkdtempSync(join(tmpdir(), 'seam-tools-'))
  unpackLibrary(host)
  for (const name of PEERS) symlinkSync(resolve('node_modules', name), join(host, 'node_modules', name))
  for (const name of TOOLS)
    symlinkSync(resolve('test/toolchains/node_modules', name), join(host, 'node_modules', name))
  writeFileSync(join(host, 'package.json'), '{ "private": true }')
  return host
}
