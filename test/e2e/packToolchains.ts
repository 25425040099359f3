import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installFolder } from '../support/installFolder'
import { unpackLibrary } from './unpackLibrary'

/** From test/toolchains: what runs a host's tests there, and what the types need. */
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
 * Makes a folder of a host that has the packed library installed and whose tools are those of test/toolchains. It is
 * outside the repository: Jest passes over what is below a node_modules. Gives its path.
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
