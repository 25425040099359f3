// Builds the host in the current folder with its tool, without configuration for this library: node buildHost.mjs NAME
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const fast = createRequire(new URL('../../.cache/hosts/package.json', import.meta.url))
const rest = createRequire(new URL('../../.cache/hosts/rest/package.json', import.meta.url))

/** The functions that build the host in the current folder into dist/. */
const BUILDS = {
  'vite-8': () => run(fast, 'vite', 'bin/vite.js', 'build'),

  /** The same, for a host with MUI and next-themes. */
  'vite-8-themes'() {
    writeFileSync('index.js', readFileSync('themes.js'))
    run(fast, 'vite', 'bin/vite.js', 'build')
  },

  'vite-7': () => run(rest, 'vite-7', 'bin/vite.js', 'build'),

  async webpack() {
    const { default: CssMinimizerPlugin } = await importFrom(fast, 'css-minimizer-webpack-plugin')
    // `...` stands for webpack's own minimizer, for scripts.
    await pack(fast, { minimizer: ['...', new CssMinimizerPlugin()] })
  },

  'webpack-preset-env': () =>
    pack(rest, {
      loader: {
        loader: rest.resolve('postcss-loader'),
        // All features that it can rewrite.
        options: { postcssOptions: { plugins: [[rest.resolve('postcss-preset-env'), { stage: 0 }]] } },
      },
    }),

  async rspack() {
    await compile(fast('@rspack/core').rspack, { module: { rules: [{ test: /\.css$/, type: 'css' }] } })
    makePage('main', 'defer')
  },

  parcel() {
    // The one line of docs/compatibility.md. Parcel takes a folder with a lockfile for the project.
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    manifest['@parcel/resolver-default'] = { packageExports: true }
    writeFileSync('package.json', JSON.stringify(manifest))
    writeFileSync('package-lock.json', '{}')
    run(rest, 'parcel', 'lib/bin.js', 'build', 'index.html', '--no-autoinstall', '--no-cache')
  },

  async esbuild() {
    await fast('esbuild').build({
      entryPoints: ['index.js'],
      bundle: true,
      minify: true,
      format: 'esm',
      splitting: true,
      outdir: 'dist',
    })
    makePage('index', 'type="module"')
  },

  storybook() {
    mkdirSync('.storybook')
    writeFileSync(
      '.storybook/main.js',
      "export default { stories: ['../*.stories.js'], framework: '@storybook/react-vite', core: { disableTelemetry: true } }\n",
    )
    writeFileSync(
      'parts.stories.js',
      "import 'react-seam-portal/styles.css'\nimport { Parts } from './Parts.js'\n\nexport default { component: Parts }\nexport const All = {}\n",
    )
    run(fast, 'storybook', 'dist/bin/dispatcher.js', 'build', '--quiet', '-o', 'dist')
  },
}

await BUILDS[process.argv[2]]()

/** Runs the command of a package, like a script of the host. */
function run(require, name, bin, ...args) {
  const folder = dirname(require.resolve(`${name}/package.json`))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, bin), ...args], {
    encoding: 'utf8',
  })
  // Vite puts an empty module in the place of one of Node's, warns, and builds on.
  const isEmptied = /externalized for browser/.test(stdout + stderr)
  if (status !== 0 || isEmptied)
    throw new Error(`${name} did not build the host. It said:\n${stdout}\n${stderr}`)
}

/** webpack with css-loader, and with stylesheets in separate files. */
async function pack(require, { loader, minimizer }) {
  const { default: Extract } = await importFrom(require, 'mini-css-extract-plugin')
  const loaders = [Extract.loader, require.resolve('css-loader'), loader].filter(Boolean)
  await compile(require('webpack'), {
    module: { rules: [{ test: /\.css$/, use: loaders }] },
    plugins: [new Extract()],
    ...(minimizer && { optimization: { minimizer } }),
  })
  makePage('main', 'defer')
}

function importFrom(require, name) {
  return import(pathToFileURL(require.resolve(name)).href)
}

function compile(tool, config) {
  const folder = process.cwd()
  const usual = {
    mode: 'production',
    context: folder,
    entry: './index.js',
    output: { path: join(folder, 'dist') },
  }
  return new Promise((resolve, reject) => {
    tool({ ...usual, ...config }, (error, stats) => {
      if (error) reject(error)
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })
}

/** Writes the page for a tool that makes none: the host's page, with the built files instead of the source. */
function makePage(entry, kind) {
  const html = readFileSync('index.html', 'utf8')
    .replace('</head>', `<link rel="stylesheet" href="./${entry}.css" /></head>`)
    .replace('type="module" src="./index.js"', `${kind} src="./${entry}.js"`)
  writeFileSync('dist/index.html', html)
}
