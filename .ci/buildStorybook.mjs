// Builds the Storybook into storybook-static, unless the last build is newer than everything that goes into it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BUILT = 'storybook-static/iframe.html'
/** Its time is the beginning of the last build that succeeded. */
const STAMP = '.cache/storybook'
const SOURCES = [
  '.storybook',
  'stories',
  'src',
  'demo',
  'docs',
  '.ci',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

if (isStale()) build()
else process.stdout.write('The Storybook in storybook-static is up to date.\n')

function isStale() {
  const built = timeOf(STAMP)
  return !built || !timeOf(BUILT) || SOURCES.flatMap(filesOf).some((file) => timeOf(file) >= built)
}

function build() {
  const began = new Date()
  rmSync(STAMP, { force: true })
  const options = ['build', '--quiet', '-o', 'storybook-static']
  const { status } = spawnSync('storybook', options, {
    stdio: 'inherit',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  })
  if (status === 0) {
    mkdirSync('.cache', { recursive: true })
    writeFileSync(STAMP, '')
    utimesSync(STAMP, began, began)
  }
  process.exitCode = status ?? 1
}

function filesOf(source) {
  const files = statSync(source).isDirectory()
    ? readdirSync(source, { recursive: true, encoding: 'utf8' })
    : []
  // The folders too: their time changes when a file is removed.
  const own = files.filter((file) => !/(^|[\\/])node_modules([\\/]|$)/.test(file))
  return [source, ...own.map((file) => join(source, file))]
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
