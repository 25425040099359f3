import { fireEvent, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError, PortalFrame, PortalLauncher, useOpenPortal } from '../../src/index'
import { createVendor, renderInPortal } from '../support/renderInPortal'

const untilLoaded = () => waitFor(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())

/** Waits until all callbacks of settled promises have run. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

describe('<PortalLauncher />', () => {
  it('prefetches the link while a pointer rests on it, so that the click sends no request', async () => {
    const { vendor } = renderInPortal(<PortalLauncher>Manage access</PortalLauncher>)
    const button = screen.getByRole('button')

    await userEvent.hover(button)
    await waitFor(async () => expect((await vendor.log()).portals).toHaveLength(1))
    await userEvent.click(button)
    await untilLoaded()

    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
    expect(document.head.querySelector(`link[rel=preconnect][href="${vendor.origin}"]`)).not.toBeNull()
  })

  it('sends no records before the click', async () => {
    const customer_data = { customer_key: 'harbour', guests: [{ guest_key: 'G-1', name: 'Guest 1' }] }
    const { vendor } = renderInPortal(
      <PortalLauncher customer_data={customer_data}>Manage access</PortalLauncher>,
      {
        handler: { authorize: () => ({ customer_key: 'harbour', allow: { customer_data: true } }) },
      },
    )
    const button = screen.getByRole('button')

    button.focus()
    await userEvent.hover(button)
    expect((await vendor.log()).creates).toBe(0)

    await userEvent.click(button)
    await untilLoaded()
    expect((await vendor.log()).creates).toBe(1)
  })

  it('opens a tab within the click, and navigates it to a portal that is not embedded', async () => {
    const assign = vi.fn<(url: string) => void>()
    const tab = document.createElement('iframe')
    document.body.append(tab)
    const opened = tab.contentWindow as Window
    opened.addEventListener('click', (event) => {
      event.preventDefault()
      const link = event.target as HTMLAnchorElement
      assign(`${link.rel} ${new URL(link.href).origin}`)
    })
    vi.spyOn(window, 'open').mockReturnValue(opened)
    const { vendor } = renderInPortal(<PortalLauncher presentation="tab">Manage access</PortalLauncher>)

    await userEvent.click(screen.getByRole('button', { name: 'Manage access (opens in a new tab)' }))

    await waitFor(() => expect(assign).toHaveBeenCalledWith(`noreferrer ${vendor.origin}`))
    expect(opened.opener).toBeNull()
    expect((await vendor.log()).portals.map(({ options }) => options.is_embedded)).toEqual([false])
    tab.remove()
  })

  it('says that the browser has blocked the tab, and opens the portal here instead', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    const onError = vi.fn<(error: unknown) => void>()
    renderInPortal(
      <PortalLauncher presentation="tab" onError={onError}>
        Manage access
      </PortalLauncher>,
    )

    await userEvent.click(screen.getByRole('button', { name: /Manage access/ }))
    const here = await screen.findByRole('button', { name: 'Open it here' })

    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'popup_blocked' }))
    expect(document.activeElement).toBe(here)
    await userEvent.click(here)
    await untilLoaded()
    expect(document.querySelector('dialog')?.open).toBe(true)
  })

  it('runs a host’s handlers first, and not its own after preventDefault', async () => {
    renderInPortal(<PortalLauncher onClick={(event) => event.preventDefault()}>Manage access</PortalLauncher>)

    await userEvent.click(screen.getByRole('button'))

    expect(document.querySelector('dialog')).toBeNull()
  })

  it('shares its link with a frame of the same request', async () => {
    const { vendor } = renderInPortal(
      <>
        <PortalFrame locale="it-IT" />
        <PortalLauncher locale="it-IT">Manage access</PortalLauncher>
      </>,
    )
    await untilLoaded()

    await userEvent.click(screen.getByRole('button', { name: 'Manage access' }))
    await waitFor(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(2))

    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 2 })
  })

  it('opens when the host passes an undefined handler', async () => {
    renderInPortal(<PortalLauncher onClick={undefined}>Manage access</PortalLauncher>)

    await userEvent.click(screen.getByRole('button'))
    await untilLoaded()
  })

  it('does not change the look of a host’s own button', async () => {
    renderInPortal(<PortalLauncher render={<a href="#access">Access</a>} />)
    const link = screen.getByRole('link', { name: 'Access' })

    expect(link.dataset.seamPortal).toBeUndefined()
    expect(link.getAttribute('type')).toBeNull()
    await userEvent.click(link)
    await untilLoaded()
  })

  it('keeps its mark for the stylesheet when the host gives another', () => {
    renderInPortal(<PortalLauncher {...{ 'data-seam-portal': 'own' }}>Manage access</PortalLauncher>)

    expect(screen.getByRole('button').dataset.seamPortal).toBe('launcher')
  })

  it('sends no request when the button unmounts before the delay of intent has passed', async () => {
    const createPortal = vi.fn<() => Promise<never>>(() =>
      Promise.reject(new Error('The backend must not be called.')),
    )
    const { rerender, wrap } = renderInPortal(<PortalLauncher>Manage access</PortalLauncher>, {
      provider: { client: { createPortal } },
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    fireEvent.pointerEnter(screen.getByRole('button'), { pointerType: 'mouse' })

    rerender(wrap(<p>Another page</p>))
    vi.runAllTimers()
    vi.useRealTimers()
    await nextTask()

    expect(createPortal).not.toHaveBeenCalled()
  })

  it('has loaded the words of the language before the first dialog opens', async () => {
    renderInPortal(<PortalLauncher>Zugang</PortalLauncher>, { provider: { locale: 'de' } })
    // The same modules that the provider imports: when they are loaded here, the provider has them too.
    const { FOREIGN_WORDS } = await import('../../src/components/words/FOREIGN_WORDS')
    await FOREIGN_WORDS['de-DE']()
    await nextTask()

    screen.getByRole('button').click()

    const title = await screen.findByRole('heading')
    expect(title.textContent).toBe('Zugang verwalten')
    // For screen readers, since the page itself is in another language.
    expect(title.closest('[lang]')?.getAttribute('lang')).toBe('de-DE')
  })

  it('keeps a host’s button and its focus when the dialog mounts and unmounts', async () => {
    renderInPortal(
      <PortalLauncher
        render={(props) => (
          <>
            <span>Room 204</span>
            <button {...props}>Manage access</button>
          </>
        )}
      />,
    )
    const button = screen.getByRole('button', { name: 'Manage access' })

    await userEvent.click(button)
    await untilLoaded()
    expect(button).toBeInTheDocument()

    await userEvent.keyboard('{Escape}')
    expect(button).toHaveFocus()
  })

  it('unmounts a host’s button whose ref returns the element', () => {
    let own: unknown
    const keep = (node: unknown) => (own = node)
    const { unmount } = renderInPortal(
      <PortalLauncher
        ref={() => {}}
        render={<button ref={keep as (node: HTMLButtonElement | null) => void}>Stays</button>}
      />,
    )
    expect(own).toBe(screen.getByRole('button', { name: 'Stays' }))

    unmount()

    expect(own).toBeNull()
  })

  it('sets a host’s ref and its own ref to the element, once each', () => {
    const own = vi.fn<(node: HTMLElement | null) => void>()
    const ref = createRef<HTMLButtonElement>()
    const alone = createRef<HTMLButtonElement>()
    const ui = (
      <>
        <PortalLauncher
          ref={ref}
          render={
            <a ref={own} href="#access">
              Access
            </a>
          }
        />
        <PortalLauncher render={<button ref={alone}>Stays</button>} />
      </>
    )
    const { rerender, wrap } = renderInPortal(ui)
    rerender(wrap(ui))

    const link = screen.getByRole('link', { name: 'Access' })
    expect(own.mock.calls).toEqual([[link]])
    expect(ref.current).toBe(link)
    expect(alone.current).toBe(screen.getByRole('button', { name: 'Stays' }))
  })

  it('does not submit the form around a host’s button', () => {
    renderInPortal(
      <form>
        <PortalLauncher render={<button>An element</button>} />
        <PortalLauncher render={(props) => <button {...props}>A function</button>} />
        <PortalLauncher render={<button type="submit">Their wish</button>} />
      </form>,
    )

    expect(screen.getAllByRole('button').map((button) => button.getAttribute('type'))).toEqual([
      'button',
      'button',
      'submit',
    ])
  })

  it.each([
    ['to another page of this origin', 'comes', () => `${location.origin}/package.json`],
    ['to another origin', 'comes', (origin: string) => `${origin}/portals/none`],
    ['to another page of this origin', 'fails', () => `${location.origin}/package.json`],
    ['to another origin', 'fails', (origin: string) => `${origin}/portals/none`],
  ])(
    'does not change a waiting tab that the user has navigated %s, when the link %s',
    async (_, ends, where) => {
      const onError = vi.fn<() => void>()
      const vendor = createVendor()
      const tab = document.createElement('iframe')
      document.body.append(tab)
      const opened = tab.contentWindow as Window
      const close = vi.fn<() => void>()
      // As the opener sees it: the document can be read as long as it is of this origin.
      const seen = {
        close,
        closed: false,
        get document() {
          return opened.document
        },
      }
      vi.spyOn(window, 'open').mockReturnValue(seen as unknown as Window)
      const answers: { resolve: (link: { url: string }) => void; reject: (error: unknown) => void }[] = []
      const createPortal = () =>
        new Promise((resolve, reject) => {
          answers.push({ resolve, reject })
        })
      renderInPortal(
        <PortalLauncher presentation="tab" onError={onError}>
          Manage access
        </PortalLauncher>,
        { provider: { client: { createPortal }, portalOrigins: ['https://se.am'] } },
      )
      const launcher = screen.getByRole('button')
      await userEvent.click(launcher)
      await waitFor(() => expect(launcher).toHaveAttribute('aria-busy', 'true'))
      const gone = new Promise((resolve) => tab.addEventListener('load', resolve, { once: true }))
      tab.src = where(vendor.origin)
      await gone

      if (ends === 'comes') answers[0]?.resolve({ url: 'https://se.am/portal' })
      else answers[0]?.reject(new PortalError('vendor_error'))

      await waitFor(() => expect(launcher).not.toHaveAttribute('aria-busy'))
      expect(onError).toHaveBeenCalledTimes(ends === 'comes' ? 0 : 1)
      expect(close).not.toHaveBeenCalled()
      // A page of another origin cannot be read, and then nothing was put into it either.
      expect(tab.contentDocument?.links ?? []).toHaveLength(0)
      tab.remove()
    },
  )

  it('gets the focus back when Retry opens the tab', async () => {
    let fails = true
    const createPortal = async () => {
      if (fails) throw new PortalError('vendor_error')
      return { url: 'https://se.am/portal' }
    }
    const tab = { document: document.implementation.createHTMLDocument(), close() {} }
    vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    renderInPortal(<PortalLauncher presentation="tab">Manage access</PortalLauncher>, {
      provider: { client: { createPortal }, portalOrigins: ['https://se.am'] },
    })
    const launcher = screen.getByRole('button')
    await userEvent.click(launcher)
    const retry = await screen.findByRole('button', { name: 'Retry' })
    await waitFor(() => expect(retry).toHaveFocus())
    // In a browser the new tab has the focus, and this page has no `:focus`.
    vi.spyOn(retry, 'matches').mockReturnValue(false)

    fails = false
    await userEvent.click(retry)

    await waitFor(() => expect(retry).not.toBeInTheDocument())
    expect(launcher).toHaveFocus()
  })

  it('uses the provider’s language when its own `locale` is undefined', async () => {
    const { vendor } = renderInPortal(<PortalFrame />, {
      provider: { locale: 'de', options: { locale: undefined } },
    })
    await untilLoaded()

    expect((await vendor.log()).portals.map(({ options }) => options.locale)).toEqual(['de-DE'])
  })

  it('renders for a `sessionKey` that is NaN', () => {
    renderInPortal(<PortalLauncher>Manage access</PortalLauncher>, { provider: { sessionKey: NaN } })

    expect(screen.getByRole('button', { name: 'Manage access' })).toBeInTheDocument()
  })

  it('keeps the function of useOpenPortal the same in another language', () => {
    const seen = new Set<unknown>()
    function Rows() {
      seen.add(useOpenPortal())
      return null
    }
    const { rerender, wrap } = renderInPortal(<Rows />, { provider: { messages: { close: 'Leave' } } })
    rerender(wrap(<Rows />))

    expect(seen.size).toBe(1)
  })

  it('does not send an attribute with an underscore to the backend', async () => {
    const { vendor } = renderInPortal(<PortalFrame data-test_id="access" />)
    await untilLoaded()

    expect(document.querySelector('[data-test_id=access]')).not.toBeNull()
    expect(JSON.stringify((await vendor.log()).requests)).not.toContain('test_id')
  })

  it('throws no error when the browser denies the copy of the reference', async () => {
    const onRejection = vi.fn<(event: Event) => void>((event) => event.preventDefault())
    window.addEventListener('unhandledrejection', onRejection)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
      new DOMException('Denied', 'NotAllowedError'),
    )
    renderInPortal(<PortalFrame />, {
      provider: { client: { createPortal: () => Promise.reject(new PortalError('forbidden')) } },
    })

    await userEvent.click(await screen.findByRole('button', { name: 'Copy reference' }))
    await nextTask()

    window.removeEventListener('unhandledrejection', onRejection)
    expect(onRejection).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Copy reference' })).toBeInTheDocument()
  })
})
