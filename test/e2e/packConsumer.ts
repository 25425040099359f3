import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackLibrary } from './unpackLibrary'

/** Makes a host's folder with the library's tarball and the named packages installed. Returns its path. */
export function packConsumer(tarball: string, ...packages: readonly string[]): string {
  const home = join(process.cwd(), 'node_modules/.cache')
  mkdirSync(home, { recursive: true })
  const consumer = mkdtempSync(join(home, 'consumer-'))
  unpackLibrary(consumer, tarball)
  for (const name of packages) {
    symlinkSync(join(process.cwd(), 'node_modules', name), join(consumer, 'node_modules', name))
  }
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  return consumer
}
