import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { type CustomerData, usePushData } from '../../src/index'

const sent: CustomerData = {
  customer_key: 'harbour-house',
  rooms: [
    { room_key: '401', name: 'Room 401' },
    { room_key: '402', name: 'Room 402' },
  ],
}

function Demo({ data }: { data: CustomerData }) {
  const { start, isPushing, result, error } = usePushData({ id: 'import' })
  const { pushed = 0, failed = [] } = result ?? {}
  return (
    <>
      <button type="button" disabled={isPushing} onClick={() => start(data)}>
        Send
      </button>
      <p role="status">
        {error && `Nothing was sent: ${error.code}`}
        {result && `${pushed} sent, ${failed.length} need attention`}
      </p>
      <ul>
        {failed.map(({ path, reason }) => (
          <li key={path}>
            {path}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Sends records through the backend. It leaves out records that the vendor would refuse, and lists them. */
const meta = {
  title: 'Hooks/usePushData',
  component: Demo,
  args: { data: sent },
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const Sends: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await expect(await page.findByText('2 sent, 0 need attention')).toBeVisible()
  },
}

export const NamesWhatIsWrong: Story = {
  args: {
    data: {
      ...sent,
      reservations: [
        {
          reservation_key: 'R-20440',
          starts_at: '2026-03-01T15:00:00Z',
          ends_at: '2026-03-04T10:00:00+01:00',
        },
      ],
    },
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await expect(await page.findByText('2 sent, 1 need attention')).toBeVisible()
    await expect(page.getByText(/reservations\[0\].ends_at/)).toBeVisible()
  },
}

/** The server refuses records unless its grant allows them. */
export const Refused: Story = {
  parameters: { portal: { grant: { allow: {} } } },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await expect(await page.findByText('0 sent, 2 need attention')).toBeVisible()
  },
}

export const SignedOut: Story = {
  parameters: { portal: { provider: { sessionKey: null } } },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await expect(await page.findByText('Nothing was sent: unauthorized')).toBeVisible()
  },
}
