import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { useCreatePortal } from '../../src/index'

function Demo() {
  const { mutate, data, error, isPending } = useCreatePortal()
  return (
    <>
      <button type="button" disabled={isPending} onClick={() => mutate({ locale: 'fr-FR' })}>
        Make a link
      </button>
      <p role="status">{error ? `No link: ${error.code}` : data ? 'A link was made' : 'No link yet'}</p>
    </>
  )
}

/** Makes a link at each call, for a host's own code. */
const meta = {
  title: 'Hooks/useCreatePortal',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const MakesOne: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Make a link' }))
    await expect(await page.findByText('A link was made')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { portal: { grant: false } },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Make a link' }))
    await expect(await page.findByText('No link: forbidden')).toBeVisible()
  },
}
