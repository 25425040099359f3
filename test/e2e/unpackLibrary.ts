import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packLibrary } from './packLibrary'

/** Unpacks the library into the node_modules of a host's folder, as an install does. */
export function unpackLibrary(host: string): void {
  const target = join(host, 'node_modules/react-seam-portal')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', packLibrary(host), '-C', target, '--strip-components=1'])
}
