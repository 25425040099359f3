import { screen, waitFor } from '@testing-library/react'
import { type Ref, useState, version } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type PortalBackend, PortalDialog, PortalError, PortalLauncher } from '../../src/index'
import { createTestPortal, createVendor, renderInPortal } from '../support/renderInPortal'

const dialog = () => document.querySelector('dialog')
const scrolling = () => getComputedStyle(document.documentElement).overflowY
const frame = () => document.querySelector('iframe')
const untilLoaded = () => waitFor(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())

const press = (down: [Element, number], up: [Element, number]) => {
  down[0].dispatchEvent(
    new PointerEvent('pointerdown', { bubbles: true, clientX: down[1], clientY: down[1] }),
  )
  up[0].dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: up[1], clientY: up[1] }))
}

/** A dialog that a button of ours opens, and one of the host's. */
function TwoWays() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button onClick={() => setOpen(true)}>From the menu</button>
      <PortalLauncher open={open} onOpenChange={setOpen}>
        Manage access
      </PortalLauncher>
    </>
  )
}

/** A backend without a portal for a tab, and with one for a dialog that never comes. */
const refuseTabs: NonNullable<PortalBackend['createPortal']> = ({ is_embedded }) =>
  is_embedded ? new Promise<never>(() => {}) : Promise.reject(new PortalError('vendor_error'))

