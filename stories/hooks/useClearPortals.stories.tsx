import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { PortalFrame, useClearPortals } from '../../src/index'
import { shows } from '../shows'

function Demo() {
  const clear = useClearPortals()
  return (
    <>
      <button type="button" onClick={clear}>
        End all portals
      </button>
      <PortalFrame heading="Access" />
    </>
  )
}

/** Ends every link and frame at once. A host calls it when the user signs out. */
const meta = {
  title: 'Hooks/useClearPortals',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const EndsAll: Story = {
  play: async (context) => {
    await shows('loaded')(context)
    const page = within(context.canvasElement.ownerDocument.body)
    const before = page.getByTitle('Access')
    await userEvent.click(page.getByRole('button', { name: 'End all portals' }))
    await expect(before).not.toBeInTheDocument()
    await shows('loaded')(context)
  },
}
