// Bundles a browser program into the text of one script, for Vite and Rolldown: import { program } from './startPage.ts?program'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const QUERY = /\?program$/

/**
 * A plugin that answers the import of a module with `?program` behind its name.
 * The import gives the text of a classic script that calls the module's function of the same name as the file.
 * No setting of the surrounding build reaches the text, so the library, the stories, the demo and the tests get the same bytes.
 */
export function bundledProgram() {
  return {
    name: 'bundled-program',
    load: {
      filter: { id: QUERY },
      async handler(id) {
        const { text, files } = await bundleProgram(id.replace(QUERY, ''))
        for (const file of files) this.addWatchFile(file)
        return {
          code: `export const program = ${JSON.stringify(text)}\n`,
          map: { mappings: '' },
          moduleType: 'js',
        }
      },
    },
  }
}

/** Bundles one program. Returns its text and the files in it. */
export async function bundleProgram(path) {
  const name = basename(path, '.ts')
  const { outputFiles, metafile } = await build({
    stdin: { contents: `import { ${name} } from './${name}'\n${name}()`, resolveDir: dirname(path) },
    // The text has paths in comments. They are relative to the repository, so they are the same on every machine.
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    // Browsers since late 2020. Older ones do not have `replaceChildren` either.
    target: 'es2020',
    charset: 'utf8',
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  const files = Object.keys(metafile.inputs).filter((file) => file !== '<stdin>')
  return { text: outputFiles[0].text, files: files.map((file) => join(root, file)) }
}
