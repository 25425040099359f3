/// <reference types="vite/client" />
import Modal from '@mui/material/Modal'
import * as Radix from '@radix-ui/react-dialog'
import { render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalLauncher, useOpenPortal } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, endFades } from './enter'
import { StateProvider } from './Stage'

const sheet = document.createElement('style')
sheet.textContent = styles
beforeEach(() => document.head.append(sheet))
afterEach(() => sheet.remove())

/** A modal of a host's, with a field in it. */
const MODALS: Record<string, (props: { children: ReactNode }) => ReactNode> = {
  'a Radix dialog': ({ children }) => (
    <Radix.Root>
      <Radix.Trigger>Edit</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay style={{ position: 'fixed', inset: 0 }} />
        <Radix.Content
          aria-describedby={undefined}
          onPointerDownOutside={keepForPortals}
          data-host=""
          style={BOX}
        >
          <Radix.Title>Room 204</Radix.Title>
          <input aria-label="Name" />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  'a MUI modal': function MuiModal({ children }) {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Edit
        </button>
        <Modal open={open} onClose={() => setOpen(false)}>
          <div role="dialog" aria-label="Room 204" data-host="" style={BOX} tabIndex={-1}>
            <input aria-label="Name" />
            {children}
          </div>
        </Modal>
      </>
    )
  },
}

/** What a host's Radix dialog is told when a portal may lie over it without being its child: docs/accessibility.md. */
function keepForPortals(event: CustomEvent<{ originalEvent: PointerEvent }>) {
  const pressed = event.detail.originalEvent.target
  if (pressed instanceof Element && pressed.closest('[data-seam-portal]')) event.preventDefault()
}

const BOX = { position: 'fixed', inset: 40, zIndex: 9999, background: 'white' } as const

/** How a host opens a portal from its modal: by a button of ours in it, or from anywhere by a function. */
const WAYS: Record<string, () => ReactNode> = {
  PortalLauncher: () => <PortalLauncher warm="off">Manage access</PortalLauncher>,
  useOpenPortal: function Opener() {
    const open = useOpenPortal()
    return (
      <button type="button" onClick={() => open()}>
        Manage access
      </button>
    )
  },
}

const CASES = Object.entries(MODALS).flatMap(([modal, Host]) =>
  Object.entries(WAYS).map(([way, Opener]) => ({ modal, Host, way, Opener })),
)

describe.each(CASES)('a portal opened by $way inside $modal', (parts) => {
  it('lies above it, and has the focus', async () => {
    await openOver(parts)
    expect(dialog()?.contains(topmost('close'))).toBe(true)
    expect(dialog()?.contains(topmost('tab'))).toBe(true)
    expect(document.activeElement).toHaveAttribute('data-seam-portal', 'title')
  })

  it('can be clicked and walked through without closing it', async () => {
    await openOver(parts)
    const title = dialog()?.querySelector('h2')
    if (!title) throw new Error('The dialog has no title.')
    await userEvent.click(title)
    expect(opened().theirs).toBe(true)
    await userEvent.tab()
    expect(document.activeElement).toHaveAttribute('data-icon', 'tab')
    await userEvent.tab()
    expect(document.activeElement).toHaveAttribute('data-icon', 'close')
    await userEvent.tab()
    expect(document.activeElement?.tagName).toBe('IFRAME')
    expect(opened()).toEqual({ ours: true, theirs: true })
  })

  it('closes alone on Escape, and gives the focus back to what opened it', async () => {
    const { opener } = await openOver(parts)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(opened().ours).toBe(false))
    expect(opened().theirs).toBe(true)
    await waitFor(() => expect(opener).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(opened().theirs).toBe(false))
  })

  it('closes alone by its own button, after which a person can type again', async () => {
    await openOver(parts)
    const close = dialog()?.querySelector('[data-icon=close]')
    if (!close) throw new Error('The dialog has no Close.')
    await userEvent.click(close)
    await waitFor(() => expect(opened().ours).toBe(false))
    expect(opened().theirs).toBe(true)
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'North door')
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('North door')
  })
})

/** A portal, loaded, over a host's modal; and the button that opened it. */
async function openOver({ Host, Opener }: Omit<(typeof CASES)[number], 'modal' | 'way'>) {
  const pages = await createPages()
  render(
    <StateProvider state="loaded" pages={pages}>
      <Host>
        <Opener />
      </Host>
    </StateProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }))
  const opener = await screen.findByRole('button', { name: 'Manage access' })
  await userEvent.click(opener)
  await waitFor(() => expect(Boolean(dialog()?.querySelector('[data-status=loaded]'))).toBe(true))
  endFades()
  return { opener }
}

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]')
const opened = () => ({ ours: dialog() !== null, theirs: document.querySelector('[data-host]') !== null })

/** What a pointer would hit where a button of ours stands. */
function topmost(icon: 'close' | 'tab'): Element | null {
  const box = dialog()?.querySelector(`[data-icon=${icon}]`)?.getBoundingClientRect()
  return box ? document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) : null
}
