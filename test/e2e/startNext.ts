import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

/** The example for Next.js, built from the packed library and running. */
export interface NextExample {
  /** The origin of the server. */
  origin: string
  /** The folder of the build. */
  folder: string
  versions: Record<string, string>
  /** Ends the server, and removes its folder. */
  stop: () => Promise<void>
}

/**
 * Builds examples/next and starts it, with a SEAM_API_KEY of the build. Its folder is outside the repository, so it only
 * finds its own dependencies. It has no stylesheet, and one more page: /colours has the parts of test/hosts.
 */
export async function startNext(bundler: 'turbopack' | 'webpack', buildKey: string): Promise<NextExample> {
  const home = mkdtempSync(join(tmpdir(), 'seam-next-'))
  const folder = join(home, 'example')
  copyExample(folder)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  manifest.dependencies['react-seam-portal'] = `file:${inject('tarball')}`
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))

  const { SEAM_API_KEY: _, ...clean } = process.env
  const env = { ...clean, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  execFileSync('npm', ['install', ...options], { cwd: folder, env, stdio: 'pipe' })
  const next = join(folder, 'node_modules/next/dist/bin/next')
  execFileSync(process.execPath, [next, 'build', `--${bundler}`], {
    cwd: folder,
    env: { ...env, SEAM_API_KEY: buildKey },
    stdio: 'pipe',
  })
  const server = spawn(process.execPath, [next, 'start', '-H', 'localhost'], {
    cwd: folder,
    env: { ...env, PORT: '0' },
  })
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules/next/package.json'), 'utf8')) as {
    version: string
  }
  return {
    origin: await addressOf(server),
    folder,
    versions: { next: version },
    async stop() {
      const gone = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGKILL')
      await gone
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The same app in development. */
export interface NextDevelopment {
  origin: string
  /** What the server has printed so far. */
  log: () => string
  stop: () => Promise<void>
}

/** Starts `next dev` in the folder of an example that was built before. */
export async function startNextDevelopment(folder: string): Promise<NextDevelopment> {
  let log = ''
  const server = spawn(
    process.execPath,
    [join(folder, 'node_modules/next/dist/bin/next'), 'dev', '-H', 'localhost'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', PORT: '0' },
    },
  )
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk))
  return {
    origin: await addressOf(server),
    log: () => log,
    async stop() {
      const gone = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGTERM')
      await gone
    },
  }
}

function copyExample(folder: string): void {
  cpSync('examples/next', folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|\.next|package-lock\.json)$/.test(path),
  })
  const layout = join(folder, 'app/layout.tsx')
  writeFileSync(layout, readFileSync(layout, 'utf8').replace("import './globals.css'\n", ''))
  const colours = join(folder, 'app/colours')
  mkdirSync(colours)
  cpSync('test/hosts/app/Parts.js', join(colours, 'Parts.js'))
  writeFileSync(join(colours, 'page.js'), "export { Parts as default } from './Parts.js'\n")
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? []
      if (address && said.includes('Ready')) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => reject(new Error(`The example ended before it had begun. It said: ${said}`)))
  })
}
