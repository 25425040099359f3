import { LOCALES } from '../src/schemas/index'
import { type Change, PROPS } from '../stories/PROPS'

const sources = import.meta.glob<string>(
  [
    '../src/schemas/PortalOptions.ts',
    '../src/client/createPortalClient.ts',
    '../src/components/**/*.tsx',
    '../src/hooks/*.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

const CONTROLS: Record<string, object> = {
  locale: { control: 'select', options: LOCALES },
  navigation_mode: { control: 'inline-radio', options: ['full', 'restricted'] },
  presentation: { control: 'inline-radio', options: ['dialog', 'drawer', 'tab'] },
  warm: { control: 'inline-radio', options: ['off', 'session', 'frame'] },
  heading: { control: 'text' },
}
for (const name of ['is_embedded', 'exclude_locale_picker', 'read_only', 'enabled', 'open', 'defaultOpen']) {
  CONTROLS[name] = { control: 'boolean' }
}
for (const name of ['renderStatus', 'render', 'initialPortal', 'onStatusChange', 'onError', 'onOpenChange']) {
  CONTROLS[name] = { control: false }
}

/** The table of a component's props: their docblocks from the source, and when a new value shows. */
export function propDocs(...groups: (keyof typeof PROPS)[]): Record<string, object> {
  return Object.fromEntries(
    groups.flatMap((group) =>
      Object.entries<Change>(PROPS[group]).map(([name, change]) => {
        const { text, preset, type } = docblockOf(name, group)
        const table = {
          category: group === 'wire' ? 'Over the wire, under the vendor’s names' : 'In React',
          type: { summary: type },
          ...(preset && { defaultValue: { summary: preset } }),
        }
        const description = `${text} A new value ${CHANGES[change]}.`
        return [name, { description, table, ...(CONTROLS[name] ?? { control: 'object' }) }]
      }),
    ),
  )
}

const CHANGES: Record<Change, string> = {
  reloads: 'reloads the frame',
  live: 'shows at once',
  'next open': 'takes effect at the next open',
  once: 'has no effect',
}

function docblockOf(name: string, group: string): { text: string; preset: string | undefined; type: string } {
  const pattern = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*${name}\\??: (.*)`)
  const [, block = '', type = ''] =
    inOrder(group)
      .map((source) => pattern.exec(source))
      .find(Boolean) ?? []
  const [text = '', preset] = block
    .replace(/^\s*\*/gm, '')
    .trim()
    .split('@default ')
  return { text: text.replace(/\s+/g, ' ').trim(), preset: preset?.trim(), type: typeOf(type) }
}

/** The sources, first the one of this group: some names have different docblocks in different files. */
function inOrder(group: string): string[] {
  const home =
    group === 'wire' ? /schemas|client/ : new RegExp(`/${group.replace('PortalDialog.', 'Dialog')}\\.`)
  return Object.entries(sources)
    .sort(([one], [other]) => Number(home.test(other)) - Number(home.test(one)))
    .map(([, source]) => source)
}

/** The type in the source. A schema's type is rewritten in TypeScript. */
function typeOf(source: string): string {
  return source
    .replace(/^z\.optional\((.*)\),?$/, '$1')
    .replace(/^z\.array\((.*)\)$/, '$1[]')
    .replace(/^z\.enum\(LOCALES\)$/, 'Locale')
    .replace(/^z\.enum\(\[(.*)\]\)$/, (_, names: string) => names.split(', ').join(' | '))
    .replace(/^z\.(\w+)\(\)$/, '$1')
    .replace(/ \| undefined$/, '')
}
