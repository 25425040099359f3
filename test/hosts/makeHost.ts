import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Host } from './HOSTS'

/** The folder where hosts are built: inside the repository, so that React is found, but outside the tests. */
const HOME = resolve('.cache/hosts')

/** A host that was built from the packed library. */
export interface MadeHost {
  /** The folder of its site. */
  site: string
  /** Removes the host. */
  remove: () => void
}

/** Makes an app that has the packed library installed, and builds it for production. */
export function makeHost({ id, tools }: Host, tarball: string): MadeHost {
  if (tools) installTools(tools)
  mkdirSync(HOME, { recursive: true })
  const folder = mkdtempSync(join(HOME, `${id}-`))
  const library = join(folder, 'node_modules/react-seam-portal')
  mkdirSync(library, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', library, '--strip-components=1'])
  cpSync('test/hosts/app', folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  // The environment of a host: tools behave differently under the NODE_ENV of a test.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, [resolve('test/hosts/buildHost.mjs'), id], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (status !== 0) {
    remove()
    throw new Error(`The host ${id} could not be built. ${stderr}`)
  }
  return { site: join(folder, 'dist'), remove }
}

/** The versions of a host's tools, as installed. */
export function versionsOf({ tools, packages }: Host): Record<string, string> {
  const folders = [...(tools ? [toolsFolder(tools)] : []), '.']
  return Object.fromEntries(
    packages.map((name) => {
      const path = folders
        .map((folder) => join(folder, 'node_modules', name, 'package.json'))
        .find(existsSync)
      const { version } = JSON.parse(readFileSync(path ?? name, 'utf8')) as { version: string }
      return [name, version]
    }),
  )
}

function toolsFolder(tools: NonNullable<Host['tools']>): string {
  return join(HOME, '..', tools)
}

/** Installs the packages of a lockfile, unless they are there. So the root's own install stays quick. */
function installTools(tools: NonNullable<Host['tools']>): void {
  const folder = toolsFolder(tools)
  const source = join('test', tools)
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8')
  const copy = join(folder, 'package-lock.json')
  // npm writes this file at the end of an install.
  const whole = existsSync(join(folder, 'node_modules/.package-lock.json'))
  if (whole && existsSync(copy) && readFileSync(copy, 'utf8') === lock) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(copy, lock)
  cpSync(join(source, 'package.json'), join(folder, 'package.json'))
  // Without peers, so that there is no second React beside the repository's.
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  execFileSync('npm', ['ci', ...options], { cwd: folder, stdio: 'pipe' })
}
