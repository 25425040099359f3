import { screen, waitFor } from '@testing-library/react'
import { type Ref, useState, version } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type PortalBackend, PortalDialog, PortalError, PortalLauncher } from '../../src/index'
import { createTestPortal, createVendor, renderInPortal } from '../support/renderInPortal'

const dialog = () => document.querySelector('dialog')
const scrolling = () => getComputedStyle(document.documentElement).overflowY
const gutter = () => getComputedStyle(document.documentElement).scrollbarGutter
const frame = () => document.querySelector('iframe')
const untilLoaded = () => waitFor(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())

const press = (down: [Element, number], up: [Element, number]) => {
  down[0].dispatchEvent(
    new PointerEvent('pointerdown', { bubbles: true, clientX: down[1], clientY: down[1] }),
  )
  up[0].dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: up[1], clientY: up[1] }))
}

/** Locks the page's scrolling with a copy of the library. */
async function lockScroll(copy: string): Promise<() => void> {
  const file = `../../src/components/dialog/lockScroll.ts?${copy}`
  const loaded = (await import(/* @vite-ignore */ file)) as { lockScroll: () => () => void }
  return loaded.lockScroll()
}

/** A dialog that a trigger of the library opens, and a button of the host. */
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

/** A backend that rejects requests for a tab, and never answers requests for a dialog. */
const refuseTabs: NonNullable<PortalBackend['createPortal']> = ({ is_embedded }) =>
  is_embedded ? new Promise<never>(() => {}) : Promise.reject(new PortalError('vendor_error'))

describe('<PortalDialog.Root />', () => {
  it('adds nothing to the page and sends no request until it is needed', async () => {
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

  it('closes on Escape, returns the focus and keeps its frame', async () => {
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

  it('closes with its button, which is always visible', async () => {
    renderInPortal(<PortalLauncher defaultOpen>Manage access</PortalLauncher>)
    // Until then the dialog may move, and a press may begin on the button and end beside it.
    await untilLoaded()

    await userEvent.click(screen.getByRole('button', { name: 'Close' }))

    expect(dialog()?.open).toBe(false)
  })

  it('closes on a press that begins and ends outside, and on no other press', async () => {
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

  it('follows `open` when the host controls it', async () => {
    const onOpenChange = vi.fn<(open: boolean, details: { reason: string }) => void>()
    const { wrap, rerender } = renderInPortal(<PortalLauncher open onOpenChange={onOpenChange} />)

    await userEvent.keyboard('{Escape}')
    expect(onOpenChange).toHaveBeenCalledWith(false, { reason: 'escape' })
    expect(dialog()?.open).toBe(true)

    rerender(wrap(<PortalLauncher open={false} onOpenChange={onOpenChange} />))
    expect(dialog()?.open).toBe(false)
  })

  it('locks the page’s scrolling, and restores the page’s own style', async () => {
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

  it('reserves a scrollbar’s place only on a page that has one, also after another copy of this code', async () => {
    await page.viewport(1000, 700)
    const withScrollbar = vi
      .spyOn(document.documentElement, 'clientWidth', 'get')
      .mockReturnValue(innerWidth - 15)

    const unlock = await lockScroll('one')
    const unlockOther = await lockScroll('other')
    expect(gutter()).toBe('stable')
    unlock()
    expect(gutter()).toBe('stable')
    unlockOther()
    expect(gutter()).toBe('auto')

    withScrollbar.mockRestore()
    const unlockLast = await lockScroll('other')
    expect(scrolling()).toBe('hidden')
    expect(gutter()).toBe('auto')
    unlockLast()
    await page.viewport(414, 896)
  })

  it('follows the page’s direction while it is open', () => {
    renderInPortal(
      <PortalDialog.Root defaultOpen>
        <PortalDialog.Popup />
      </PortalDialog.Root>,
    )

    document.documentElement.dir = 'rtl'
    expect(dialog()?.matches(':dir(rtl)')).toBe(true)
    document.documentElement.removeAttribute('dir')
  })

  it('opens once and makes one portal under StrictMode', async () => {
    const { vendor } = renderInPortal(<PortalLauncher defaultOpen />, { strict: true })

    await untilLoaded()

    expect(dialog()?.matches(':modal')).toBe(true)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('removes its scroll lock when it unmounts', async () => {
    const { unmount } = renderInPortal(<PortalLauncher defaultOpen />)
    await untilLoaded()

    unmount()

    expect(document.querySelector('iframe')).toBeNull()
    expect(scrolling()).toBe('visible')
  })

  it('renders a host’s own elements in its parts', async () => {
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

  it('says that the browser has blocked the tab of its header', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    renderInPortal(<PortalLauncher>Manage access</PortalLauncher>)
    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))

    await userEvent.click(screen.getByRole('button', { name: 'Open in a new tab' }))

    expect(await screen.findByText('Your browser blocked the new tab.')).toHaveAttribute('role', 'status')
  })

  it('throws a clear error for a part outside its root', () => {
    const vendor = createVendor()
    expect(() => renderInPortal(createTestPortal(vendor)(<PortalDialog.Close />))).toThrow(
      'a part of PortalDialog was used outside <PortalDialog.Root>',
    )
    vi.mocked(console.error).mockClear()
  })

  it('stays open on every Escape until the host closes it', async () => {
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

    // The browser does not let a page prevent the second Escape in a row.
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

  it('cleans up a host’s ref as the host’s React does', () => {
    // React 18 does not call a cleanup that a ref returns.
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

  it('stops Escape for the elements around it, but not for a host’s part that handles it', async () => {
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

  it('ignores a key whose target is the document', () => {
    const onError = vi.fn<(event: Event) => void>((event) => event.preventDefault())
    window.addEventListener('error', onError)
    renderInPortal(<PortalLauncher defaultOpen />)

    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))

    window.removeEventListener('error', onError)
    expect(onError).not.toHaveBeenCalled()
  })

  it('returns the focus to the button that opened it last, also to a button of the host', async () => {
    renderInPortal(<TwoWays />)

    for (const name of ['Manage access', 'From the menu']) {
      const button = screen.getByRole('button', { name })
      await userEvent.click(button)
      await userEvent.keyboard('{Escape}')
      await waitFor(() => expect(dialog()?.open).toBe(false))
      expect(button).toHaveFocus()
    }
  })

  it('runs a host’s handlers first, and not its own after preventDefault', async () => {
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

  it('ignores an id on its title, because the id gives the dialog its name', () => {
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

  it('says why the tab of its header has no portal, until it closes', async () => {
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

  it('names a host’s close button by the button’s own text', () => {
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
