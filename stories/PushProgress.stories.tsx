import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { PushProgress, type PushProgressProps } from '../src/components/push/index'
import type { PushFailure } from '../src/index'
import look from '../src/push.css?inline'

/** How far a push is, drawn from its progress alone: also of one that runs on a server. */
const meta = {
  title: 'Components/PushProgress',
  component: PushProgress,
  args: {
    heading: 'Importing reservations',
    progress: {
      state: 'running',
      done: 41_200,
      total: 100_000,
      failed: 0,
      bytes: 9_800_000,
      perSecond: 2350,
      remainingMs: 25_000,
    },
    onPause: fn(),
    onResume: fn(),
    onCancel: fn(),
    onRetry: fn(),
  },
  decorators: [
    (Story) => (
      <>
        <style>{look}</style>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof PushProgress>

export default meta
type Story = StoryObj<typeof meta>

const at = (progress: Partial<PushProgressProps['progress']>): PushProgressProps['progress'] => ({
  state: 'running',
  done: 41_200,
  total: 100_000,
  failed: 0,
  bytes: 9_800_000,
  perSecond: 2350,
  ...progress,
})

const failures: PushFailure[] = Array.from({ length: 12 }, (_, index) => ({
  customer_key: 'harbour-house',
  list: 'reservations',
  index: index * 831,
  key: `R-2${String(index * 831).padStart(6, '0')}`,
  path: `reservations[${index * 831}].${index % 3 ? 'ends_at' : 'starts_at'}`,
  code: 'invalid_input',
  reason: 'Expected a date and time such as 2026-03-01T15:00:00Z',
  line: index * 831 + 2,
}))

/** A `play` that ends once the card says this. */
const says =
  (text: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> =>
    expect(await within(canvasElement).findByText(text, { selector: ':not([role])' })).toBeVisible()

export const Running: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await says('41,200 of 100,000 · about 25 seconds left')({ canvasElement })
    await expect(card.getByText('41%')).toBeVisible()
    await expect(card.getByRole('progressbar', { name: 'Importing reservations' })).toHaveValue(0.412)
    await userEvent.click(card.getByRole('button', { name: 'Pause' }))
    await userEvent.click(card.getByRole('button', { name: 'Cancel' }))
    await expect(args.onPause).toHaveBeenCalledOnce()
    await expect(args.onCancel).toHaveBeenCalledOnce()
  },
}

/** A list that is no array has no end until it was read: the bar breathes, and the count says how far it is. */
export const Indeterminate: Story = {
  args: { progress: { state: 'running', done: 41_200, failed: 0, bytes: 9_800_000, perSecond: 2350 } },
  play: says('41,200 so far'),
}

export const Paused: Story = {
  args: { progress: at({ state: 'paused' }) },
  play: async ({ canvasElement, args }) => {
    await says('Paused at 41,200')({ canvasElement })
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Resume' }))
    await expect(args.onResume).toHaveBeenCalledOnce()
  },
}

/** The push paused itself: somebody was signed out. */
export const PausedSignedOut: Story = {
  args: { progress: at({ state: 'paused', code: 'unauthorized' }) },
  play: says('You’ve been signed out. Sign in again, then continue.'),
}

/** The push paused itself: five tries found no answer. */
export const PausedUnanswered: Story = {
  args: { progress: at({ state: 'paused', code: 'proxy_unreachable' }) },
  play: says('There was no answer. Check your connection, then continue.'),
}

export const Waiting: Story = {
  args: { progress: at({ state: 'waiting', waitMs: 12_000, code: 'rate_limited' }) },
  play: says('Waiting 12 seconds, then going on'),
}

export const Done: Story = {
  args: { progress: at({ state: 'done', done: 100_000 }) },
  play: says('100,000 records sent'),
}

/** Of forty thousand records two hundred were new or changed. */
export const DoneUnchanged: Story = {
  args: { progress: at({ state: 'done', done: 40_000, total: 40_000, unchanged: 39_800 }) },
  play: says('200 sent · 39,800 unchanged'),
}

export const DoneWithFailures: Story = {
  args: { progress: at({ state: 'done', done: 100_000, failed: 12 }), failures },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await says('99,988 sent · 12 need attention')({ canvasElement })
    await userEvent.click(card.getByText('Show what needs attention'))
    await expect(await card.findByRole('rowheader', { name: 'R-2000000 Line 2' })).toBeVisible()
    await expect(card.getAllByRole('row')).toHaveLength(13)
    await userEvent.click(card.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

/** Of each kind of failure one: what is wrong with the record, and what to do. */
export const DoneWithKindsOfFailures: Story = {
  args: {
    progress: at({ state: 'done', done: 100_000, failed: 4 }),
    failures: (['invalid_input', 'forbidden', 'payload_too_large', 'vendor_error'] as const).map(
      (code, index) => ({
        customer_key: 'harbour-house',
        list: 'reservations',
        index,
        key: `R-2041${index}`,
        path: `reservations[${index}]${index ? '' : '.ends_at'}`,
        code,
        reason: 'Expected a date and time such as 2026-03-01T15:00:00Z',
      }),
    ),
  },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByText('Show what needs attention'))
    await expect(await card.findByText('Ask an administrator of your account.')).toBeVisible()
    await expect(card.getAllByText(/^Expected/)).toHaveLength(1)
  },
}

/** The same card draws a deletion. */
export const Deleting: Story = {
  args: { action: 'delete', heading: undefined, progress: at({ total: 50_000 }) },
  play: says('Deleting records'),
}

export const Deleted: Story = {
  args: { action: 'delete', heading: undefined, progress: at({ state: 'done', done: 214, total: 214 }) },
  play: says('214 records deleted'),
}

export const DeletedWithFailures: Story = {
  args: {
    action: 'delete',
    heading: undefined,
    progress: at({ state: 'done', done: 214, total: 214, failed: 1 }),
    failures: [
      {
        customer_key: undefined,
        list: 'reservations',
        index: 0,
        key: 'R-20418',
        path: 'reservation_keys[0]',
        code: 'forbidden',
        reason: 'These records may not be deleted.',
      },
    ],
  },
  play: says('213 deleted · 1 needs attention'),
}

export const Stopped: Story = {
  args: { progress: at({ state: 'stopped', code: 'aborted' }) },
  play: says('Stopped at 41,200'),
}

export const StoppedUnanswered: Story = {
  args: { progress: at({ state: 'stopped', code: 'timeout', failed: 3 }), failures: failures.slice(0, 3) },
  play: says('Stopped at 41,200 · 3 need attention'),
}

export const OwnWords: Story = {
  args: { messages: { pause: 'Hold', count: '{done} / {total} stays' } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Hold' })).toBeVisible()
  },
}

export const German: Story = {
  args: { locale: 'de-DE', heading: 'Reservierungen werden importiert' },
  play: says('41.200 von 100.000 · noch etwa 25 Sekunden'),
}

export const Dark: Story = { ...DoneWithFailures, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Running, globals: { direction: 'rtl' } }
export const Narrow: Story = {
  ...DoneWithFailures,
  globals: { viewport: { value: 'mobile1' } },
}

/** Everything is readable without the stylesheets. */
export const Unstyled: Story = {
  parameters: { portal: { styled: false } },
  decorators: [(Story) => <Story />],
  play: says('41,200 of 100,000 · about 25 seconds left'),
}
