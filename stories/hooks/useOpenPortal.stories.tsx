import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { useRef, useState } from 'react'
import { type OpenPortalOptions, type PortalHandle, useOpenPortal } from '../../src/index'
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

/** A menu that unmounts when it is used. The dialog returns the focus to the button that labels the menu. */
function MenuDemo() {
  const open = useOpenPortal()
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      <button type="button" id="more" aria-haspopup="menu" onClick={() => setIsShown(true)}>
        More
      </button>
      {isShown && (
        <ul role="menu" aria-labelledby="more">
          <li role="none">
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                setIsShown(false)
                open({ heading: 'R-20418' })
              }}
            >
              Access
            </button>
          </li>
        </ul>
      )}
    </>
  )
}

/** A session that ends: the host closes the portal to ask something more urgent. */
function UrgentDemo() {
  const open = useOpenPortal()
  const portal = useRef<PortalHandle>(null)
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => {
          portal.current = open({
            heading: 'R-20418',
            onStatusChange(status) {
              if (status !== 'loaded') return
              portal.current?.close()
              setIsAsking(true)
            },
          })
        }}
      >
        Access
      </button>
      {isAsking && <p role="alert">Your session ends in one minute.</p>}
    </>
  )
}

/** Opens a portal from anywhere, such as the rows of a table. All rows share one dialog. */
const meta = {
  title: 'Hooks/useOpenPortal',
  component: Demo,
  args: { presentation: 'dialog' },
} satisfies Meta<typeof Demo>

export default meta
type Story = StoryObj<typeof meta>

export const FromARow: Story = {
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
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
    const page = within(context.canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20418' }))
    await shows('loaded')(context)
  },
}

/** When the browser blocks the tab, the dialog opens. */
export const TabBlocked: Story = {
  args: { presentation: 'tab' },
  play: async (context) => {
    spyOn(window, 'open').mockReturnValue(null)
    const page = within(context.canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: 'Access of R-20418' }))
    await shows('loaded')(context)
  },
}

/** The menu has gone when the portal closes: its button has the focus. */
export const FromAMenu: Story = {
  render: () => <MenuDemo />,
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: 'More' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Access' }))
    await shows('loaded')(context)
    await userEvent.click(page.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(page.getByRole('button', { name: 'More' })).toHaveFocus())
  },
}

/** `close()` of what `open()` gave makes way for a question of the host's. */
export const ClosedByTheHost: Story = {
  render: () => <UrgentDemo />,
  play: async (context) => {
    const page = within(context.canvasElement.ownerDocument.body)
    await userEvent.click(page.getByRole('button', { name: 'Access' }))
    await expect(await page.findByRole('alert')).toBeVisible()
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  },
}
