// Writes the entries of the package into package.json: node .ci/writeExports.mjs. Their one list is .ci/entries.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'

const entries = JSON.parse(readFileSync('.ci/entries.json', 'utf8'))

/** What package.json says of the entries, for tools that read `exports` and for those that do not. */
export function exportsOf(sources) {
  const scripts = Object.entries(sources).filter(([, source]) => !source.endsWith('.css'))
  const root = formatsOf(sources['.'])
  return {
    main: root.require.default,
    module: root.default,
    types: root.require.types,
    typesVersions: {
      '*': Object.fromEntries(
        scripts
          .filter(([name]) => name !== '.')
          .map(([name, source]) => [name.slice(2), [formatsOf(source).require.types]]),
      ),
    },
    exports: {
      ...Object.fromEntries(
        Object.entries(sources).map(([name, source]) => [
          name,
          source.endsWith('.css') ? source.replace('src/', './dist/') : formatsOf(source),
        ]),
      ),
      './package.json': './package.json',
    },
  }
}

function formatsOf(source) {
  const path = source.replace('src/', './dist/').replace(/\.tsx?$/, '')
  const module = `${path}.js`
  return {
    // Node and bundlers take these two for `import` and for `require`, so a program never holds two copies.
    'module-sync': module,
    module,
    import: { types: `${path}.d.ts`, default: module },
    require: { types: `${path}.d.cts`, default: `${path}.cjs` },
    default: module,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const finished = { ...manifest, ...exportsOf(entries) }
  // As npm writes it, so that no command of npm's changes it again.
  if (!isDeepStrictEqual(finished, manifest)) {
    writeFileSync('package.json', `${JSON.stringify(finished, undefined, 2)}\n`)
  }
}
