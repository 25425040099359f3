import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { propDocs } from '../.storybook/propDocs'
import { PortalLauncher } from '../src/index'
import { shows } from './shows'

const meta = {
  title: 'Components/PortalLauncher',
  component: PortalLauncher,
  argTypes: propDocs('wire', 'PortalLauncher'),
  args: { children: 'Manage access', onOpenChange: fn(), onStatusChange: fn(), onError: fn() },
} satisfies Meta<typeof PortalLauncher>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {}

export const Outline: Story = { args: { 'data-variant': 'outline' } as never }

export const Disabled: Story = { args: { disabled: true } }

export const Dark: Story = { globals: { theme: 'dark' } }

export const OutlineDark: Story = { ...Outline, globals: { theme: 'dark' } }

export const RightToLeft: Story = { args: { presentation: 'tab' }, globals: { direction: 'rtl' } }

export const Unstyled: Story = { parameters: { portal: { styled: false } } }

/** Without children it has a default label in the user's language. */
export const OwnLabel: Story = { args: { children: undefined, locale: 'de-DE' } }

export const OpensDialog: Story = {
  args: { presentation: 'dialog' },
  play: async (context) => {
    await userEvent.click(
      within(context.canvasElement.ownerDocument.body).getByRole('button', { name: 'Manage access' }),
    )
    await shows('loaded')(context)
    await expect(context.args.onOpenChange).toHaveBeenCalledWith(true, { reason: 'trigger' })
  },
}

export const OpensDrawer: Story = {
  args: { presentation: 'drawer' },
  play: OpensDialog.play!,
}

export const OpensTab: Story = {
  args: { presentation: 'tab' },
  play: async ({ canvasElement }) => {
    const document_ = document.implementation.createHTMLDocument()
    const tab = { opener: window, document: document_, close: fn() }
    const went = fn()
    document_.addEventListener('click', ({ target }) => went((target as HTMLAnchorElement).rel))
    const open = spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    await userEvent.click(
      within(canvasElement.ownerDocument.body).getByRole('button', { name: /^Manage access/ }),
    )
    await expect(open).toHaveBeenCalledWith('', '_blank')
    await waitFor(() => expect(went).toHaveBeenCalledWith('noreferrer'))
    await expect(tab.opener).toBeNull()
  },
}

/** A tab whose link is in flight. */
export const Busy: Story = {
  args: { presentation: 'tab' },
  parameters: { portal: { fault: 'hang' } },
  play: async ({ canvasElement }) => {
    const tab = { opener: window, document: document.implementation.createHTMLDocument(), close: fn() }
    spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    const button = within(canvasElement.ownerDocument.body).getByRole('button', { name: /^Manage access/ })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
}

export const TabBlocked: Story = {
  args: { presentation: 'tab' },
  play: async ({ args, canvasElement }) => {
    spyOn(window, 'open').mockReturnValue(null)
    const page = within(canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: /^Manage access/ }))
    const here = await page.findByRole('button', { name: 'Open it here' })
    await waitFor(() => expect(here).toHaveFocus())
    await expect(args.onError).toHaveBeenCalled()
  },
}

export const TabBlockedOpensHere: Story = {
  args: { presentation: 'tab' },
  play: async (context) => {
    await TabBlocked.play!(context)
    await userEvent.click(
      within(context.canvasElement.ownerDocument.body).getByRole('button', { name: 'Open it here' }),
    )
    await shows('loaded')(context)
  },
}

export const TabFailed: Story = {
  args: { presentation: 'tab' },
  parameters: { portal: { fault: 'server_error' } },
  play: async ({ canvasElement }) => {
    const tab = { opener: window, document: document.implementation.createHTMLDocument(), close: fn() }
    spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    const page = within(canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: /^Manage access/ }))
    await page.findByRole('button', { name: 'Retry' })
    await expect(tab.close).toHaveBeenCalled()
  },
}

export const BeginsOpen: Story = { args: { defaultOpen: true }, play: shows('loaded') }

export const HeldOpenByTheHost: Story = { args: { open: true }, play: shows('loaded') }

export const Deeplinked: Story = {
  args: {
    defaultOpen: true,
    heading: 'R-20418',
    deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    navigation_mode: 'restricted',
  },
  play: shows('loaded'),
}

export const OwnButton: Story = {
  args: {
    render: (props) => (
      <button {...props} style={{ font: 'inherit', padding: 12, borderRadius: 24, border: '1px solid' }} />
    ),
  },
}

export const OwnElement: Story = {
  args: {
    children: undefined,
    render: (
      <button type="button" className="own">
        Doors and codes
      </button>
    ),
  },
}

export const WarmsLink: Story = { args: { warm: 'session' } }

export const WarmsFrame: Story = { args: { warm: 'frame' } }

export const WarmsNothing: Story = { args: { warm: 'off' } }
