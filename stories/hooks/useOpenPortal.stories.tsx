import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { type OpenPortalOptions, useOpenPortal } from '../../src/index'
import { shows } from '../shows'

const ROWS = ['R-20418', 'R-20431']

function Demo({ presentation }: Pick<OpenPortalOptions, 'presentation'>) {
  const open = useOpenPortal()
  return (
    <ul>
      {ROWS.map((resource_key) => (
        <li key={resource_key}>
          {resource_key}{' '}
          <button
            type="button"
            aria-label={`Access of ${resource_key}`}
            onClick={() =>
              open({
                presentation,
                heading: resource_key,
                deep_link: { resource_type: 'reservation', resource_key },
                navigation_mode: 'restricted',
              })
            }
          >
            Access
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Opens a portal from any of many places, such as the rows of a table; all share one dialog. */
const meta = {
  title: 'Hooks/useOpenPortal',
  component: Demo,
  args: { presentation: 'dialog' },
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const FromARow: Story = {
  play: async (context) => {
    const page = within(context.canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20418' }))
    await shows('loaded')(context)
    await waitFor(() => expect(page.getByRole('dialog', { name: 'R-20418' })).toBeVisible())
    await userEvent.click(page.getByRole('button', { name: 'Close' }))
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20431' }))
    await shows('loaded')(context)
    await waitFor(() => expect(page.getByRole('dialog', { name: 'R-20431' })).toBeVisible())
  },
}

export const InADrawer: Story = {
  args: { presentation: 'drawer' },
  play: async (context) => {
    const page = within(context.canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20418' }))
    await shows('loaded')(context)
  },
}

/** A blocked tab ends in the dialog. */
export const TabBlocked: Story = {
  args: { presentation: 'tab' },
  play: async (context) => {
    spyOn(window, 'open').mockReturnValue(null)
    const page = within(context.canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20418' }))
    await shows('loaded')(context)
  },
}
