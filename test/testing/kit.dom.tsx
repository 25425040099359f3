import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PortalDialog, type PortalError, PortalFrame, PortalLauncher, useCreatePortal } from '../../src/index'
import {
  createTestPortal,
  installDialog,
  loadFrames,
  portalDecorator,
  type TestProviderProps,
} from '../../src/testing/index'

// packageTesting.test.ts runs this file in the DOMs that hosts test in, on the packed library.

const status = () => document.querySelector('[data-seam-portal=frame]')?.getAttribute('data-status')
const untilStatus = (wanted: string) => waitFor(() => expect(status()).toBe(wanted))
const statuses = () =>
  [...document.querySelectorAll('[data-seam-portal=frame]')].map((part) => part.getAttribute('data-status'))
const showModal = () =>
  Object.getOwnPropertyDescriptor(HTMLDialogElement.prototype, 'showModal')?.value as unknown
const stay = (event: Event) => event.preventDefault()
const openPortal = () => userEvent.click(screen.getByRole('button', { name: 'Manage access' }))

let uninstall = () => {}

beforeEach(() => {
  uninstall = installDialog()
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level)
})

afterEach(() => {
  cleanup()
  uninstall()
  const lines = [...vi.mocked(console.warn).mock.calls, ...vi.mocked(console.error).mock.calls]
  vi.restoreAllMocks()
  expect(lines.map(String)).toEqual([])
})

