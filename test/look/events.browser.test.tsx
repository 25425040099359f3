/// <reference types="vite/client" />
import ClickAwayListener from '@mui/material/ClickAwayListener'
import * as Radix from '@radix-ui/react-dialog'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { type HTMLAttributes, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalDialog, PortalLauncher } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, endFades } from './enter'
import { type Pages, StateProvider } from './Stage'

const sheet = document.createElement('style')
sheet.textContent = styles
let pages: Pages
beforeEach(async () => {
  document.head.append(sheet)
  pages = await createPages()
})
afterEach(() => sheet.remove())

/** What a row may listen to: React's name, and the event that a browser sends. */
const HEARD: Record<string, string> = {
  onPointerDown: 'pointerdown',
  onPointerUp: 'pointerup',
  onPointerMove: 'pointermove',
  onPointerCancel: 'pointercancel',
  onPointerOver: 'pointerover',
  onPointerOut: 'pointerout',
  onMouseDown: 'mousedown',
  onMouseUp: 'mouseup',
  onMouseMove: 'mousemove',
  onMouseOver: 'mouseover',
  onMouseOut: 'mouseout',
  onTouchStart: 'touchstart',
  onTouchMove: 'touchmove',
  onTouchEnd: 'touchend',
  onTouchCancel: 'touchcancel',
  onClick: 'click',
  onDoubleClick: 'dblclick',
  onAuxClick: 'auxclick',
  onContextMenu: 'contextmenu',
  onKeyDown: 'keydown',
  onKeyUp: 'keyup',
  onDrag: 'drag',
  onDragStart: 'dragstart',
  onDragEnd: 'dragend',
  onDragEnter: 'dragenter',
  onDragOver: 'dragover',
  onDragLeave: 'dragleave',
  onDrop: 'drop',
}

describe('a row that listens to everything', () => {
  it('hears nothing of what happens in the dialog of its launcher, but the focus', async () => {
    const heard: string[] = []
    const listeners = Object.fromEntries(
      [...Object.keys(HEARD), 'onFocus', 'onBlur'].map((name) => [name, () => heard.push(name)]),
    ) as HTMLAttributes<HTMLTableRowElement>
    render(
      <StateProvider state="loaded" pages={pages}>
        <table>
          <tbody>
            <tr {...listeners}>
              <td>
                <PortalLauncher defaultOpen warm="off" />
              </td>
            </tr>
          </tbody>
        </table>
      </StateProvider>,
    )
    const title = await screen.findByRole('heading', { name: 'Manage access' })
    heard.length = 0

    for (const type of Object.values(HEARD)) fireEvent(title, new Event(type, { bubbles: true }))
    await userEvent.tab()
    await userEvent.click(title)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))

    expect(heard.filter((name) => name !== 'onFocus' && name !== 'onBlur')).toEqual([])
    expect(heard).toContain('onFocus')
  })

  it('leaves a host’s own handlers on the dialog alone', async () => {
    const onClick = vi.fn<() => void>()
    render(
      <StateProvider state="loaded" pages={pages}>
        <PortalDialog.Root defaultOpen>
          <PortalDialog.Popup onKeyDown={onClick} onClick={onClick} />
        </PortalDialog.Root>
      </StateProvider>,
    )

    await userEvent.click(await screen.findByRole('heading', { name: 'Manage access' }))
    await userEvent.keyboard('a')

    expect(onClick).toHaveBeenCalledTimes(2)
  })
})

it('does not follow a link around its launcher', async () => {
  const hash = location.hash
  render(
    <StateProvider state="loaded" pages={pages}>
      <a href="#followed">
        <PortalLauncher defaultOpen warm="off" />
      </a>
    </StateProvider>,
  )

  await userEvent.click(await screen.findByRole('heading', { name: 'Manage access' }))

  expect(location.hash).toBe(hash)
})

it('leaves a popover of the host’s open that closes at a click elsewhere', async () => {
  render(
    <StateProvider state="loaded" pages={pages}>
      <Popover />
    </StateProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))

  await userEvent.click(await screen.findByRole('heading', { name: 'Manage access' }))

  expect(document.querySelector('[data-host]')).not.toBeNull()
})

it('lets a Radix dialog around it close at the first press outside, once it is closed', async () => {
  render(
    <StateProvider state="loaded" pages={pages}>
      <Radix.Root defaultOpen>
        <Radix.Portal>
          <Radix.Overlay style={{ position: 'fixed', inset: 0 }} />
          <Radix.Content
            aria-describedby={undefined}
            data-host=""
            style={{ position: 'fixed', inset: 100, background: 'white' }}
          >
            <Radix.Title>Room 204</Radix.Title>
            <PortalLauncher warm="off">Manage access</PortalLauncher>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </StateProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
  const popup = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })
  endFades()
  await userEvent.click(within(popup).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(popup.open).toBe(false))
  expect(document.querySelector('[data-host]')).not.toBeNull()
  endFades()

  await userEvent.click(document.documentElement, { position: { x: 5, y: 5 } })

  await waitFor(() => expect(document.querySelector('[data-host]')).toBeNull())
})

/** A host's popover with a launcher in it. */
function Popover() {
  const [open, setOpen] = useState(true)
  return open ? (
    <ClickAwayListener onClickAway={() => setOpen(false)}>
      <div data-host="">
        <PortalLauncher warm="off">Manage access</PortalLauncher>
      </div>
    </ClickAwayListener>
  ) : null
}
