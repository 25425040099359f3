import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
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
export const Default: Story = {
  play: async (context) => {
    await shows('loaded')(context)
    const page = within(context.canvasElement)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Locale' }), 'de-DE')
    await waitFor(() => expect(page.getByRole('tabpanel')).toHaveTextContent('locale="de-DE"'))
    await waitFor(() => expect(page.getByText('New link, frame reloads')).toBeVisible())
    await shows('loaded')(context)
  },
}
