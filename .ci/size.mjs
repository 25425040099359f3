// What each import costs a host's bundle, beside its peers: npm run size [-- --json].
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bench = join(root, 'bench')

/** Not counted: every host has React, and the svix SDK is a peer dependency of its wrapper. */
const REACT = ['react', 'react-dom', 'svix']
const QUERY = '@tanstack/react-query'

/** The end of an import that only this repository's build resolves: see bundledProgram.mjs. No row may contain one. */
const PROGRAM = '?program'

/** The launcher's first load, and the chunk that follows when the browser is idle. */
const LAUNCHER = "export { PortalLauncher, PortalProvider } from './src/index.ts'"
const DIALOG = "export { renderDialog } from './src/components/dialog/renderDialog.tsx'"

/**
 * The library's entries, and the most that each may weigh, in bytes after gzip. Only React is external, and React Query
 * in the row of the whole entry. Code that loads on demand does not count. `bar` is the design's target. Where it is not
 * reached, `limit` keeps today's size from growing, and every run prints the distance to the bar.
 */
export const ROWS = [
  {
    name: 'launcher, first load: PortalProvider, PortalLauncher',
    code: LAUNCHER,
    bar: 8800,
    limit: 8300,
    holds: ['src/components/words/enUSButton.ts'],
    refuses: /@tanstack|DialogPopup|FrameView/,
  },
  {
    name: 'the same with the dialog’s chunk',
    code: `${LAUNCHER}\n${DIALOG}`,
    bar: 13_200,
    limit: 15_360,
    holds: [
      'src/components/dialog/DialogPopup.tsx',
      'src/components/FrameView.tsx',
      'src/components/words/enUS.ts',
    ],
    refuses: /@tanstack/,
  },
  {
    name: 'frame: PortalProvider, PortalFrame',
    code: "export { PortalFrame, PortalProvider } from './src/index.ts'",
    bar: 10_000,
    limit: 10_600,
    holds: ['src/components/words/enUS.ts'],
    refuses: /@tanstack/,
  },
  {
    name: 'whole client entry, React Query external',
    code: "export * from './src/index.ts'",
    external: [QUERY],
    bar: 14_500,
    limit: 18_250,
  },
  { name: 'styles.css', css: 'src/styles.css', bar: 3000, limit: 3000 },
  {
    name: 'push/progress: PushProgress',
    code: "export { PushProgress } from './src/components/push/index.ts'",
    bar: 4500,
    limit: 4300,
    refuses: /@tanstack|^src\/push\//,
    allows: /^src\/components\/push\//,
  },
  {
    name: 'push/progress: PushProgress, ConfirmDelete',
    code: "export { ConfirmDelete, PushProgress } from './src/components/push/index.ts'",
    bar: 5200,
    limit: 5200,
    refuses: /@tanstack|^src\/push\//,
    allows: /^src\/components\/push\//,
  },
  { name: 'push.css', css: 'src/push.css', bar: 1500, limit: 1500 },
]

/** Modules that must never be in the client entry's first load. */
export const REFUSED =
  /(^|\/)node_modules\/zod\/|^src\/(server|sandbox|schemas|testing|push|files|components\/push)\//

/** What a host imports of each peer. Some peers also load a script from their vendor. */
const PEERS = [
  {
    name: 'react-plaid-link',
    hosted: true,
    code: "export { PlaidLink, usePlaidLink } from 'react-plaid-link'",
  },
  {
    name: '@stripe/react-connect-js + connect-js',
    packages: ['@stripe/react-connect-js', '@stripe/connect-js'],
    hosted: true,
    code: "export * from '@stripe/react-connect-js'\nexport * from '@stripe/connect-js'",
  },
  {
    name: 'svix-react {AppPortal}',
    packages: ['svix-react'],
    code: "export { AppPortal } from 'svix-react'",
  },
  { name: '@superset-ui/embedded-sdk', code: "export { embedDashboard } from '@superset-ui/embedded-sdk'" },
  { name: '@looker/embed-sdk', code: "export { LookerEmbedSDK } from '@looker/embed-sdk'" },
]

/**
 * Bundles one import with both bundlers, as a host's production build would. React is external, and what else is named.
 * Returns the bytes after gzip for each, and the modules of the first load.
 */
export async function measureCode(code, external = [], resolveDir = root) {
  const [first, second] = await Promise.all([
    withEsbuild(code, resolveDir, [...REACT, ...external]),
    withRolldown(code, resolveDir, [...REACT, ...external]),
  ])
  return {
    esbuild: first.bytes,
    rolldown: second.bytes,
    modules: [...new Set([...first.modules, ...second.modules])],
  }
}

/** Returns what is wrong with a measured row, one sentence for each problem. */
export function problemsOf(row, { esbuild, rolldown, modules = [] }) {
  const problems = []
  const bytes = Math.max(esbuild, rolldown ?? 0)
  if (!bytes) problems.push(`${row.name}: nothing was found to measure.`)
  if (bytes > row.limit)
    problems.push(
      `${row.name} is ${kB(bytes)}, and the limit is ${kB(row.limit)}: ${bytes - row.limit} B too many.`,
    )
  for (const module of modules) {
    if (REFUSED.test(module) && !row.allows?.test(module))
      problems.push(`${row.name} loads ${module}, which no browser should need.`)
  }
  for (const module of modules) {
    if (row.refuses?.test(module)) problems.push(`${row.name} loads ${module}, which comes on demand.`)
  }
  for (const module of row.holds ?? []) {
    if (!modules.includes(module))
      problems.push(
        `${row.name} does not hold ${module}, so the number leaves out what a first portal needs.`,
      )
  }
  return problems
}

