/// <reference types="vite/client" />
import * as Headless from '@headlessui/react'
import MuiDialog from '@mui/material/Dialog'
import * as Radix from '@radix-ui/react-dialog'
import { render, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import * as Aria from 'react-aria-components'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PortalLauncher, type PortalLauncherProps, useOpenPortal } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { renderInPortal } from '../support/renderInPortal'
import { createPages, endFades } from './enter'
import { type Pages, StateProvider } from './Stage'

const sheet = document.createElement('style')
sheet.textContent = styles
let pages: Pages
beforeEach(async () => {
  document.head.append(sheet)
  await page.viewport(1000, 800)
  pages = await createPages()
})
afterEach(() => sheet.remove())
afterAll(() => page.viewport(414, 896))

interface ModalProps {
  open: boolean
  onClose: () => void
  children: ReactNode
}

const BOX = { position: 'fixed', inset: 40, zIndex: 9999, background: 'white' } as const

/** The modals of a host, each with the code its own documentation shows. */
const MODALS: Record<string, (props: ModalProps) => ReactNode> = {
  'a MUI Dialog': ({ open, onClose, children }) => (
    <MuiDialog open={open} onClose={onClose} transitionDuration={0}>
      <div data-host="">{children}</div>
    </MuiDialog>
  ),
  'a Radix Dialog': ({ open, onClose, children }) => (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay style={{ position: 'fixed', inset: 0 }} />
        <Radix.Content aria-describedby={undefined} style={BOX} data-host="">
          <Radix.Title>Room 204</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  'a Headless UI Dialog': ({ open, onClose, children }) => (
    <Headless.Dialog open={open} onClose={onClose}>
      <div style={{ position: 'fixed', inset: 0 }}>
        <Headless.DialogPanel style={BOX} data-host="">
          <Headless.DialogTitle>Room 204</Headless.DialogTitle>
          {children}
        </Headless.DialogPanel>
      </div>
    </Headless.Dialog>
  ),
  'a React Aria Modal': ({ open, onClose, children }) => (
    <Aria.ModalOverlay isDismissable isOpen={open} onOpenChange={(next) => next || onClose()}>
      <Aria.Modal style={BOX}>
        <Aria.Dialog aria-label="Room 204" data-host="">
          {children}
        </Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
  ),
  'a native dialog': ({ open, children }) => (
    <dialog ref={(element) => (open ? element?.showModal() : element?.close())} data-host="">
      {children}
    </dialog>
  ),
}

/** How a host opens a portal from its modal: by a button of ours in it, or by a function of the provider's. */
const WAYS: Record<string, (props: Pick<PortalLauncherProps, 'onOpenChange'>) => ReactNode> = {
  PortalLauncher: (props) => (
    <PortalLauncher warm="off" {...props}>
      Manage access
    </PortalLauncher>
  ),
  useOpenPortal: function Opener(props) {
    const open = useOpenPortal()
    return (
      <button type="button" onClick={() => open(props)}>
        Manage access
      </button>
    )
  },
}

const CASES = Object.entries(MODALS).flatMap(([modal, Modal]) =>
  Object.entries(WAYS).map(([way, Way]) => ({ modal, Modal, way, Way })),
)

describe('a launcher that its ancestor hides', () => {
  // Shown as by `.row:hover`, without the pointer of the test.
  const css = '.actions { display: none } .row[data-hovered] .actions { display: block }'

  it('keeps its dialog on the page, and gives the page back when it closes', async () => {
    render(
      <StateProvider state="loaded" pages={pages}>
        <style>{css}</style>
        <div className="row" data-hovered="" style={{ height: 40 }}>
          <div className="actions">
            <PortalLauncher warm="off">Manage access</PortalLauncher>
          </div>
        </div>
      </StateProvider>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
    const popup = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })

    document.querySelector('.row')?.removeAttribute('data-hovered')

    expect(popup.getBoundingClientRect().width).toBeGreaterThan(300)
    expect(popup.matches(':modal')).toBe(true)
    await userEvent.click(within(popup).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(popup.open).toBe(false))
    expect(getComputedStyle(document.documentElement).overflowY).toBe('visible')
  })

  it('takes the theme, the font and the direction of its place along, and none of its text properties', async () => {
    render(
      <StateProvider state="loaded" pages={pages}>
        <div
          data-theme="dark"
          dir="rtl"
          style={{
            ['--seam-portal-radius' as never]: '3px',
            fontFamily: 'monospace',
            textTransform: 'uppercase',
            fontStyle: 'italic',
            letterSpacing: 4,
          }}
        >
          <PortalLauncher defaultOpen warm="off" />
        </div>
      </StateProvider>,
    )
    const popup = await screen.findByRole('dialog', { name: 'Manage access' })

    expect(getComputedStyle(popup)).toMatchObject({
      backgroundColor: 'rgb(23, 25, 30)',
      direction: 'rtl',
      fontFamily: 'monospace',
      borderRadius: '5px',
      textTransform: 'none',
      fontStyle: 'normal',
      letterSpacing: 'normal',
    })
  })

  it('closes it when the launcher itself leaves the page, and takes everything away', async () => {
    const { rerender } = render(
      <StateProvider state="loaded" pages={pages}>
        <PortalLauncher defaultOpen warm="off" />
      </StateProvider>,
    )
    await screen.findByRole('dialog', { name: 'Manage access' })

    rerender(
      <StateProvider state="loaded" pages={pages}>
        Nothing
      </StateProvider>,
    )

    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    expect(getComputedStyle(document.documentElement).overflowY).toBe('visible')
    expect(document.querySelectorAll('body > div:empty:not([data-seam-portal])').length).toBe(0)
  })
})

