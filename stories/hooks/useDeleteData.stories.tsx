import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { useDeleteData } from '../../src/index'

function Demo() {
  const { mutate, isSuccess, error } = useDeleteData()
  return (
    <>
      <button type="button" onClick={() => mutate({ reservation_keys: ['R-20418'] })}>
        Delete R-20418
      </button>
      <p role="status">
        {error && `Nothing was deleted: ${error.code}`}
        {isSuccess && 'Deleted'}
      </p>
    </>
  )
}

/** Deletes records by key, where the server allows it. */
const meta = {
  title: 'Hooks/useDeleteData',
  component: Demo,
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const Deletes: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Delete R-20418' }))
    await expect(await page.findByText('Deleted')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { portal: { grant: { allow: {} } } },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Delete R-20418' }))
    await expect(await page.findByText('Nothing was deleted: forbidden')).toBeVisible()
  },
}
