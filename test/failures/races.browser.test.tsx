import { type ReactElement, StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
// A host loads it on demand. The tests load it first, so that it is there before the first frame.
import '../../src/frames/createFrameCache'
import {
  PortalError,
  PortalFrame,
  PortalLauncher,
  type PortalLink,
  useClearPortals,
  useDeleteData,
  usePortal,
  usePushData,
} from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  expectFrame,
  portalState,
  frames,
  linkOf,
  type Question,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

const HOUR = 3_600_000

/** Replaces the page's clocks with clocks that the test moves. */
const replaceClocks = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })

/** Makes window.open return this tab. */
function openTabs() {
  const tab = {
    opener: null,
    document: document.implementation.createHTMLDocument(),
    close: vi.fn<() => void>(),
  }
  vi.spyOn(window, 'open').mockReturnValue(tab as never)
  return tab
}

/** Records every value of a frame's `src`, in order. */
function watchSources(): string[] {
  const sources: string[] = []
  vi.spyOn(HTMLIFrameElement.prototype, 'setAttribute').mockImplementation(function (
    this: HTMLIFrameElement,
    name,
    value,
  ) {
    if (name === 'src') sources.push(value)
    this.setAttributeNS(null, name, value)
  })
  return sources
}

const ui = (resource_key?: string) => (
  <PortalFrame deep_link={{ resource_type: 'reservation', resource_key: resource_key ?? '' }} />
)

function Clear() {
  return (
    <button type="button" onClick={useClearPortals()}>
      Clear
    </button>
  )
}

describe('unmounting while the link is in flight', () => {
  it('aborted: aborts the request, and ignores its late answer', async () => {
    const { asked, client } = createQuestions()
    const onStatusChange = vi.fn<(status: string) => void>()
    const { vendor, events, rerender } = renderWith(<PortalFrame onStatusChange={onStatusChange} />, {
      client,
    })
    await until(() => expect(asked).toHaveLength(1))

    rerender(null)
    await settle()
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[0]?.answer(linkOf(vendor))
    await settle()

    expect(frames()).toEqual([])
    expect(onStatusChange.mock.calls).toEqual([['creating']])
    expect(events).toEqual([])
  })

  it('sends a new request when the part mounts again', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))
    rerender(null)
    await settle()

    rerender(<PortalFrame />)
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))

    await untilPortalState({ status: 'loaded' })
  })

  it('does not abort the request while another part needs the link', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(
      <>
        <PortalFrame key="a" />
        <PortalFrame key="b" />
      </>,
      { client },
    )
    await until(() => expect(asked).toHaveLength(1))

    rerender(<PortalFrame key="b" />)
    await settle()
    expect(asked[0]?.signal.aborted).toBe(false)
    asked[0]?.answer(linkOf(vendor))

    await untilPortalState({ status: 'loaded' })
    expect(asked).toHaveLength(1)
  })

  it('also aborts the second request after a late answer to the first', async () => {
    const { asked, client } = createQuestions()
    const { vendor, events, rerender } = renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))
    rerender(null)
    await settle()
    rerender(<PortalFrame />)
    await until(() => expect(asked).toHaveLength(2))
    asked[0]?.answer(linkOf(vendor))
    await settle()

    rerender(null)
    await settle()
    expect(asked[1]?.signal.aborted).toBe(true)
    asked[1]?.answer(linkOf(vendor))
    await settle()

    expect(events).toEqual([])
  })

  it('does not retry after a broken connection', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('proxy_unreachable'))
    await settle()

    rerender(null)
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()

    expect(asked).toHaveLength(1)
  })
})

describe('StrictMode', () => {
  it('sends one request, and makes one frame', async () => {
    const { asked, client } = createQuestions()
    const sources = watchSources()
    const { vendor } = renderWith(
      <StrictMode>
        <PortalFrame />
      </StrictMode>,
      { client },
    )
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    await settle()

    expect(asked).toHaveLength(1)
    expect(asked[0]?.signal.aborted).toBe(false)
    expect(sources).toHaveLength(1)
  })
})

