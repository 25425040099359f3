import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'

const pictures = import.meta.glob<string>('../docs/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const pages = import.meta.glob<string>('../stories/docs/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** One page of docs/, with its links leading to the other pages here and its pictures beside them. */
export function DocsPage({ text }: { text: string }): ReactNode {
  const here = text
    .replace(/\]\(([\w-]+)\.md(?:#[^)]*)?\)/g, (_, name: string) => `](?path=/docs/${idOf(name)})`)
    // A page that is not in the Storybook is named, without a link.
    .replace(/\[([^\]]*)\]\((?:decisions|\.\.)\/[^)]*\)/g, '$1')
    // What a block says of itself is for our tests; here it would become attributes of the element.
    .replace(/^```(\w+) .*$/gm, '```$1')
    .replace(/\]\(([\w-]+\.png)\)/g, (_, name: string) => `](${pictures[`../docs/${name}`] ?? ''})`)
  return <Markdown>{here}</Markdown>
}

/** Storybook names a page after its title. */
function idOf(name: string): string {
  const [, title = ''] = /title="([^"]*)"/.exec(pages[`../stories/docs/${name}.mdx`] ?? '') ?? []
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`
}
