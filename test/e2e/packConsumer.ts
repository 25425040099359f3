import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packLibrary } from './packLibrary'

/** Makes a folder of a host that has the packed library installed, beside the packages named. Gives its path. */
export function packConsumer(...packages: readonly string[]): string {
  const home = join(process.cwd(), 'node_modules/.cache')
  mkdirSync(home, { recursive: true })
  const consumer = mkdtempSync(join(home, 'consumer-'))
  const target = join(consumer, 'node_modules/react-seam-portal')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', packLibrary(consumer), '-C', target, '--strip-components=1'])
  for (const name of packages) {
    symlinkSync(join(process.cwd(), 'node_modules', name), join(consumer, 'node_modules', name))
  }
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  return consumer
}
