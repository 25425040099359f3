// Writes the entries of the package into package.json: node .ci/writeExports.mjs. Their one list is .ci/entries.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'

const entries = JSON.parse(readFileSync('.ci/entries.json', 'utf8'))

/** The fields of package.json about the entries, for tools with and without support for `exports`. */
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
    // Node and bundlers use these two for `import` and for `require`, so a program never has two copies.
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
  // In npm's own format, so that no npm command changes it again.
  if (!isDeepStrictEqual(finished, manifest)) {
    writeFileSync('package.json', `${JSON.stringify(finished, undefined, 2)}\n`)
  }
}
