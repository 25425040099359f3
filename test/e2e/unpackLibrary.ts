import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Unpacks the library's tarball into the node_modules of a host's folder, as an install does. */
export function unpackLibrary(host: string, tarball: string): void {
  const target = join(host, 'node_modules/react-seam-portal')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
}
