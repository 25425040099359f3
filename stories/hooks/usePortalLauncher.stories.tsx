import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { PortalDialog, usePortalLauncher, type UsePortalLauncherOptions } from '../../src/index'
import { shows } from '../shows'

function Demo(options: UsePortalLauncherOptions) {
  const { triggerProps, rootProps } = usePortalLauncher(options)
  return (
    <>
      <div role="menu" aria-label="Reservation">
        <button type="button" role="menuitem" {...triggerProps}>
          Manage access
        </button>
      </div>
      <PortalDialog.Root {...rootProps} heading="Access">
        <PortalDialog.Popup />
      </PortalDialog.Root>
    </>
  )
}

/** A launcher without markup: a menu item that opens the dialog. */
const meta = {
  title: 'Hooks/usePortalLauncher',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const MenuItem: Story = {
  args: { landing_page: { manage: { property_key: 'harbour-house' } } },
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    const item = page.getByRole('menuitem', { name: 'Manage access' })
    await userEvent.click(item)
    await shows('loaded')(context)
    await expect(item).toHaveAttribute('aria-expanded', 'true')
  },
}