describe('props that change faster than answers arrive', () => {
  const KEYS = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5']
  it('shows the last one, aborts the older requests, and sets the frame’s address once', async () => {
    const sources = watchSources()
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(ui(KEYS[0]), { client })
    for (const [at, key] of KEYS.entries()) {
      rerender(ui(key))
      await until(() => expect(asked).toHaveLength(at + 1))
    }
    await settle()
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, true, true, false])

    const links = asked.map(() => linkOf(vendor))
    for (const at of [3, 0, 4, 2, 1]) asked[at]?.answer(links[at])
    await untilPortalState({ status: 'loaded' })
    await settle()

    expect(sources).toEqual([links[4]?.url])
    expect(frames()).toHaveLength(1)
  })

  it('keeps a new portal when the Retry of an older one is answered late', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(ui('R-1'), { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('vendor_error'))
    await untilPortalState({ code: 'vendor_error' })
    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))

    rerender(ui('R-2'))
    await until(() => expect(asked).toHaveLength(3))
    await untilPortalState({ status: 'creating', code: null })
    asked[2]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()
    asked[1]?.answer(linkOf(vendor))
    await settle()

    expectFrame(before)
    expect(portalState()).toMatchObject({ status: 'loaded', code: null })
  })
})

const tells = (call: () => void) => <PortalFrame onError={call} onStatusChange={call} />

describe('callbacks', () => {
  it('calls the callbacks of the last render', async () => {
    const { asked, client } = createQuestions()
    const first = vi.fn<() => void>()
    const last = vi.fn<() => void>()
    const { rerender } = renderWith(tells(first), { client, onEvent: first })
    await until(() => expect(asked).toHaveLength(1))
    first.mockClear()

    rerender(tells(last), { onEvent: last })
    asked[0]?.fail(new PortalError('vendor_error'))
    await untilPortalState({ code: 'vendor_error' })
    await settle()

    expect(first).not.toHaveBeenCalled()
    expect(last).toHaveBeenCalledTimes(3)
  })
})

describe('two languages', () => {
  const ORDERS = [
    ['en', 'fr', 'back'],
    ['en', 'back', 'fr'],
    ['fr', 'en', 'back'],
    ['fr', 'back', 'en'],
    ['back', 'en', 'fr'],
    ['back', 'fr', 'en'],
  ] as const
  for (const order of ORDERS) {
    it(`shows English in the end, answered in the order ${order.join(', ')}`, async () => {
      const sources = watchSources()
      const { asked, client } = createQuestions()
      const { vendor, rerender } = renderWith(<PortalFrame locale="en-US" />, { client })
      await until(() => expect(asked).toHaveLength(1))
      rerender(<PortalFrame locale="fr-FR" />)
      await until(() => expect(asked).toHaveLength(2))
      rerender(<PortalFrame locale="en-US" />)
      await until(() => expect(asked).toHaveLength(3))
      expect(asked.map(({ input }) => input.locale)).toEqual(['en-US', 'fr-FR', 'en-US'])

      const questions: Record<string, Question | undefined> = { en: asked[0], fr: asked[1], back: asked[2] }
      const last = linkOf(vendor)
      for (const name of order) {
        questions[name]?.answer(name === 'back' ? last : linkOf(vendor))
        await settle()
      }

      await untilPortalState({ status: 'loaded' })
      expect(sources).toEqual([last.url])
    })
  }
})

