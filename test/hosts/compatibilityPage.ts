import { replaceSection } from '../support/replaceSection'
import { FAST_HOSTS, type Host, NEXT_HOSTS, REST_HOSTS, THEMES_HOST } from './HOSTS'
import { PARTS } from './PARTS'
import { type Scheme, SCHEMES, THEMES } from './SCHEMES'

/** The results of a test run in one host. */
export interface SeenHost {
  id: string
  /** Each package, and the version that was installed. */
  versions: Record<string, string>
  /** The day, such as `2026-11-25`. */
  date: string
  /** Each way to choose the theme, and whether every colour was right. */
  schemes: Record<string, boolean>
}

/** Every host whose page shows the parts, in the order of the table. */
export const COMPARED_HOSTS: readonly Host[] = [...FAST_HOSTS, ...NEXT_HOSTS, ...REST_HOSTS]

/** Writes the section on builds in docs/compatibility.md, and keeps the rest of the page. */
export function compatibilityPage(page: string, seen: readonly SeenHost[]): string {
  return replaceSection(page, 'Builds', builds(seen))
}

function builds(seen: readonly SeenHost[]): string {
  const colours = PARTS.reduce((sum, part) => sum + Object.keys(part.colours).length, 0)
  const parts = [...new Set(PARTS.map(({ name }) => name))].join(', ')
  return `Each host is an app that installs the packed library. It declares no \`color-scheme\`, has no reset and no CSS of its own. The tool builds it for production, and Chromium opens it. The test reads ${colours} colours and compares each with the design. It reads them of: ${parts}.

| host | versions | tested on |
|---|---|---|
${[...COMPARED_HOSTS, THEMES_HOST].map((host) => versionRow(host, seen)).join('\n')}

${table(SCHEMES, COMPARED_HOSTS, seen)}

${table(THEMES, [THEMES_HOST], seen)}`
}

function versionRow(host: Host, seen: readonly SeenHost[]): string {
  const { versions = {}, date = '' } = seenOf(host, seen) ?? {}
  const said = Object.entries(versions).map(
    ([name, version]) => `${name.replace('vite-7', 'vite')} ${version}`,
  )
  return `| ${host.name} | ${said.join(', ')} | ${date} |`
}

function table(schemes: readonly Scheme[], hosts: readonly Host[], seen: readonly SeenHost[]): string {
  const head = ['how the theme is chosen', 'theme', ...hosts.map(({ name }) => name)]
  const rows = schemes.map(({ name, theme }) => {
    const cells = hosts.map((host) => {
      const right = seenOf(host, seen)?.schemes[name]
      return right === undefined ? 'not tested' : right ? 'yes' : '**no**'
    })
    return [name, theme, ...cells]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function seenOf({ id }: Host, seen: readonly SeenHost[]): SeenHost | undefined {
  return seen.find((one) => one.id === id)
}
