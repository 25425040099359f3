import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playground } from '../demo/playground/Playground'
import playground from '../demo/playground/styles/playground.css?inline'
import base from '../demo/styles/base.css?inline'
import { shows } from './shows'

const meta = {
  title: 'Playground',
  component: Playground,
  // It is a tool of its own and not a part of the package, so it has no table of props.
  tags: ['!autodocs'],
  args: { portalPage: new URL('portal.html', document.baseURI).href },
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  decorators: [
    (Story) => (
      <>
        <style>{base + playground}</style>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof Playground>

export default meta
type Story = StoryObj<typeof meta>

/** Every field of create_portal, the portal that it makes, and the code for it. */
export const Default: Story = { play: shows('loaded') }
