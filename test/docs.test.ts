import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ERROR_GUIDE } from '../src/client/ERROR_GUIDE'
import entries from '../.ci/entries.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }
import { PROPS } from '../stories/PROPS'

/** The folder where the code blocks are compiled. It is inside the repository, so that packages are found. */
const WORK = 'node_modules/.cache/docs'

/** Other tests run these blocks: test/server/recipes.test.ts in servers, and test/e2e/next.test.ts in a real app. */
const RUN_ELSEWHERE = ['backend.md', 'nextjs.md']

/** A folder with its own app. */
const EXAMPLE = 'examples/next'

/** A folder of tests, for the page about them. */
const TESTS = 'examples/testing'

const pages = readdirSync('docs').filter((file) => file.endsWith('.md'))
const everyPage = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  '.github/pull_request_template.md',
  ...readdirSync('.github/ISSUE_TEMPLATE').map((page) => join('.github/ISSUE_TEMPLATE', page)),
  `${EXAMPLE}/README.md`,
  `${TESTS}/README.md`,
  ...pages.map((page) => join('docs', page)),
  ...readdirSync('docs/decisions').map((page) => join('docs/decisions', page)),
]
const blocks = [...pages.map((page) => join('docs', page)), 'README.md']
  .filter((page) => existsSync(page) && !RUN_ELSEWHERE.some((other) => page.endsWith(other)))
  .flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```(tsx?)\b.*\n([\s\S]*?)^```/gm)].map(
      ([, kind = 'ts', code = ''], index) => ({
        page,
        file: `${page.replace(/\W/g, '_')}_${index}.${kind}`,
        code,
      }),
    ),
  )

afterAll(() => rmSync(WORK, { recursive: true, force: true }))