describe('another user', () => {
  it('never sees the link that was requested for the last user', async () => {
    const sources = watchSources()
    const { asked, client } = createQuestions()
    const { vendor, events, rerender } = renderWith(<PortalFrame />, { client, sessionKey: 'first' })
    await until(() => expect(asked).toHaveLength(1))

    rerender(<PortalFrame />, { sessionKey: 'second' })
    await until(() => expect(asked).toHaveLength(2))
    expect(asked[0]?.signal.aborted).toBe(true)
    const links = [linkOf(vendor), linkOf(vendor)]
    asked[0]?.answer(links[0])
    await settle()
    expect(frames()).toEqual([])
    asked[1]?.answer(links[1])
    await untilPortalState({ status: 'loaded' })

    expect(sources).toEqual([links[1]?.url])
    expect(events.filter(({ type }) => type === 'create')).toHaveLength(1)
  })

  for (const [how, change] of [
    ['another user signs in', { sessionKey: 'second' }],
    ['the user signs out', { sessionKey: null }],
  ] as const) {
    it(`finds no cached, prewarmed or open frame of the last user: ${how}`, async () => {
      const { asked, client } = createQuestions()
      const provider = { client, sessionKey: 'first' as string | null, keepAlive: true }
      const warm = (
        <PortalLauncher warm="frame" read_only>
          Warm
        </PortalLauncher>
      )
      const { vendor, rerender } = renderWith(
        <>
          {warm}
          <PortalFrame key="a" locale="de-DE" />
          <PortalFrame key="b" locale="fr-FR" />
        </>,
        provider,
      )
      button('Warm').focus()
      await until(() => expect(asked).toHaveLength(3))
      for (const question of asked) question.answer(linkOf(vendor))
      await until(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(3))
      rerender(
        <>
          {warm}
          <PortalFrame key="b" locale="fr-FR" />
        </>,
        provider,
      )
      await until(() => expect(document.querySelector('[data-seam-portal=park] iframe')).not.toBeNull())
      const before = frames()
      expect(before).toHaveLength(3)

      rerender(warm, { ...provider, ...change })
      await settle()

      expect(before.map(({ isConnected }) => isConnected)).toEqual([false, false, false])
      expect(document.querySelector('[data-seam-portal=park]')).toBeNull()
    })
  }

  it('pushes and deletes nothing after the end, also with a client that ignores the signal', async () => {
    const asked: string[] = []
    const client = {
      pushData: async () => void asked.push('push'),
      deleteData: async () => void asked.push('delete'),
    }
    const codes: string[] = []
    const note = (error: PortalError) => void codes.push(error.code)
    function Host() {
      const push = usePushData({ id: 'import' })
      const remove = useDeleteData()
      const clear = useClearPortals()
      return (
        <button
          type="button"
          onClick={() => {
            clear()
            push.start({ customer_key: 'harbour', rooms: [{ room_key: 'r', name: 'Room' }] })
            remove.mutateAsync({ room_keys: ['r'] }).catch(note)
          }}
        >
          Go
        </button>
      )
    }
    renderWith(<Host />, { client })
    button('Go').click()
    await until(() => expect(codes).toEqual(['aborted']))
    await settle()
    expect(asked).toEqual([])
  })

  it('is not shown a link that arrives after useClearPortals', async () => {
    const { asked, client } = createQuestions()
    const ui = (
      <>
        <Clear />
        <PortalFrame />
      </>
    )
    const { vendor } = renderWith(ui, { client })
    await until(() => expect(asked).toHaveLength(1))

    button('Clear').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[0]?.answer(linkOf(vendor))
    await settle()

    expect(asked[0]?.signal.aborted).toBe(true)
    expect(frames()).toEqual([])
  })
})

/** A portal with a link made on the server. */
const ahead = (initialPortal: PortalLink | Promise<PortalLink>, more: { customer_key?: string } = {}) => (
  <>
    <Clear />
    <PortalFrame initialPortal={initialPortal} {...more} />
  </>
)

