import type { PlaygroundConfig } from './PlaygroundConfig'
import { printLiteral } from './printLiteral'
import { statedOptions } from './statedOptions'

/** Longest element that is printed on one line. */
const WIDTH = 64

/** Prints the element to put on a page: a `PortalFrame`, or a `PortalLauncher` that opens the portal. */
export function printJsx(config: PlaygroundConfig): string {
  const { presentation, heading, theme, customer_key } = config
  const isInline = presentation === 'inline'
  const props = {
    presentation: isInline || presentation === 'dialog' ? undefined : presentation,
    heading,
    customer_key,
    ...statedOptions(config, 'library'),
  }
  if (isInline) return printElement('PortalFrame', { 'data-theme': theme, ...props }, '')
  if (!theme) return printElement('PortalLauncher', props, '')
  // The dialog takes its theme from around the button, so the button's own attribute would not reach it.
  return `<div data-theme="${theme}">\n  ${printElement('PortalLauncher', props, '  ')}\n</div>`
}

function printElement(name: string, props: object, indent: string): string {
  const attributes = Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([prop, value]) => printAttribute(prop, value, `${indent}  `))
  const line = `<${[name, ...attributes].join(' ')} />`
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line
  return `<${name}\n${attributes.map((one) => `${indent}  ${one}\n`).join('')}${indent}/>`
}

function printAttribute(name: string, value: unknown, indent: string): string {
  if (value === true) return name
  // In a quoted attribute `&` begins an entity, and a backslash escapes nothing.
  if (typeof value === 'string' && /^[^"&\\\p{C}\p{Zl}\p{Zp}]*$/u.test(value)) return `${name}="${value}"`
  return `${name}={${printLiteral(value, indent)}}`
}
