import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { userEvent, within } from 'storybook/test'
import { PortalFrame, usePrefetchPortal } from '../../src/index'
import { shows } from '../shows'

function Demo() {
  const prefetch = usePrefetchPortal()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <button
        type="button"
        onPointerEnter={() => prefetch({ is_embedded: true })}
        onClick={() => setShown(true)}
      >
        Access
      </button>
      {isShown && <PortalFrame heading="Access" />}
    </>
  )
}

/** Prefetches a link when the host knows that the user will soon open a portal. */
const meta = {
  title: 'Hooks/usePrefetchPortal',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const OnHover: Story = {
  play: async (context) => {
    const button = within(context.canvasElement.ownerDocument.body).getByRole('button', { name: 'Access' })
    await userEvent.hover(button)
    await userEvent.click(button)
    await shows('loaded')(context)
  },
}
