import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs the packages of a folder's own lockfile, unless they are there. They are large, or require a newer Node than
 * this repository, so `npm ci` does not install them. Throws npm's error, or after two minutes.
 */
export function installFolder(folder) {
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'node_modules/.installed')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
    stdio: 'pipe',
    // npm is a script there.
    shell: process.platform === 'win32',
    timeout: 120_000,
  })
  writeFileSync(installed, lockfile)
}
