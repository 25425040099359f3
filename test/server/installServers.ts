import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

/**
 * Installs the frameworks of test/servers, once for each lockfile, beside the other caches. Returns their `require`.
 * They have 47 MB, and no other test needs them, so `npm ci` does not install them.
 */
export function installServers(): NodeJS.Require {
  const version = createHash('sha256').update(readFileSync('test/servers/package-lock.json')).digest('hex')
  const home = resolve('node_modules/.cache/servers', version.slice(0, 16))
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}`
    mkdirSync(fresh, { recursive: true })
    cpSync('test/servers', fresh, { recursive: true })
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', ['ci', '--ignore-scripts', ...quiet], { cwd: fresh, stdio: 'pipe' })
    try {
      renameSync(fresh, home)
    } catch {
      // Another process has installed them meanwhile.
      rmSync(fresh, { recursive: true })
    }
  }
  return createRequire(resolve(home, 'package.json'))
}