describe('createTestPortal', () => {
  it('shows a portal under StrictMode with one request', async () => {
    const portal = createTestPortal()
    render(
      <StrictMode>
        <portal.Provider>
          <PortalFrame locale="de-DE" />
        </portal.Provider>
      </StrictMode>,
    )
    await loadFrames()
    expect(status()).toBe('loaded')
    expect(portal.requests).toEqual([
      { operation: 'create_portal', body: { is_embedded: true, locale: 'de-DE' }, status: 200 },
    ])
    expect(portal.sandbox.portals).toHaveLength(1)
  })

  it.each([
    'offline',
    'proxy_unreachable',
    'proxy_invalid_response',
    'unauthorized',
    'forbidden',
    'not_found',
    'method_not_allowed',
    'unsupported_media_type',
    'payload_too_large',
    'invalid_input',
    'timeout',
    'vendor_error',
    'invalid_response',
    'portal_url_refused',
  ] as const)('fails with %s once, also where the pointer has prefetched, and then works', async (code) => {
    const portal = createTestPortal()
    portal.fail(code)
    const onError = vi.fn()
    render(<PortalLauncher onError={onError} />, { wrapper: portal.Provider })
    fireEvent.focus(screen.getByRole('button'))
    await openPortal()
    await untilStatus('failed')
    expect(onError.mock.calls.map(([error]) => (error as PortalError).code)).toEqual([code])
    expect(portal.requests).toHaveLength(1)

    const retry = document.querySelector('[data-seam-portal=actions] button')
    await userEvent.click(retry as Element)
    await loadFrames()
    expect(status()).toBe('loaded')
    expect(portal.requests).toHaveLength(2)
  })

  it('counts failures, and keeps them in their order', async () => {
    const portal = createTestPortal()
    portal.fail('vendor_error', { times: 2 })
    portal.fail('forbidden')
    const codes: unknown[] = []
    for (let call = 0; call < 4; call += 1) {
      codes.push(
        await portal.client.createPortal({}).then(
          () => 'ok',
          (error: PortalError) => error.code,
        ),
      )
    }
    expect(codes).toEqual(['vendor_error', 'vendor_error', 'forbidden', 'ok'])
    expect(portal.requests.map(({ status }) => status)).toEqual([502, 502, 403, 200])
  })

  it('prefetches again once no failure is left', async () => {
    const portal = createTestPortal()
    render(<PortalLauncher />, { wrapper: portal.Provider })
    portal.fail('vendor_error')
    fireEvent.focus(screen.getByRole('button'))
    expect(portal.requests).toHaveLength(0)
    await expect(portal.client.createPortal({})).rejects.toMatchObject({ code: 'vendor_error' })
    fireEvent.focus(screen.getByRole('button'))
    await waitFor(() => expect(portal.requests).toHaveLength(2))
  })

  it('changes what the server grants', async () => {
    const portal = createTestPortal({ seed: [{ customer_key: 'harbour' }] })
    const ask = (customer_key?: string) =>
      portal.client.createPortal({ customer_key }).then(
        (link) => link.customer_key,
        (error: PortalError) => error.code,
      )
    expect(await ask()).toBe('harbour')
    portal.grant({ customer_key: ['harbour', 'pine'] })
    expect(await ask('pine')).toBe('pine')
    portal.grant(null)
    expect(await ask('pine')).toBe('unauthorized')
    portal.grant(false)
    expect(await ask('pine')).toBe('forbidden')
    portal.grant({ allow: {} })
    expect(await ask('pine')).toBe('pine')
    await expect(portal.client.pushData({ customer_key: 'pine' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('is used by the hooks', async () => {
    const portal = createTestPortal()
    render(<Customer />, { wrapper: portal.Provider })
    await userEvent.click(screen.getByText('none'))
    await screen.findByText('test-customer')
  })

  it('keeps two portals apart', async () => {
    const [one, two] = [createTestPortal(), createTestPortal()]
    one.fail('forbidden')
    one.grant({ customer_key: 'one' })
    render(
      <>
        <one.Provider>
          <PortalFrame />
        </one.Provider>
        <two.Provider>
          <PortalFrame />
        </two.Provider>
      </>,
    )
    await loadFrames()
    await waitFor(() => expect(statuses()).toEqual(['failed', 'loaded']))
    await one.expireLinks()
    expect(statuses()).toEqual(['failed', 'loaded'])
    await two.expireLinks()
    expect(statuses()).toEqual(['failed', 'expired'])
    expect([one.requests.length, two.requests.length]).toEqual([1, 1])
  })

  it('ends every link: the one on screen, and one that waits', async () => {
    const portal = createTestPortal()
    render(<PortalLauncher />, { wrapper: portal.Provider })
    fireEvent.focus(screen.getByRole('button'))
    await waitFor(() => expect(portal.requests).toMatchObject([{ status: 200 }]))
    await portal.expireLinks()
    await openPortal()
    await loadFrames()
    expect(portal.requests).toHaveLength(2)
    await portal.expireLinks()
    expect(status()).toBe('expired')
    const { expires_at = '' } = portal.sandbox.portals[1] ?? {}
    expect(Date.parse(expires_at)).toBeLessThan(Date.now())
  })

  it('refuses what cannot be done, in a sentence', async () => {
    const portal = createTestPortal()
    expect(() => portal.fail('broken' as 'offline')).toThrow(
      /There is no such error code.*offline, proxy_unreachable/,
    )
    expect(() => portal.fail('offline', { times: 0 })).toThrow('`times` is 0')
    expect(() => portal.fail('expired')).toThrow('call expireLinks()')
    expect(() => portal.fail('popup_blocked')).toThrow('`window.open`')
    expect(() => portal.fail('aborted')).toThrow('unmount the part')
    expect(() => portal.fail('blocked_by_csp')).toThrow("loadFrames({ fail: 'blocked_by_csp' })")
    const given = { client: createTestPortal().client } as TestProviderProps
    expect(drawn(<portal.Provider {...given} />)).toContain('was given `client`')
    const Other = createTestPortal().Provider
    expect(
      drawn(
        <Other>
          <portal.Provider />
        </Other>,
      ),
    ).toContain('inside the Provider of another')
  })
})

describe('loadFrames', () => {
  it.each(['blocked_by_csp', 'blocked_by_coep', 'portal_unreachable'] as const)(
    'ends with %s',
    async (code) => {
      const portal = createTestPortal()
      const onError = vi.fn()
      const onStatusChange = vi.fn()
      render(<PortalFrame onError={onError} onStatusChange={onStatusChange} />, { wrapper: portal.Provider })
      await loadFrames({ fail: code })
      expect(onError.mock.calls.map(([error]) => (error as PortalError).code)).toEqual([code])
      expect(onStatusChange).toHaveBeenLastCalledWith('failed')
      expect(navigator.onLine).toBe(true)
      expect('ReportingObserver' in globalThis).toBe(false)
    },
  )

  it('refuses what cannot be done, in a sentence', async () => {
    // On a slow machine each look at the page takes its time. The sentence comes before the test runner ends the test.
    const look = document.querySelectorAll.bind(document)
    const slow = vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) => {
      for (const end = performance.now() + 10; performance.now() < end; ) continue
      return look(selector)
    })
    await expect(loadFrames()).rejects.toThrow('loadFrames() found no frame')
    slow.mockRestore()
    await expect(loadFrames({ fail: 'timeout' as 'blocked_by_csp' })).rejects.toThrow('20 seconds')
    await expect(loadFrames({ fail: 'forbidden' as 'blocked_by_csp' })).rejects.toThrow(
      'fail() of the test portal',
    )
    // It waits three seconds for frames that never come.
  }, 20_000)

  it('asks no network whether the portal is there', async () => {
    const ask = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
    const { fetch } = globalThis
    globalThis.fetch = ask
    const portal = createTestPortal()
    render(<PortalFrame />, { wrapper: portal.Provider })
    await loadFrames()
    // The library looks at a loaded frame a tenth of a second later.
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
    globalThis.fetch = fetch
    expect([status(), ask.mock.calls.length]).toEqual(['loaded', 0])
  })

  it('loads nothing before it is called', async () => {
    const portal = createTestPortal()
    render(<PortalFrame />, { wrapper: portal.Provider })
    await untilStatus('loading')
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(status()).toBe('loading')
  })
})

describe('installDialog', () => {
  it('lets Escape, focus and close work as in a browser', async () => {
    document.body.innerHTML = '<button>Open</button><dialog><input><button>Close</button></dialog>'
    const [opener, dialog] = [document.querySelector('button')!, document.querySelector('dialog')!]
    const events: string[] = []
    for (const type of ['cancel', 'close']) dialog.addEventListener(type, () => events.push(type))

    opener.focus()
    dialog.showModal()
    expect(document.activeElement?.tagName).toBe('INPUT')
    expect(() => dialog.showModal()).toThrow('open already')

    dialog.addEventListener('cancel', stay)
    await userEvent.keyboard('{Escape}')
    expect(dialog.open).toBe(true)
    dialog.removeEventListener('cancel', stay)

    document.addEventListener('keydown', stay)
    await userEvent.keyboard('{Escape}')
    expect([dialog.open, events]).toEqual([true, ['cancel']])
    document.removeEventListener('keydown', stay)

    await userEvent.keyboard('{Escape}')
    expect([dialog.open, events]).toEqual([false, ['cancel', 'cancel', 'close']])
    expect(document.activeElement).toBe(opener)
    dialog.remove()
    opener.remove()
  })

  it('closes a portal on Escape, once, and gives the focus back', async () => {
    const portal = createTestPortal()
    const onOpenChange = vi.fn()
    render(<PortalLauncher onOpenChange={onOpenChange} />, { wrapper: portal.Provider })
    await openPortal()
    await loadFrames()
    expect(document.activeElement?.tagName).toBe('H2')
    await userEvent.keyboard('{Escape}')
    expect(onOpenChange.mock.calls.map(([open, { reason }]) => [open, reason])).toEqual([
      [true, 'trigger'],
      [false, 'escape'],
    ])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Manage access' }))
  })

  it('is named where it is missing', async () => {
    uninstall()
    if ('happyDOM' in globalThis) return
    const portal = createTestPortal()
    const open = (
      <portal.Provider>
        <PortalDialog.Root defaultOpen>
          <PortalDialog.Popup />
        </PortalDialog.Root>
      </portal.Provider>
    )
    expect(drawn(open)).toContain('Call installDialog() of react-seam-portal/testing')
  })

  it('puts everything back', () => {
    uninstall()
    const before = showModal()
    const first = installDialog()
    expect(showModal()).not.toBe(before)
    // Once is enough.
    installDialog()()
    expect(showModal()).not.toBe(before)
    first()
    expect(showModal()).toBe(before)
  })
})

describe('portalDecorator', () => {
  const decorate = portalDecorator({ portalPage: 'http://localhost/portal.html' })
  const show = (globals: object) => render(<>{decorate(Story, { id: 'story', globals })}</>)

  it.each([
    ['normal', 'loading'],
    ['down', 'failed'],
    ['blocked', 'failed'],
    ['signed out', 'failed'],
  ])('shows a backend that is %s', async (mood, wanted) => {
    show({ mood })
    await untilStatus(wanted)
  })

  it('shows a link that ends', async () => {
    show({ mood: 'expired' })
    // A `Date` header has whole seconds, so a life of 0.3 seconds can seem to be 1.3.
    await waitFor(() => expect(status()).toBe('expired'), { timeout: 3000 })
  })

  it('takes theme and locale from the toolbar, and puts the theme back', async () => {
    const { unmount } = show({ theme: 'dark', locale: 'fr-FR' })
    expect(document.documentElement.dataset.theme).toBe('dark')
    await waitFor(() =>
      expect(document.querySelector('[data-seam-portal=frame]')?.getAttribute('lang')).toBe('fr-FR'),
    )
    unmount()
    expect(document.documentElement.dataset.theme).toBeUndefined()
    expect(decorate.globalTypes.mood.toolbar.items).toEqual([
      'normal',
      'slow',
      'down',
      'expired',
      'blocked',
      'signed out',
    ])
  })

  it('says what is wrong with a mood', () => {
    expect(() => decorate(Story, { id: 'story', globals: { mood: 'sad' } })).toThrow('Choose one of: normal')
  })
})

function Story() {
  return <PortalFrame />
}

/** Names the customer of a link that a press of its button makes. */
function Customer() {
  const { mutate, data } = useCreatePortal()
  return (
    <button type="button" onClick={() => mutate({})}>
      {data?.customer_key ?? 'none'}
    </button>
  )
}

/** What a rendering says: its text, or the sentence that it throws. React prints the latter too. */
function drawn(ui: React.ReactElement): string {
  vi.mocked(console.error).mockImplementation(() => {})
  try {
    return render(ui).container.textContent ?? ''
  } catch (thrown) {
    return String(thrown)
  } finally {
    vi.mocked(console.error).mockClear()
    vi.mocked(console.warn).mockClear()
  }
}
