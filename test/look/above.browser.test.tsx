/// <reference types="vite/client" />
import { act, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type OpenPortalOptions, type PortalHandle, useOpenPortal } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages } from './enter'
import { type Pages, StateProvider } from './Stage'

const sheet = document.createElement('style')
sheet.textContent = styles
let pages: Pages
beforeEach(async () => {
  document.head.append(sheet)
  pages = await createPages()
})
afterEach(() => sheet.remove())

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[data-seam-portal]:modal')

describe('close() of what useOpenPortal opened', () => {
  it('closes it, gives the focus back, and tells who asked', async () => {
    const onOpenChange = vi.fn<NonNullable<OpenPortalOptions['onOpenChange']>>()
    const handles = await openWith({ onOpenChange })

    act(() => handles[0]?.close())

    expect(dialog()).toBeNull()
    expect(onOpenChange.mock.calls).toEqual([[false, { reason: 'host' }]])
    expect(screen.getByRole('button', { name: 'Manage access' })).toHaveFocus()
    act(() => handles[0]?.close())
    expect(onOpenChange).toHaveBeenCalledTimes(1)
  })

  it('leaves alone what was opened in its place, and the next user', async () => {
    const handles = await openWith({})
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(dialog()).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
    await waitFor(() => expect(dialog()).not.toBeNull())

    act(() => handles[0]?.close())

    expect(dialog()).not.toBeNull()
    act(() => handles[1]?.close())
    expect(dialog()).toBeNull()
  })
})

describe('what a host shows above a portal', () => {
  it('can be pressed when it is a native modal dialog that opens later', async () => {
    const onStay = vi.fn<() => void>()
    await openWith(
      {},
      <SessionModal>
        <button type="button" onClick={onStay}>
          Stay signed in
        </button>
      </SessionModal>,
    )

    act(() => void window.dispatchEvent(new Event('session-ends')))

    await userEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))
    expect(onStay).toHaveBeenCalledTimes(1)
    expect(dialog()).not.toBeNull()
  })

  it('can be read and not pressed when it is a manual popover', async () => {
    const toast = document.createElement('div')
    toast.popover = 'manual'
    toast.innerHTML = '<button>Undo</button>'
    document.body.append(toast)
    await openWith({})

    toast.showPopover()

    const box = toast.getBoundingClientRect()
    expect(box.width).toBeGreaterThan(0)
    expect(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)).not.toBe(
      toast.firstElementChild,
    )
    toast.remove()
  })
})

/** Opens a portal by the function, and gives what each call gave. */
async function openWith(options: OpenPortalOptions, more?: ReactNode): Promise<PortalHandle[]> {
  const handles: PortalHandle[] = []
  function Page() {
    const open = useOpenPortal()
    return (
      <button type="button" onClick={() => handles.push(open(options))}>
        Manage access
      </button>
    )
  }
  render(
    <StateProvider state="loaded" pages={pages}>
      <Page />
      {more}
    </StateProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
  await waitFor(() => expect(dialog()).not.toBeNull())
  return handles
}

/** A host's own modal, opened by a timer of the host's: here, by an event. */
function SessionModal({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const modal = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) modal.current?.showModal()
  }, [open])
  useEffect(() => {
    const begin = () => setOpen(true)
    window.addEventListener('session-ends', begin)
    return () => window.removeEventListener('session-ends', begin)
  }, [])
  return <dialog ref={modal}>{children}</dialog>
}
