import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { usePortal, type UsePortalOptions } from '../../src/index'

function Demo(options: UsePortalOptions) {
  const { data, error, isPending, fetchStatus } = usePortal(options)
  if (error) return <p role="alert">No link: {error.code}</p>
  if (isPending) return <p role="status">{fetchStatus === 'idle' ? 'No link was asked for' : 'Asking'}</p>
  return <p role="status">A link for {String(data.customer_key)} is ready</p>
}

/** A link as a query, for a host’s own markup. The hook renews it before it ends. */
const meta = {
  title: 'Hooks/usePortal',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const Ready: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('A link for harbour-house is ready')).toBeVisible()
  },
}

export const Asking: Story = {
  parameters: { portal: { fault: 'hang' } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Asking')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { portal: { grant: false } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('No link: forbidden')
  },
}

export const Off: Story = {
  args: { enabled: false },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No link was asked for')).toBeVisible()
  },
}
