import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the library and packs it into a folder, as it would be published. Gives the tarball's path. */
export function packLibrary(folder: string): string {
  // Under NODE_ENV=test the build would be the one for development, which no host's React can run.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  execFileSync('npm', ['run', 'build'], { env, stdio: 'pipe' })
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  return join(folder, filename)
}