/** Measures every row of this library. */
export async function measureOurs(rows = ROWS) {
  const measured = []
  for (const row of rows) {
    const sizes = row.css ? await measureStylesheet(row.css) : await measureCode(row.code, row.external)
    measured.push({
      name: row.name,
      limit: row.limit,
      bar: row.bar,
      ...sizes,
      problems: problemsOf(row, sizes),
    })
  }
  return measured
}

/** Measures the peers if bench/ is installed. Otherwise it returns the numbers and the date of the last run. */
export async function measurePeers() {
  if (!existsSync(join(bench, 'node_modules'))) {
    const kept = await readFile(join(bench, 'peers.json'), 'utf8').catch(() => '{"peers":[]}')
    return { live: false, ...JSON.parse(kept) }
  }
  const peers = []
  for (const { name, packages = [name], code, hosted = false } of PEERS) {
    const versions = packages.map(
      async (own) =>
        JSON.parse(await readFile(join(bench, 'node_modules', own, 'package.json'), 'utf8')).version,
    )
    const { esbuild, rolldown } = await measureCode(code, [QUERY], bench)
    peers.push({ name, version: (await Promise.all(versions)).join(' / '), hosted, esbuild, rolldown })
  }
  return { live: true, date: new Date().toISOString().slice(0, 10), peers }
}

async function withEsbuild(contents, resolveDir, external) {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents, resolveDir, sourcefile: 'size-entry.js' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    outdir: join(root, 'out'),
    external: [...external, `*${PROGRAM}`],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const chunks = Object.entries(metafile.outputs).map(([path, { inputs, imports, entryPoint }]) => ({
    path,
    isEntry: entryPoint?.endsWith('size-entry.js'),
    code: outputFiles.find((file) => relative(root, file.path) === path).contents,
    modules: Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0),
    imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  }))
  return firstLoad(chunks)
}

async function withRolldown(contents, resolveDir, external) {
  const entry = join(resolveDir, 'size-entry.js')
  const bundle = await rolldown({
    cwd: root,
    input: entry,
    external: (id) =>
      id.endsWith(PROGRAM) || external.some((name) => id === name || id.startsWith(`${name}/`)),
    platform: 'browser',
    transform: {
      target: 'es2022',
      jsx: { runtime: 'automatic' },
      define: { 'process.env.NODE_ENV': '"production"' },
    },
    plugins: [
      {
        name: 'size-entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? contents : undefined),
      },
    ],
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const chunks = output
    .filter(({ type }) => type === 'chunk')
    .map((chunk) => ({
      path: chunk.fileName,
      isEntry: chunk.isEntry,
      code: chunk.code,
      modules: Object.keys(chunk.modules)
        .filter((id) => chunk.modules[id].renderedLength > 0)
        .map((id) => relative(root, id)),
      imports: chunk.imports,
    }))
  return firstLoad(chunks)
}

/** The entry and its static imports: what a host's page must load before its first render. */
function firstLoad(chunks) {
  const queue = chunks.filter(({ isEntry }) => isEntry)
  const seen = new Set(queue)
  for (const chunk of seen) {
    for (const path of chunk.imports) {
      const next = chunks.find((other) => other.path === path)
      if (next) seen.add(next)
    }
  }
  return {
    bytes: [...seen].reduce((sum, { code }) => sum + gzipped(code), 0),
    modules: [...seen].flatMap(({ modules }) => modules),
  }
}

async function measureStylesheet(path) {
  if (!existsSync(join(root, path))) return { esbuild: 0 }
  const { code } = await esbuild.transform(await readFile(join(root, path), 'utf8'), {
    loader: 'css',
    minify: true,
  })
  return { esbuild: gzipped(code) }
}

function gzipped(code) {
  return gzipSync(code, { level: 9 }).length
}

function kB(bytes) {
  return bytes === undefined ? '' : `${(bytes / 1000).toFixed(2)} kB`
}

function print(ours, { live, date, peers }) {
  line('gzip -9, React external', 'esbuild', 'rolldown', 'bar', 'limit')
  for (const { name, esbuild, rolldown, bar, limit } of ours)
    line(name, kB(esbuild), kB(rolldown), kB(bar), kB(limit))
  for (const { name, esbuild, bar } of ours)
    if (esbuild > bar) process.stdout.write(`Over the bar: ${name}, by ${esbuild - bar} B.\n`)
  console.log(
    live ? '\nPeers, in this run:' : `\nPeers, as the bench measured them on ${date ?? 'no day yet'}:`,
  )
  for (const { name, version, hosted, esbuild, rolldown } of peers)
    line(`${name} ${version}${hosted ? ' *' : ''}`, kB(esbuild), kB(rolldown))
  console.log('* plus a script that it loads from its vendor at run time')
}

function line(name, ...cells) {
  console.log(name.padEnd(54) + cells.map((cell) => cell.padStart(11)).join(''))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [ours, peers] = [await measureOurs(), await measurePeers()]
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ours, peers }, undefined, 2))
  else print(ours, peers)
  const problems = ours.flatMap((row) => row.problems)
  for (const problem of problems) console.error(problem)
  if (problems.length) process.exitCode = 1
}
