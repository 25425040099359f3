import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import tar from 'tar-fs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const run = promisify(execFile)

/** No browser sandbox, which containers do not allow; no background requests; no crash with a small /dev/shm. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/**
 * Finds a Chromium, and never downloads one.
 * In this order: CHROMIUM_PATH, the npm package's (Linux x64), Playwright's cache, the system's.
 */
export async function findChromium() {
  const env = { ...process.env }
  const override = process.env.CHROMIUM_PATH
  if (override) return { executablePath: override, env, args }
  if (platform() === 'linux' && arch() === 'x64') {
    const packaged = await unpack().catch(() => null)
    if (packaged) return { ...packaged, args }
  }
  const { chromium } = await import('playwright')
  if (existsSync(chromium.executablePath())) return { executablePath: chromium.executablePath(), env, args }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (existsSync(join(folder, name))) return { executablePath: join(folder, name), env, args }
    }
  }
  throw new Error(
    'No Chromium was found, so the tests that need a browser cannot run. Set CHROMIUM_PATH to one, or install the chromium package of your system.',
  )
}

async function unpack() {
  const source = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const home = existsSync(join(source, 'bin')) ? source : dirname(source)
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const target = join(root, 'node_modules/.cache/chromium', version)
  if (!existsSync(target)) await unpackInto(join(home, 'bin'), target)
  const executablePath = join(target, 'chromium')
  const env = { ...process.env }
  if (!(await answers(executablePath, env))) env.LD_LIBRARY_PATH = join(target, 'al2023/lib')
  if (!(await hasFonts())) env.FONTCONFIG_FILE = join(target, 'fonts.conf')
  return { executablePath, env }
}

/** Unpacks into another folder and renames it, so that two processes, or one that is killed, leave a whole target. */
async function unpackInto(bin, target) {
  const temporary = `${target}.${process.pid}.tmp`
  await mkdir(temporary, { recursive: true })
  const binary = await promisify(brotliDecompress)(await readFile(join(bin, 'chromium.br')))
  await writeFile(join(temporary, 'chromium'), binary, { mode: 0o755 })
  for (const [name, folder] of [
    ['swiftshader', '.'],
    ['fonts', '.'],
    ['al2023', 'al2023'],
  ]) {
    const packed = await readFile(join(bin, `${name}.tar.br`))
    await pipeline(Readable.from([packed]), createBrotliDecompress(), tar.extract(join(temporary, folder)))
  }
  // The package's own fonts.conf names a folder of another machine.
  await writeFile(
    join(temporary, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(target, 'fonts')}</dir><cachedir>${join(target, 'fonts-cache')}</cachedir></fontconfig>`,
  )
  try {
    await rename(temporary, target)
  } catch {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function answers(executablePath, env) {
  return run(executablePath, ['--version'], { env, timeout: 20_000 }).then(
    () => true,
    () => false,
  )
}

async function hasFonts() {
  return run('fc-list', [], { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  )
}
