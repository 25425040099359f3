import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs what the lockfile of a folder of tests names, unless it is there. Their packages are heavy, or ask for a
 * newer Node than `npm ci` may in this repository. It throws what npm says, and after two minutes.
 */
export function installFolder(folder: string): void {
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'node_modules/.installed')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
    stdio: 'pipe',
    timeout: 120_000,
  })
  writeFileSync(installed, lockfile)
}