describe('<PortalDialog.Root />', () => {
  it('puts nothing on the page and asks for nothing until it is needed', async () => {
    const { vendor } = renderInPortal(<PortalLauncher>Manage access</PortalLauncher>)

    expect(dialog()).toBeNull()
    expect(await vendor.log()).toMatchObject({ creates: 0, documents: 0 })
  })

  it('opens over the page with the focus on its title', async () => {
    renderInPortal(<PortalLauncher heading="Harbour House">Manage access</PortalLauncher>)

    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))

    expect(screen.getByRole('dialog', { name: 'Harbour House' })).toBe(dialog())
    expect(dialog()?.matches(':modal')).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Harbour House' }))
    await untilLoaded()
    expect(frame()?.title).toBe('Harbour House')
  })

  it('closes by Escape, gives the focus back and keeps its frame', async () => {
    const onOpenChange = vi.fn<(open: boolean, details: { reason: string }) => void>()
    const { vendor } = renderInPortal(
      <PortalLauncher onOpenChange={onOpenChange}>Manage access</PortalLauncher>,
    )
    const button = screen.getByRole('button', { name: 'Manage access' })
    await userEvent.click(button)
    await untilLoaded()
    const first = frame()

    await userEvent.keyboard('{Escape}')

    expect(dialog()?.open).toBe(false)
    expect(document.activeElement).toBe(button)
    expect(onOpenChange.mock.calls).toEqual([
      [true, { reason: 'trigger' }],
      [false, { reason: 'escape' }],
    ])

    await userEvent.click(button)
    expect(dialog()?.open).toBe(true)
    expect(frame()).toBe(first)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('closes by its button, which is always there', async () => {
    renderInPortal(<PortalLauncher defaultOpen>Manage access</PortalLauncher>)

    await userEvent.click(screen.getByRole('button', { name: 'Close' }))

    expect(dialog()?.open).toBe(false)
  })

  it('closes by a press that begins and ends outside, and by no other', async () => {
    const onOpenChange = vi.fn<(open: boolean, details: { reason: string }) => void>()
    renderInPortal(
      <PortalLauncher defaultOpen onOpenChange={onOpenChange}>
        Manage access
      </PortalLauncher>,
    )
    const popup = dialog() as HTMLDialogElement
    press([screen.getByRole('heading'), 100], [popup, 0])
    expect(onOpenChange).not.toHaveBeenCalled()

    press([popup, 0], [popup, 0])
    expect(onOpenChange).toHaveBeenCalledWith(false, { reason: 'backdrop' })
  })

  it('stays as the host says when the host decides', async () => {
    const onOpenChange = vi.fn<(open: boolean, details: { reason: string }) => void>()
    const { wrap, rerender } = renderInPortal(<PortalLauncher open onOpenChange={onOpenChange} />)

    await userEvent.keyboard('{Escape}')
    expect(onOpenChange).toHaveBeenCalledWith(false, { reason: 'escape' })
    expect(dialog()?.open).toBe(true)

    rerender(wrap(<PortalLauncher open={false} onOpenChange={onOpenChange} />))
    expect(dialog()?.open).toBe(false)
  })

  it('locks the page behind it and restores what the page had', async () => {
    document.documentElement.style.overflow = 'scroll'
    renderInPortal(
      <>
        <PortalLauncher>First</PortalLauncher>
      </>,
    )

    await userEvent.click(screen.getByRole('button', { name: 'First' }))
    expect(scrolling()).toBe('hidden')
    await userEvent.keyboard('{Escape}')

    expect(scrolling()).toBe('scroll')
    document.documentElement.style.overflow = ''
  })

  it('opens once and makes one portal under StrictMode', async () => {
    const { vendor } = renderInPortal(<PortalLauncher defaultOpen />, { strict: true })

    await untilLoaded()

    expect(dialog()?.matches(':modal')).toBe(true)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('is gone with its scroll lock when it is taken off the page', async () => {
    const { unmount } = renderInPortal(<PortalLauncher defaultOpen />)
    await untilLoaded()

    unmount()

    expect(document.querySelector('iframe')).toBeNull()
    expect(scrolling()).toBe('visible')
  })

  it('is composed of parts that take a host’s own elements', async () => {
    renderInPortal(
      <PortalDialog.Root heading="Stays" locale="de-DE" navigation_mode="restricted">
        <PortalDialog.Trigger render={<a href="#stays">Open stays</a>} />
        <PortalDialog.Popup className="mine">
          <PortalDialog.Title className="loud" />
          <PortalDialog.Frame data-fill />
          <PortalDialog.Close render={(props) => <button {...props} className="leave" />}>
            Leave
          </PortalDialog.Close>
        </PortalDialog.Popup>
      </PortalDialog.Root>,
    )

    await userEvent.click(screen.getByRole('link', { name: 'Open stays' }))

    expect(dialog()?.className).toBe('mine')
    expect(screen.getByRole('heading', { name: 'Stays' }).className).toBe('loud')
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }))
    expect(dialog()?.open).toBe(false)
  })

  it('says when the tab its header was to open is blocked', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    renderInPortal(<PortalLauncher>Manage access</PortalLauncher>)
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))

    await userEvent.click(screen.getByRole('button', { name: 'Open in a new tab' }))

    expect(await screen.findByText('Your browser blocked the new tab.')).toHaveAttribute('role', 'status')
  })

  it('explains a part outside its root', () => {
    const vendor = createVendor()
    expect(() => renderInPortal(createTestPortal(vendor)(<PortalDialog.Close />))).toThrow(
      'a part of PortalDialog was used outside <PortalDialog.Root>',
    )
    vi.mocked(console.error).mockClear()
  })

  it('stays, however often Escape is pressed, until the host lets it close', async () => {
    let mayClose = false
    const onOpenChange = vi.fn<() => void>()
    function Stays() {
      const [open, setOpen] = useState(false)
      const change = (next: boolean) => {
        onOpenChange()
        if (next || mayClose) setOpen(next)
      }
      return (
        <PortalLauncher open={open} onOpenChange={change} heading="Access">
          Manage access
        </PortalLauncher>
      )
    }
    renderInPortal(<Stays />)
    const button = screen.getByRole('button', { name: 'Manage access' })
    await userEvent.click(button)

    // The second of two in a row closes without asking.
    for (const times of [3, 5]) {
      await userEvent.keyboard('{Escape}{Escape}')
      await waitFor(() => expect(onOpenChange).toHaveBeenCalledTimes(times))
      expect(dialog()?.matches(':modal')).toBe(true)
      expect(screen.getByRole('heading', { name: 'Access' })).toHaveFocus()
      expect(scrolling()).toBe('hidden')
    }

    mayClose = true
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(dialog()?.open).toBe(false))
    expect(scrolling()).toBe('visible')
    expect(button).toHaveFocus()
  })

  it('ends a host’s ref the way the host’s React does', () => {
    // React 18 knows no function that ends a ref.
    const ends = !version.startsWith('18.')
    const calls: string[] = []
    const ref = (node: HTMLElement | null) => {
      calls.push(node ? 'begins' : 'is null')
      return ends ? () => calls.push('ends') : undefined
    }
    const { unmount } = renderInPortal(
      <PortalDialog.Root defaultOpen>
        <PortalDialog.Popup ref={ref as Ref<HTMLDialogElement>} />
      </PortalDialog.Root>,
    )

    unmount()

    expect(calls).toEqual(['begins', ends ? 'ends' : 'is null'])
  })

  it('keeps Escape from what is around it, but not from a host’s part that has a use for it', async () => {
    const heard: (string | undefined)[] = []
    const listen = ({ target }: Event) => heard.push((target as Element).id)
    document.addEventListener('keydown', listen, true)
    renderInPortal(
      <PortalDialog.Root open>
        <PortalDialog.Popup>
          <PortalDialog.Title />
          <PortalDialog.Frame />
          <PortalDialog.Close render={<button id="close">Done</button>} />
          <button id="print">Print</button>
          <button id="menu" aria-expanded="true">
            More
          </button>
          <input id="field" />
        </PortalDialog.Popup>
      </PortalDialog.Root>,
    )

    for (const id of ['close', 'print', 'menu', 'field']) {
      document.getElementById(id)?.focus()
      await userEvent.keyboard('{Escape}')
    }
    document.removeEventListener('keydown', listen, true)

    expect(heard).toEqual(['menu', 'field'])
  })

  it('leaves a key that was pressed nowhere alone', () => {
    const onError = vi.fn<(event: Event) => void>((event) => event.preventDefault())
    window.addEventListener('error', onError)
    renderInPortal(<PortalLauncher defaultOpen />)

    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))

    window.removeEventListener('error', onError)
    expect(onError).not.toHaveBeenCalled()
  })

  it('gives the focus back to what opened it last, be it a button of the host’s', async () => {
    renderInPortal(<TwoWays />)

    for (const name of ['Manage access', 'From the menu']) {
      const button = screen.getByRole('button', { name })
      await userEvent.click(button)
      await userEvent.keyboard('{Escape}')
      await waitFor(() => expect(dialog()?.open).toBe(false))
      expect(button).toHaveFocus()
    }
  })

  it('runs a host’s own handlers first, and not its own when they say so', async () => {
    const calls: string[] = []
    const note = ({ type }: { type: string }) => calls.push(type)
    renderInPortal(
      <PortalDialog.Root defaultOpen>
        <PortalDialog.Popup
          onPointerDown={note}
          onClick={(event) => {
            note(event)
            event.preventDefault()
          }}
          onCancel={note}
          onClose={note}
        />
      </PortalDialog.Root>,
    )
    const popup = dialog() as HTMLDialogElement

    press([popup, 0], [popup, 0])
    popup.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    expect(popup.open).toBe(true)
    await userEvent.keyboard('{Escape}')

    await waitFor(() => expect(calls.at(-1)).toBe('close'))
    expect(calls).toEqual(['pointerdown', 'click', 'click', 'cancel', 'close'])
    expect(popup.open).toBe(false)
  })

  it('takes no id for its title, which is how the dialog finds its name', () => {
    renderInPortal(
      <PortalDialog.Root defaultOpen heading="Stays">
        <PortalDialog.Popup>
          {/* @ts-expect-error The id is the dialog's own. */}
          <PortalDialog.Title id="mine" />
        </PortalDialog.Popup>
      </PortalDialog.Root>,
    )

    expect(screen.getByRole('dialog', { name: 'Stays' })).toBe(dialog())
  })

  it('says why the tab of its header has no portal, until it is closed', async () => {
    const tab = { document: document.implementation.createHTMLDocument(), close() {} }
    vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    renderInPortal(<PortalLauncher>Manage access</PortalLauncher>, {
      provider: { client: { createPortal: refuseTabs } },
    })
    const launcher = screen.getByRole('button')
    await userEvent.click(launcher)

    await userEvent.click(screen.getByRole('button', { name: 'Open in a new tab' }))
    const sentence = await screen.findByText('Access settings didn’t load')
    expect(sentence).toHaveAttribute('role', 'status')

    await userEvent.keyboard('{Escape}')
    await userEvent.click(launcher)
    expect(sentence).toBeEmptyDOMElement()
  })

  it('lets a host’s button that closes it be named by its own words', () => {
    renderInPortal(
      <PortalDialog.Root defaultOpen>
        <PortalDialog.Popup>
          <PortalDialog.Close render={<button>Done</button>} />
        </PortalDialog.Popup>
      </PortalDialog.Root>,
    )

    expect(screen.getByRole('button', { name: 'Done' })).not.toHaveAttribute('aria-label')
  })
})
