import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the library and packs it into a folder, as it would be published. Returns the tarball's path. */
export function packLibrary(folder: string): string {
  execFileSync('npm', ['run', 'build'], { stdio: 'pipe' })
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  return join(folder, filename)
}
