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

/** One page of docs/. Its links lead to the other pages of the Storybook, and its pictures are bundled. */
export function DocsPage({ text }: { text: string }): ReactNode {
  const here = text
    .replace(/\]\(([\w-]+)\.md(?:#[^)]*)?\)/g, (_, name: string) => `](?path=/docs/${idOf(name)})`)
    // A page that is not in the Storybook keeps its name and loses its link.
    .replace(/\[([^\]]*)\]\((?:decisions|\.\.)\/[^)]*\)/g, '$1')
    // The words after a block's language are for the tests. Here they would become attributes of the element.
    .replace(/^```(\w+) .*$/gm, '```$1')
    .replace(/\]\(([\w-]+\.png)\)/g, (_, name: string) => `](${pictures[`../docs/${name}`] ?? ''})`)
  return <Markdown>{here}</Markdown>
}

/** Storybook derives the id of a page from its title. */
function idOf(name: string): string {
  const [, title = ''] = /title="([^"]*)"/.exec(pages[`../stories/docs/${name}.mdx`] ?? '') ?? []
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`
}