describe('a link made on the server (`initialPortal`)', () => {
  const CHANGES = {
    'another user signs in': ({ show, given }: Scene) => show(ahead(given), 'second'),
    'another user signs in, and the page passes an equal link': ({ show, given }: Scene) =>
      show(ahead(given instanceof Promise ? given : { ...given }), 'second'),
    'useClearPortals is called': () => button('Clear').click(),
    'the page shows another customer': ({ show, given }: Scene) =>
      show(ahead(given, { customer_key: 'meadow' })),
  }
  for (const [how, change] of Object.entries(CHANGES)) {
    for (const kind of ['value', 'promise']) {
      it(`serves one user and one customer: ${how} (${kind})`, async () => {
        const sources = watchSources()
        const { asked, client } = createQuestions()
        const vendor = createVendor()
        const link = linkOf(vendor)
        const given = kind === 'value' ? link : Promise.resolve(link)
        const { rerender } = renderWith(ahead(given), { client, sessionKey: 'first' })
        await untilPortalState({ status: 'loaded' })
        expect(asked).toHaveLength(0)

        change({ given, show: (inner, sessionKey = 'first') => rerender(inner, { sessionKey }) })
        await until(() => expect(asked).toHaveLength(1))
        const next = linkOf(vendor)
        asked[0]?.answer(next)
        await until(() => expect(sources).toHaveLength(2))

        expect(sources).toEqual([link.url, next.url])
      })
    }
  }

  it('is never shown to the next user when its own user did not need it', async () => {
    const { asked, client } = createQuestions()
    const vendor = createVendor()
    const link = linkOf(vendor)
    const show = (enabled: boolean) => (
      <>
        <PortalFrame initialPortal={link} enabled={enabled} />
        <PortalLauncher initialPortal={link} read_only>
          Open
        </PortalLauncher>
      </>
    )
    const { rerender } = renderWith(show(false), { client, sessionKey: 'first' })
    await settle()

    rerender(show(true), { sessionKey: 'second' })
    button('Open').click()
    await until(() => expect(asked).toHaveLength(2))

    expect(frames()).toEqual([])
  })

  it('is never shown to the next user by a button that its own user did not press', async () => {
    const { asked, client } = createQuestions()
    const link = linkOf(createVendor())
    const launcher = <PortalLauncher initialPortal={link}>Open</PortalLauncher>
    const { rerender } = renderWith(launcher, { client, sessionKey: 'first' })

    rerender(launcher, { sessionKey: 'second' })
    button('Open').click()
    await until(() => expect(asked).toHaveLength(1))

    expect(frames()).toEqual([])
  })

  it('serves all parts with the same request, in StrictMode, and when one mounts again', async () => {
    const { asked, client } = createQuestions()
    const link = linkOf(createVendor())
    const show = (...keys: string[]) => (
      <StrictMode>
        {keys.map((key) => (
          <PortalFrame key={key} initialPortal={link} />
        ))}
      </StrictMode>
    )
    const { rerender } = renderWith(show('a', 'b'), { client, sessionKey: 'first' })
    await untilLoaded(2)
    rerender(null)
    await settle()
    rerender(show('c'))
    await untilLoaded(1)

    expect(asked).toHaveLength(0)
  })

  it('is not used by intent while the user is signed out', async () => {
    const { asked, client } = createQuestions()
    renderWith(<PortalLauncher initialPortal={linkOf(createVendor())}>Open</PortalLauncher>, {
      client,
      sessionKey: null,
    })
    button('Open').focus()
    await settle()
    expect(asked).toHaveLength(0)
  })

  it('does not let the prefetch send records once it is used', async () => {
    const { asked, client } = createQuestions()
    const launcher = (
      <PortalLauncher
        initialPortal={linkOf(createVendor())}
        customer_data={{ customer_key: 'harbour', guests: [{ guest_key: 'G-1', name: 'Guest 1' }] }}
      >
        Open
      </PortalLauncher>
    )
    const { rerender } = renderWith(launcher, { client, sessionKey: 'first' })
    rerender(launcher, { sessionKey: 'second' })
    button('Open').focus()
    await settle()
    expect(asked).toHaveLength(0)
  })

  it('is replaced by a request when its promise rejects', async () => {
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame initialPortal={Promise.reject(new Error('not made'))} />, {
      client,
    })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
  })

  it('is not used for a renewal when it arrives after the first request', async () => {
    replaceClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    rerender(<PortalFrame initialPortal={linkOf(vendor, HOUR)} />)
    await vi.advanceTimersByTimeAsync(HOUR + 1)
    await untilPortalState({ status: 'expired' })
    button('Reload').click()
    await settle()
    expect(asked).toHaveLength(2)
  })

  it('ages with its page until the user presses', async () => {
    replaceClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    renderWith(<PortalLauncher initialPortal={linkOf(vendor, HOUR)}>Open</PortalLauncher>, {
      client,
      portalOrigins: [vendor.origin],
    })
    await vi.advanceTimersByTimeAsync(HOUR + 1000)
    expect(asked).toHaveLength(0)
    button('Open').click()
    await until(() => expect(asked).toHaveLength(1))
  })

  it('waits for the first user who signs in', async () => {
    const { asked, client } = createQuestions()
    const link = linkOf(createVendor())
    const { rerender } = renderWith(ahead(link), { client, sessionKey: null })
    await settle()

    rerender(ahead(link), { sessionKey: 'first' })
    await untilPortalState({ status: 'loaded' })

    expect(asked).toHaveLength(0)
  })
})

