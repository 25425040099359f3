import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { propDocs } from '../.storybook/propDocs'
import { PortalDialog } from '../src/index'
import { Dialog } from './Dialog'
import { shows } from './shows'

const meta = {
  title: 'Components/PortalDialog',
  component: PortalDialog.Root,
  argTypes: propDocs('wire', 'PortalDialog.Root'),
  subcomponents: {
    'PortalDialog.Trigger': PortalDialog.Trigger,
    'PortalDialog.Popup': PortalDialog.Popup,
    'PortalDialog.Title': PortalDialog.Title,
    'PortalDialog.Close': PortalDialog.Close,
    'PortalDialog.Frame': PortalDialog.Frame,
  } as never,
  render: Dialog,
  args: { heading: 'Access to Harbour House', onOpenChange: fn(), onStatusChange: fn(), onError: fn() },
} satisfies Meta<typeof PortalDialog.Root>

export default meta
type Story = StoryObj<typeof meta>

export const Closed: Story = {}

export const Open: Story = { args: { defaultOpen: true }, play: shows('loaded') }

export const OpensAndClosesByEscape: Story = {
  play: async ({ args, canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body)
    const trigger = page.getByRole('button', { name: 'Manage access' })
    await userEvent.click(trigger)
    const dialog = await page.findByRole('dialog', { name: 'Access to Harbour House' })
    await waitFor(() => expect(page.getByRole('heading', { name: 'Access to Harbour House' })).toHaveFocus())
    // The event that the browser fires on Escape. A script cannot press the real key.
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
    await waitFor(() => expect(trigger).toHaveFocus())
    await expect(dialog).not.toHaveAttribute('open')
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false, { reason: 'escape' })
  },
}

export const ClosesByItsButton: Story = {
  play: async ({ args, canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body)
    const trigger = page.getByRole('button', { name: 'Manage access' })
    await userEvent.click(trigger)
    await userEvent.click(await page.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(trigger).toHaveFocus())
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false, { reason: 'close' })
  },
}

export const KeepsItsFrameWhileClosed: Story = {
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    const trigger = page.getByRole('button', { name: 'Manage access' })
    await userEvent.click(trigger)
    await shows('loaded')(context)
    const frame = page.getByTitle('Access to Harbour House')
    await userEvent.click(page.getByRole('button', { name: 'Close' }))
    await userEvent.click(trigger)
    await expect(page.getByTitle('Access to Harbour House')).toBe(frame)
    await shows('loaded')(context)
  },
}

export const HeldOpenByTheHost: Story = { args: { open: true }, play: shows('loaded') }

export const Drawer: Story = { args: { defaultOpen: true, presentation: 'drawer' }, play: shows('loaded') }

export const DrawerDark: Story = { ...Drawer, globals: { theme: 'dark' } }

export const DrawerRightToLeft: Story = { ...Drawer, globals: { direction: 'rtl' } }

export const DrawerMobile: Story = { ...Drawer, globals: { viewport: { value: 'mobile1' } } }

export const DrawerOnReservation: Story = {
  args: {
    defaultOpen: true,
    presentation: 'drawer',
    heading: 'R-20418',
    deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    navigation_mode: 'restricted',
  },
  play: shows('loaded'),
}

export const Creating: Story = {
  args: { defaultOpen: true },
  parameters: { portal: { fault: 'hang' } },
  play: shows('creating'),
}

export const Loading: Story = {
  args: { defaultOpen: true },
  parameters: { portal: { loads: false } },
  play: shows('loading'),
}

export const Slow: Story = {
  args: { defaultOpen: true },
  parameters: { portal: { loads: false, hurried: true } },
  play: shows('slow'),
}

export const Expired: Story = {
  args: { defaultOpen: true },
  parameters: { portal: { fault: 'expires_soon', faultOptions: { ms: 500 } } },
  play: shows('expired'),
}

export const Failed: Story = {
  args: { defaultOpen: true },
  parameters: { portal: { fault: 'server_error' } },
  play: shows('failed', 'vendor_error'),
}

export const FailedInDrawer: Story = {
  args: { defaultOpen: true, presentation: 'drawer' },
  parameters: { portal: { fault: 'server_error' } },
  play: shows('failed', 'vendor_error'),
}

export const Dark: Story = { ...Open, globals: { theme: 'dark' } }

export const FailedDark: Story = { ...Failed, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } }

export const Mobile: Story = { ...Open, globals: { viewport: { value: 'mobile1' } } }

export const Unstyled: Story = { ...Open, parameters: { portal: { styled: false } } }

/** The whole frame is prewarmed on hover, so the click shows it at once. */
export const WarmFrame: Story = {
  args: { warm: 'frame' },
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    const trigger = page.getByRole('button', { name: 'Manage access' })
    await userEvent.hover(trigger)
    await shows('loaded')(context)
    await expect(page.queryByRole('dialog')).toBeNull()
    await userEvent.click(trigger)
    await waitFor(() => expect(page.getByRole('dialog')).toBeVisible())
    await shows('loaded')(context)
  },
}

/** The browser sends no request before the click. */
export const NotWarmed: Story = { args: { warm: 'off' } }

/** The host composes the parts, with its own button. */
export const OwnParts: Story = {
  render: (args) => (
    <PortalDialog.Root {...args}>
      <PortalDialog.Trigger render={(props) => <button {...props}>Access</button>} />
      <PortalDialog.Popup className="own">
        <PortalDialog.Title>Who may come in</PortalDialog.Title>
        <PortalDialog.Frame style={{ blockSize: 480 }} />
        <PortalDialog.Close>Done</PortalDialog.Close>
      </PortalDialog.Popup>
    </PortalDialog.Root>
  ),
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    await userEvent.click(page.getByText('Access'))
    await shows('loaded')(context)
    await waitFor(() => expect(page.getByRole('dialog', { name: 'Who may come in' })).toBeVisible())
    await userEvent.click(page.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  },
}