describe('a frame that is kept', () => {
  const moving = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore') as PropertyDescriptor
  afterEach(() => {
    Object.defineProperty(Element.prototype, 'moveBefore', moving)
  })

  it('moves to the next place without a reload', async () => {
    expect(await openTwice()).toMatchObject({ creates: 1, documents: 1, keepsFrame: true })
  })

  it('is made anew, behind a skeleton, where the browser cannot move it', async () => {
    delete (Element.prototype as Partial<Element>).moveBefore
    expect(await openTwice()).toMatchObject({ creates: 1, documents: 2, keepsFrame: false })
  })
})

describe.each(CASES)('a portal opened by $way in $modal', ({ modal, Modal, Way }) => {
  it('stands in it, is found by its name, and leaves it open at a press', async () => {
    const { popup, onClose } = await openIn(Modal, Way)

    expect(popup.matches(':modal')).toBe(true)
    expect(document.querySelector('[data-host]')?.contains(popup) || modal === 'a MUI Dialog').toBe(true)
    expect(popup.parentElement?.closest('dialog, [role=dialog]')).not.toBeNull()
    await userEvent.click(within(popup).getByRole('heading', { name: 'Manage access' }))
    expect(onClose).not.toHaveBeenCalled()
    expect(popup.open).toBe(true)
    // Nor is the next press outside of it taken for one inside.
    await userEvent.click(within(popup).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(popup.open).toBe(false))
    expect(screen.getByRole('button', { name: 'Manage access' })).toHaveFocus()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('closes with the modal, and says why', async () => {
    const { popup, close, onOpenChange } = await openIn(Modal, Way)
    onOpenChange.mockClear()
    // Not at once: a modal that goes as the portal opens was only fading out.
    const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000)

    close()

    await waitFor(() => expect(popup.isConnected && popup.open).toBe(false))
    if (Way === WAYS.useOpenPortal || modal === 'a native dialog') {
      await waitFor(() => expect(onOpenChange.mock.calls).toEqual([[false, { reason: 'modal' }]]))
    }
    await waitFor(() => expect(document.querySelector('dialog:modal')).toBeNull())
    expect(document.documentElement).not.toHaveAttribute('data-seam-portal-lock')
    later.mockRestore()
  })
})

/** Opens a host's modal, and a portal from it. */
async function openIn(Modal: (typeof MODALS)[string], Way: (typeof WAYS)[string]) {
  const onClose = vi.fn<() => void>()
  const onOpenChange = vi.fn<(open: boolean, details: { reason: string }) => void>()
  const page = (open: boolean) => (
    <StateProvider state="loaded" pages={pages}>
      <Modal open={open} onClose={onClose}>
        <button type="button">Rename</button>
        <Way onOpenChange={onOpenChange} />
      </Modal>
    </StateProvider>
  )
  const { rerender } = render(page(true))
  await userEvent.click(await screen.findByRole('button', { name: 'Manage access' }))
  const popup = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Manage access' })
  await waitFor(() => expect(popup.querySelector('[data-status=loaded]')).not.toBeNull())
  endFades()
  return { popup, onClose, close: () => rerender(page(false)), onOpenChange }
}

/** Opens one portal from a modal, and then from the page. */
async function openTwice() {
  const { vendor } = renderInPortal(<TwoPlaces />)
  await userEvent.click(screen.getByRole('button', { name: 'From the modal' }))
  await untilLoaded()
  expect(document.querySelector('[aria-label="Room 204"] dialog')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.querySelector('dialog:modal')).toBeNull())
  const frame = document.querySelector('iframe')

  await userEvent.click(screen.getByRole('button', { name: 'From the page' }))

  await untilLoaded()
  expect(document.querySelector('[aria-label="Room 204"] dialog')).toBeNull()
  return { ...(await vendor.log()), keepsFrame: document.querySelector('iframe') === frame }
}

/** A button in a modal, and one on the page. */
function TwoPlaces() {
  const open = useOpenPortal()
  const button = (name: string) => (
    <button type="button" onClick={() => open({ heading: 'Stays' })}>
      {name}
    </button>
  )
  return (
    <>
      <div role="dialog" aria-label="Room 204">
        {button('From the modal')}
      </div>
      {button('From the page')}
    </>
  )
}

const untilLoaded = () =>
  waitFor(() => expect(document.querySelector('dialog:modal [data-status=loaded]')).not.toBeNull())