describe('the documentation', () => {
  it('has code that compiles, block by block', () => {
    mkdirSync(WORK, { recursive: true })
    for (const { file, code } of blocks) writeFileSync(join(WORK, file), `${code}\nexport {}\n`)
    const up = '../../..'
    const paths = Object.fromEntries(
      Object.entries(entries)
        .filter(([name]) => !name.endsWith('.css'))
        .map(([name, source]) => [`${manifest.name}${name.slice(1)}`, [`${up}/${source}`]]),
    )
    // The official client asks for a newer Node, so it is installed apart.
    paths['@seamapi/http'] = [`${up}/test/sdk/node_modules/@seamapi/http`]
    writeFileSync(
      join(WORK, 'styles.d.ts'),
      Object.keys(entries)
        .filter((name) => name.endsWith('.css'))
        .map((name) => `declare module '${manifest.name}${name.slice(1)}'\n`)
        .join(''),
    )
    // Modules that a host has itself.
    writeFileSync(
      join(WORK, 'session.ts'),
      'export declare const userOf: (request: Request) => Promise<{ id: string; organizationId: string } | null>\n',
    )
    writeFileSync(
      join(WORK, 'express.d.ts'),
      "declare module 'express' { export default function express(): { use(path: string, handler: (req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => void): { listen(port: number): void } } }\n",
    )
    writeFileSync(
      join(WORK, 'tsconfig.json'),
      JSON.stringify({ extends: `${up}/tsconfig.json`, compilerOptions: { paths }, include: ['*'] }),
    )
    const { stdout } = spawnSync('npx', ['tsc', '-p', WORK, '--pretty', 'false'], { encoding: 'utf8' })
    const faults = stdout.split('\n').filter((line) => line.includes(WORK) || line.startsWith('docs_'))
    expect(faults).toEqual([])
    expect(blocks.length).toBeGreaterThan(20)
  }, 60_000)

  it.each(Object.entries(ERROR_GUIDE))(
    'has in failures.md the same text about %s as `debug` prints',
    (code, { what, fix }) => {
      expect(readFileSync('docs/failures.md', 'utf8')).toContain(`### \`${code}\`\n\n${what} **${fix}**`)
    },
  )

  it.each(
    Object.entries(PROPS).flatMap(([part, props]) =>
      Object.entries(props).map(([prop, change]) => [prop, change, part] as const),
    ),
  )('tells in its table that a new %s means: %s', (prop, change, part) => {
    const rows = readFileSync('docs/presentations.md', 'utf8').split('\n')
    const fits = rows.some(
      (row) =>
        (prop in PROPS.wire && part !== 'PushProgress' && part !== 'ConfirmDelete'
          ? row.includes('every wire prop')
          : row.includes(`\`${prop}\``)) && row.includes(`| ${change}`),
    )
    expect(fits || (/^on[A-Z]/.test(prop) && change === 'live')).toBe(true)
  })

  it('says the same about a new value in README.md as PROPS', () => {
    const [, table = ''] =
      /## What a new value does\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
    const said = [...table.matchAll(/^\| (.*`.*) \| (reloads|live|next open|once)/gm)].flatMap(
      ([, props = '', change = '']) =>
        [...props.matchAll(/`([a-zA-Z_]+)`/g)].map(([, prop = '']) => [prop, change]),
    )
    const known = Object.values(PROPS).flatMap((props) =>
      Object.entries(props).map((entry) => entry.join(' ')),
    )
    const ours = said.filter(([prop]) => prop !== 'className')
    expect(ours.length).toBeGreaterThan(10)
    expect(ours.map((entry) => entry.join(' ')).filter((entry) => !known.includes(entry))).toEqual([])
  })

  it('names in theming.md exactly the values that the stylesheet reads', () => {
    const [, table = ''] = /^\| colours([\s\S]*?)\n\n/m.exec(readFileSync('docs/theming.md', 'utf8')) ?? []
    const named = [...table.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
    const styles = readFileSync('src/styles.css', 'utf8')
    const read = [...styles.matchAll(/var\(\s*--seam-portal-([\w-]+)/g)].map(([, name = '']) => name)
    expect(named.sort()).toEqual([...new Set(read)].filter((name) => name !== 'scheme').sort())
  })

  it.each(everyPage)('%s links only to pages, headings and pictures that exist', (page) => {
    const text = readFileSync(page, 'utf8')
    const links = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, link = '']) => link)
    const missing = links.filter((link) => {
      const [path = '', anchor] = link.split('#')
      if (/^https?:/.test(link)) return false
      const target = path ? join(dirname(page), path) : page
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
    })
    expect(missing).toEqual([])
  })

  it.each(everyPage)('%s names only commands that exist', (page) => {
    const text = readFileSync(page, 'utf8')
    const folder = [EXAMPLE, TESTS].find((one) => page.startsWith(one))
    const { scripts } = folder ? readManifest(folder) : manifest
    const named = [...text.matchAll(/npm (?:run )?(test|start|(?<=run )[\w:-]+)/g)].map(
      ([, name = '']) => name,
    )
    const run = [...text.matchAll(/node ([\w./-]+\.mjs)/g)].map(([, path = '']) => path)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    // Or a file that the reader writes, as the page says.
    expect(run.filter((path) => !existsSync(path) && !text.includes(`file=${path}`))).toEqual([])
  })

  it('shows in testing.md examples of ten lines at most, each of them run by test/e2e/packageToolchains.test.ts', () => {
    const shown = [...readFileSync('docs/testing.md', 'utf8').matchAll(/^```(.*)\n([\s\S]*?)^```/gm)]
    expect(shown.length).toBeGreaterThan(10)
    for (const [, info, code = ''] of shown) {
      expect(info).toContain('file=docs/')
      expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(10)
    }
  })

  it('shows in nextjs.md the files of the example unchanged', () => {
    const shown = [...readFileSync('docs/nextjs.md', 'utf8').matchAll(/^```tsx? ?(.*)\n([\s\S]*?)^```/gm)]
    expect(shown.length).toBeGreaterThan(8)
    for (const [, info = '', code] of shown) {
      const path = info.replace('file=', '')
      expect({ path, code }).toEqual({ path, code: readFileSync(path, 'utf8') })
    }
  })

  it.each(pages)('%s is a page of the Storybook', (page) => {
    const shown = readdirSync('stories/docs').map((file) => readFileSync(join('stories/docs', file), 'utf8'))
    expect(shown.join('\n')).toContain(`docs/${page}?raw`)
  })
})

function readManifest(folder: string): { scripts: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
}

/** The anchors of a page's headings. */
function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}