const untilLoaded = (count: number) =>
  until(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(count))

interface Scene {
  given: PortalLink | Promise<PortalLink>
  show: (inner: ReactElement, sessionKey?: string) => void
}

function Renew() {
  const { refetch } = usePortal({ is_embedded: false })
  return (
    <button type="button" onClick={() => void refetch()}>
      Renew
    </button>
  )
}

describe('a tab', () => {
  it('navigates to a fresh link at once while that link is renewed', async () => {
    const tab = openTabs()
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(
      <>
        <Renew />
        <PortalLauncher presentation="tab">Open</PortalLauncher>
      </>,
      { client },
    )
    await until(() => expect(asked).toHaveLength(1))
    const link = linkOf(vendor)
    asked[0]?.answer(link)
    await settle()
    button('Renew').click()
    await until(() => expect(asked).toHaveLength(2))
    button(/Open/).click()
    await settle()
    expect(tab.document.querySelector('a')?.href).toBe(link.url)
  })

  for (const ticks of [0, 1, 2, 3]) {
    it(`does not navigate when the session ends ${ticks} microtasks after the answer`, async () => {
      const tab = openTabs()
      const { asked, client } = createQuestions()
      const { vendor, events } = renderWith(
        <>
          <Clear />
          <PortalLauncher presentation="tab">Open</PortalLauncher>
        </>,
        { client },
      )
      button(/Open/).click()
      await until(() => expect(asked).toHaveLength(1))

      asked[0]?.answer(linkOf(vendor))
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
      button('Clear').click()
      await settle()

      expect(tab.document.querySelector('a')).toBeNull()
      expect(tab.close).toHaveBeenCalledTimes(1)
      expect(events.map(({ type }) => type)).toEqual(['open'])
    })
  }

  it('sends a request at each press, also after a 401', async () => {
    const tab = openTabs()
    const { asked, client } = createQuestions()
    const vendor = createVendor()
    renderWith(<PortalLauncher presentation="tab">Open</PortalLauncher>, {
      client,
      portalOrigins: [vendor.origin],
    })

    button(/Open/).click()
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('unauthorized'))
    await until(() => expect(button('Retry')).toBeVisible())
    expect(tab.close).toHaveBeenCalledTimes(1)
    button('Retry').click()

    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))
    await until(() => expect(button(/Open/).ariaBusy).toBeNull())
    expect(document.querySelector('[data-seam-portal=blocked]')).toBeNull()
  })

  it('popup_blocked: shows a notice beside the button, and opens the portal on this page instead', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    const { asked, client } = createQuestions()
    const vendor = createVendor()
    const { events } = renderWith(<PortalLauncher presentation="tab">Open</PortalLauncher>, {
      client,
      portalOrigins: [vendor.origin],
    })

    button(/Open$|Open /).click()
    await until(() => expect(document.activeElement).toBe(button('Open it here')))
    expect(document.querySelector('[data-seam-portal=blocked]')?.textContent).toContain(
      'Your browser blocked the new tab.',
    )
    expect(asked).toHaveLength(0)
    expect(events).toEqual([{ type: 'error', code: 'popup_blocked' }])

    button('Open it here').click()
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    expect(document.querySelector('dialog')?.open).toBe(true)
  })
})
