import type { PlaygroundConfig } from './PlaygroundConfig'
import { printLiteral } from './printLiteral'
import { statedOptions } from './statedOptions'

/** Prints a Storybook story with these args. `globals.theme` needs the `portalDecorator` of react-seam-portal/testing. */
export function printArgs(config: PlaygroundConfig): string {
  const { presentation, heading, theme, customer_key } = config
  const isInline = presentation === 'inline'
  const story = {
    args: {
      presentation: isInline || presentation === 'dialog' ? undefined : presentation,
      heading,
      customer_key,
      ...statedOptions(config, 'library'),
    },
    globals: theme && { theme },
  }
  const type = `StoryObj<typeof ${isInline ? 'PortalFrame' : 'PortalLauncher'}>`
  return `export const Configured: ${type} = ${printLiteral(story)}\n`
}
