import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { ConfirmDelete } from '../src/components/push/index'
import { planDelete } from '../src/push/index'
import look from '../src/push.css?inline'

const keys = (count: number, letter: string) =>
  Array.from({ length: count }, (_, at) => `${letter}-${20_411 + at}`)

/** The question before many records are deleted. It draws a plan, or the preview of one that a server has made. */
const meta = {
  title: 'Components/ConfirmDelete',
  component: ConfirmDelete,
  args: { plan: planDelete({ reservation_keys: keys(214, 'R') }), onConfirm: fn(), onCancel: fn() },
  decorators: [
    (Story) => (
      <>
        <style>{look}</style>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof ConfirmDelete>

export default meta
type Story = StoryObj<typeof meta>

export const Reservations: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    const button = card.getByRole('button', { name: 'Delete 214 reservations' })
    await expect(button).toBeDisabled()
    await expect(card.getByText('and 209 more', { exact: false })).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Cancel' }))
    await expect(args.onCancel).toHaveBeenCalledOnce()
    await expect(args.onConfirm).not.toHaveBeenCalled()
  },
}

/** The phrase is typed: the button works. */
export const Typed: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await userEvent.type(card.getByRole('textbox', { name: 'To confirm, type 214' }), '214')
    await userEvent.click(card.getByRole('button', { name: 'Delete 214 reservations' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
  },
}

/** A single record is named by its key. */
export const One: Story = {
  args: { plan: planDelete({ reservation_keys: ['R-20418'] }) },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.type(card.getByRole('textbox', { name: 'To confirm, type R-20418' }), 'R-20418')
    await expect(card.getByRole('button', { name: 'Delete 1 reservation' })).toBeEnabled()
  },
}

/** Records of several lists, and some that the vendor does not delete. */
export const SeveralLists: Story = {
  args: {
    plan: planDelete([
      ...keys(214, 'R').map((key) => ({ customer_key: 'harbour', list: 'reservations' as const, key })),
      ...keys(12, 'G').map((key) => ({ customer_key: 'harbour', list: 'guests' as const, key })),
      ...keys(3, 'S').map((key) => ({ customer_key: 'harbour', list: 'rooms' as const, key })),
      { customer_key: 'harbour', list: 'sites', key: 'harbour' },
    ]),
  },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await expect(card.getByText('Guests')).toBeVisible()
    await expect(card.getByText('1 can’t be deleted and stays.', { exact: false })).toBeVisible()
    await expect(card.getByRole('button', { name: 'Delete 229 records' })).toBeDisabled()
  },
}

/** A hundred thousand of them: a user may type the number with or without what groups its digits. */
export const Many: Story = {
  args: { plan: planDelete({ reservation_keys: keys(100_000, 'R') }) },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.type(card.getByRole('textbox', { name: 'To confirm, type 100,000' }), '100000')
    await expect(card.getByRole('button', { name: 'Delete 100,000 reservations' })).toBeEnabled()
  },
}

export const Nothing: Story = {
  args: { plan: planDelete({}) },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await expect(card.getByText('Nothing to delete')).toBeVisible()
    await expect(card.getAllByRole('button')).toHaveLength(1)
  },
}

/** A title, a phrase and words of the host's own. */
export const OwnWords: Story = {
  args: {
    heading: 'Remove leftovers of the old system',
    phrase: 'Harbour House',
    messages: { typeIt: 'Type {phrase} to go on', accessEnds: 'Door codes stop working.' },
  },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.type(
      card.getByRole('textbox', { name: 'Type Harbour House to go on' }),
      ' Harbour House ',
    )
    await expect(card.getByRole('button', { name: 'Delete 214 reservations' })).toBeEnabled()
  },
}

export const German: Story = {
  args: { locale: 'de-DE', plan: SeveralLists.args?.plan ?? meta.args.plan },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await expect(await card.findByRole('button', { name: '229 Datensätze löschen' })).toBeVisible()
  },
}

export const Dark: Story = { ...Typed, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...SeveralLists, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...German, globals: { viewport: { value: 'mobile1' } } }

/** Everything is readable without the stylesheets. */
export const Unstyled: Story = {
  parameters: { portal: { styled: false } },
  decorators: [(Story) => <Story />],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('textbox', { name: 'To confirm, type 214' })).toBeVisible()
  },
}
