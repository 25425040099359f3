import { fireEvent, render } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { enUS as words } from '../../src/components/words/enUS'
import {
  createPortalClient,
  PortalError,
  type PortalEvent,
  PortalFrame,
  PortalLauncher,
} from '../../src/index'
import { createTestPortal, createVendor, type PortalSetup } from '../support/renderInPortal'
import {
  answering,
  button,
  createQuestions,
  portalState,
  frames,
  linkOf,
  part,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

const { errors } = words
const envelope = (status: number, type: string, more = {}, headers = {}) =>
  Response.json(
    { error: { type, message: 'The message of the backend.', ...more }, ok: false },
    { status, headers: { 'x-request-id': 'req-7F3K', ...headers } },
  )

/** Renders a frame with the real client, handler and sandbox. The sandbox fails in one way. */
async function renderFailing(
  fault: Parameters<ReturnType<typeof createVendor>['fail']>,
  setup: PortalSetup = {},
) {
  const vendor = createVendor()
  await vendor.fail(...fault)
  const events: PortalEvent[] = []
  const provider = { onEvent: (event: PortalEvent) => events.push(event), ...setup.provider }
  render(createTestPortal(vendor, { ...setup, provider })(<PortalFrame />))
  return { vendor, events }
}

const page = () =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })

const refuse = () => {
  throw new TypeError('Failed to fetch')
}

const limited = (retryAfter: string) => () => envelope(429, 'rate_limited', {}, { 'retry-after': retryAfter })

const body = () => part()?.querySelector('[data-seam-portal=body]')?.textContent

describe('a portal', () => {
  it('asks for its own customer, whatever customer the provider names', async () => {
    const { asked, client } = createQuestions()
    renderWith(<PortalFrame customer_key="meadow" />, {
      client,
      options: { customer_data: { customer_key: 'harbour' } },
    })
    await until(() => expect(asked).toHaveLength(1))
    expect(asked[0]?.input.customer_data).toEqual({ customer_key: 'meadow' })
  })
})

describe('a vendor that fails', () => {
  const ROWS = [
    { title: 'vendor_error: the vendor answers 500', fault: 'server_error' },
    { title: 'vendor_error: a balancer answers 502 with a page', fault: 'bad_gateway' },
    { title: 'vendor_error: the vendor refuses the key', fault: 'unauthorized' },
    { title: 'vendor_error: the connection to the vendor breaks', fault: 'reset' },
    { title: 'invalid_response: the vendor’s JSON breaks off', fault: 'malformed_json' },
  ] as const
  for (const { title, fault } of ROWS) {
    it(title, async () => {
      const { vendor, events } = await renderFailing([fault])

      await untilPortalState({
        status: 'failed',
        code: title.split(':')[0] ?? '',
        title: errors.unavailable[0],
      })
      await settle()

      expect(events).toEqual([expect.objectContaining({ type: 'error', code: title.split(':')[0] })])
      // The library does not retry create_portal. Chromium stands in for the server here, and retries a broken connection.
      if (fault !== 'reset') expect((await vendor.log()).creates).toBe(1)
      expect(frames()).toEqual([])
    })
  }

  it('timeout: the vendor never answers, and the handler aborts the call', async () => {
    const { vendor } = await renderFailing(['hang'], { handler: { timeout: 50 } as never })

    await untilPortalState({ status: 'failed', code: 'timeout', title: errors.unavailable[0] })

    expect((await vendor.log()).creates).toBeLessThanOrEqual(1)
  })

  for (const fault of ['magic_link_only', 'customer_portal_only', 'unknown_fields'] as const) {
    it(`loads when the vendor’s answer has changed its fields: ${fault}`, async () => {
      const { vendor } = await renderFailing([fault])

      await untilPortalState({ status: 'loaded' })

      expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
    })
  }

  it('expired: when a link has ended on arrival, it is requested exactly once more', async () => {
    const { vendor, events } = await renderFailing(['expired_on_arrival'])

    await untilPortalState({ status: 'failed', code: 'expired', title: errors.expired[0] })
    await settle()

    expect(await vendor.log()).toMatchObject({ creates: 2, documents: 0 })
    expect(events).toEqual([{ type: 'error', code: 'expired', requestId: undefined }])

    await vendor.heal()
    button('Reload').click()
    await untilPortalState({ status: 'loaded' })
    expect((await vendor.log()).creates).toBe(3)
  })

  it('loads when only the first link has ended on arrival', async () => {
    const { vendor } = await renderFailing(['expired_on_arrival', { times: 1 }])

    await untilPortalState({ status: 'loaded' })

    expect((await vendor.log()).creates).toBe(2)
  })

  it('portal_url_refused: an origin that is not listed never reaches a frame', async () => {
    const vendor = createVendor()
    render(
      createTestPortal(vendor, { provider: { portalOrigins: ['https://portal.example'] } })(<PortalFrame />),
    )

    await untilPortalState({ status: 'failed', code: 'portal_url_refused', title: errors.unavailable[0] })

    expect(frames()).toEqual([])
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 0 })
  })
})

describe('a backend that fails', () => {
  const ROWS = [
    {
      title: 'unauthorized: the handler answers that the user is signed out',
      reply: () => envelope(401, 'unauthorized'),
    },
    { title: 'unauthorized: a login page answers with 200', reply: page },
    {
      title: 'unauthorized: the answer is a redirect',
      reply: () => new Response(null, { status: 302, headers: { location: '/login' } }),
    },
    { title: 'forbidden: the grant does not allow it', reply: () => envelope(403, 'forbidden') },
    {
      title: 'proxy_unreachable: there is no route (404)',
      reply: () => new Response('Not found', { status: 404 }),
    },
    { title: 'proxy_invalid_response: the answer is not JSON', reply: () => new Response('ok') },
    { title: 'not_found: the handler does not serve this path', reply: () => envelope(200, 'not_found') },
    {
      title: 'method_not_allowed: the method has changed on the way',
      reply: () => envelope(405, 'method_not_allowed'),
    },
    {
      title: 'unsupported_media_type: the content type is lost on the way',
      reply: () => envelope(415, 'unsupported_media_type'),
    },
    { title: 'payload_too_large: the body is too large', reply: () => envelope(413, 'payload_too_large') },
    {
      title: 'invalid_input: the vendor does not accept an option',
      reply: () =>
        envelope(400, 'invalid_input', {
          validation_errors: { locale: { _errors: ['Expected one of the ten'] } },
        }),
    },
    {
      title: 'vendor_error: a gateway answers 500 with a page',
      reply: () => new Response('<h1>500</h1>', { status: 500 }),
    },
    {
      title: 'invalid_response: the answer has no address',
      reply: () => Response.json({ customer_portal: { expires_at: '2099-01-01T00:00:00Z' } }),
    },
  ]
  for (const { title, reply } of ROWS) {
    it(title, async () => {
      const code = title.split(':')[0] as string
      const { client, bodies } = answering(reply)
      const onError = vi.fn<(error: PortalError) => void>()
      const { events, vendor } = renderWith(<PortalFrame onError={onError} />, { client })

      const [heading] = errors[code === 'unauthorized' || code === 'forbidden' ? code : 'unavailable']
      await untilPortalState({ status: 'failed', code, title: heading })
      await settle()

      // After a redirect the client tries once more, with the final slash added or removed.
      expect(bodies).toHaveLength(title === 'unauthorized: the answer is a redirect' ? 2 : 1)
      expect(onError.mock.calls).toEqual([[expect.objectContaining({ code })]])
      expect(events).toEqual([expect.objectContaining({ type: 'error', code })])
      expect((await vendor.log()).documents).toBe(0)
      expect(button('Open in a new tab')).toBeVisible()
    })
  }

  it('shows the request’s id, and copies codes and times but no address', async () => {
    const { client } = answering(() => envelope(502, 'vendor_error'))
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    renderWith(<PortalFrame />, { client })

    await until(() => expect(part()?.textContent).toContain('Reference req-7F3K'))
    button('Copy reference').click()
    await until(() => expect(button('Copied')).toBeVisible())

    const copied = JSON.parse(String(writeText.mock.calls[0]?.[0])) as object
    expect(copied).toEqual({
      code: 'vendor_error',
      status: 502,
      requestId: 'req-7F3K',
      fields: [],
      at: expect.stringMatching(/^\d{4}-/) as string,
    })
  })
})

describe('a network that fails', () => {
  it('proxy_unreachable: the connection breaks, the request is sent three times, and Retry sends it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(refuse)
    const { events } = renderWith(<PortalFrame />, { client })

    await until(() => expect(bodies).toHaveLength(1))
    await settle()
    expect(portalState()).toMatchObject({ status: 'creating', code: null })
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(bodies).toHaveLength(2))
    await settle()
    await vi.advanceTimersByTimeAsync(2000)
    await settle()
    // React may delay an error state for this long while its details are loaded.
    await vi.advanceTimersByTimeAsync(300)
    await untilPortalState({ status: 'failed', code: 'proxy_unreachable', title: errors.unavailable[0] })
    expect(bodies).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(bodies).toHaveLength(3)
    expect(events.every((event) => event.type === 'error' && event.code === 'proxy_unreachable')).toBe(true)

    button('Retry').focus()
    button('Retry').click()
    await until(() => expect(bodies).toHaveLength(4))
    expect(document.activeElement).toBe(button('Retry'))
  })

  it('retries a request once after 503, and never after 500', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(() => new Response('', { status: 503 }))
    renderWith(<PortalFrame />, { client })

    await until(() => expect(bodies).toHaveLength(1))
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)

    await untilPortalState({ status: 'failed', code: 'vendor_error' })
    expect(bodies).toHaveLength(2)
  })

  it('never retries after an exception of a custom client, since its request may have arrived', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))

    asked[0]?.fail(new Error('The action has failed.'))
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await untilPortalState({ status: 'failed', code: 'proxy_unreachable' })
    window.dispatchEvent(new Event('online'))
    await settle()

    expect(asked).toHaveLength(1)
  })

  it('timeout: the backend never answers', async () => {
    let signal: AbortSignal | undefined
    const client = createPortalClient({
      timeout: 50,
      fetch: async (request) => {
        signal = request.signal
        return fetch(new Request(`${location.origin}/`, { signal })).then(
          () =>
            new Promise<never>((_, reject) => {
              request.signal.addEventListener('abort', () => reject(new TypeError('aborted')))
            }),
        )
      },
    })
    renderWith(<PortalFrame />, { client })

    await untilPortalState({ status: 'failed', code: 'timeout', title: errors.unavailable[0] })

    expect(signal?.aborted).toBe(true)
  })

  it('offline: sends no request until the connection is back, and then one', async () => {
    const vendor = createVendor()
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    let broken = true
    const { client, bodies } = answering(() => (broken ? refuse() : Response.json(linkOf(vendor))))
    renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })

    await untilPortalState({ status: 'failed', code: 'offline', title: errors.offline[0] })
    expect(bodies).toHaveLength(1)

    onLine.mockReturnValue(true)
    broken = false
    window.dispatchEvent(new Event('online'))
    await untilPortalState({ status: 'loaded' })
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(bodies).toHaveLength(2)
  })

  it('sends no request when the connection is back after the portal has unmounted', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { client, bodies } = answering(refuse)
    const { rerender } = renderWith(<PortalFrame />, { client })
    await untilPortalState({ code: 'offline' })

    rerender(null)
    window.dispatchEvent(new Event('online'))
    await settle()

    expect(bodies).toHaveLength(1)
  })
})

describe('a rate limit', () => {
  it('rate_limited: counts the seconds down, and Retry does nothing until then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(limited('3'))
    renderWith(<PortalFrame />, { client })

    await untilPortalState({ status: 'failed', code: 'rate_limited', title: errors.rate_limited[0] })
    expect(body()).toBe('Try again in 3 seconds.')
    expect(button('Retry').ariaDisabled).toBe('true')
    button('Retry').click()
    await settle()
    expect(bodies).toHaveLength(1)

    for (const left of ['in 2 seconds', 'in 1 second', 'now']) {
      await vi.advanceTimersByTimeAsync(1000)
      await until(() => expect(body()).toBe(`Try again ${left}.`))
    }
    expect(bodies).toHaveLength(1)
    button('Retry').click()
    await until(() => expect(bodies).toHaveLength(2))
  })

  it('starts a new countdown when the next answer is rate limited too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(limited('1'), limited('7'))
    renderWith(<PortalFrame />, { client })
    await untilPortalState({ code: 'rate_limited' })
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(body()).toBe('Try again now.'))

    button('Retry').click()

    await until(() => expect(body()).toBe('Try again in 7 seconds.'))
    expect(bodies).toHaveLength(2)
  })

  it('accepts a date in Retry-After, and never waits longer than a minute', async () => {
    const { client } = answering(limited(new Date(Date.now() + 86_400_000).toUTCString()))
    renderWith(<PortalFrame />, { client })

    await untilPortalState({ code: 'rate_limited' })

    expect(body()).toBe('Try again in 60 seconds.')
  })

  it('disables Retry in no other error state, also with a Retry-After', async () => {
    const { client } = answering(() => envelope(502, 'vendor_error', {}, { 'retry-after': '20' }))
    renderWith(<PortalFrame />, { client })

    await untilPortalState({ code: 'vendor_error' })

    expect(button('Retry').ariaDisabled).not.toBe('true')
  })

  for (const [what, value] of [
    ['zero', '0'],
    ['a date in the past', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['invalid', 'soon'],
  ] as const) {
    it(`enables Retry at once when Retry-After is ${what}`, async () => {
      const { client } = answering(limited(value))
      renderWith(<PortalFrame />, { client })

      await untilPortalState({ code: 'rate_limited' })

      expect(body()).toBe('Try again now.')
      expect(button('Retry').ariaDisabled).not.toBe('true')
    })
  }
})

describe('an onEvent that throws', () => {
  it('is reported as an uncaught error, and does not change what the user sees', async () => {
    const report = vi.spyOn(window, 'reportError').mockImplementation(() => {})
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame />, {
      client,
      onEvent() {
        throw new Error('The analytics are not there.')
      },
    })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('vendor_error'))
    await untilPortalState({ status: 'failed', code: 'vendor_error' })

    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })

    expect(asked).toHaveLength(2)
    // The events `error`, `create` and `load`.
    expect(report).toHaveBeenCalledTimes(3)
  })
})

describe('an error of a newer copy of this package', () => {
  it('shows the error state of any other failure when its code is unknown', async () => {
    const newer = Object.assign(new Error('Said elsewhere.'), { name: 'PortalError', code: 'of_tomorrow' })
    renderWith(<PortalFrame />, { client: { createPortal: () => Promise.reject(newer) } })

    await untilPortalState({ status: 'failed', code: 'proxy_unreachable', title: errors.unavailable[0] })
  })
})

/** One frame for each of `count` reservations. */
const stays = (count: number) =>
  Array.from({ length: count }, (_, at) => (
    <PortalFrame key={at} deep_link={{ resource_type: 'reservation', resource_key: `R-${at}` }} />
  ))

describe('fifty portals on a page', () => {
  it('unauthorized: of fifty portals that mount at once six send a request, and their 401 answers all', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(50), { client })
    await until(() => expect(asked).toHaveLength(6))
    await settle()
    expect(asked).toHaveLength(6)

    // The portal that unmounts meanwhile frees its place in the queue.
    rerender(stays(49))
    for (const question of asked) question.fail(new PortalError('unauthorized'))
    await until(() => expect(document.querySelectorAll('[data-code=unauthorized]')).toHaveLength(49))
    await settle()
    expect(asked).toHaveLength(6)
  })

  it('all load while the user is signed in', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    renderWith(stays(50), { client, portalOrigins: [vendor.origin] })
    for (let at = 0; at < 50; at += 1) {
      await until(() => expect(asked.length).toBeGreaterThan(at))
      asked[at]?.answer(linkOf(vendor))
    }
    await until(() => expect(frames()).toHaveLength(50))
    expect(asked).toHaveLength(50)
  })

  it('unauthorized: after the first 401 no portal sends a request until the user presses Retry', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(1), { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('unauthorized'))
    await untilPortalState({ status: 'failed', code: 'unauthorized', title: errors.unauthorized[0] })

    rerender(stays(50))
    await until(() => expect(document.querySelectorAll('[data-code=unauthorized]')).toHaveLength(50))
    for (const event of ['online', 'focus', 'pageshow']) window.dispatchEvent(new Event(event))
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(asked).toHaveLength(1)

    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    await settle()
    expect(asked).toHaveLength(2)
  })
})

/** One launcher for each of `count` customers. */
const launchers = (count: number) =>
  Array.from({ length: count }, (_, at) => (
    <PortalLauncher key={at} customer_key={`customer-${at}`}>
      {`Open ${at}`}
    </PortalLauncher>
  ))

describe('six requests in flight', () => {
  it('do not block the next request once they are aborted, also when a client ignores the abort signal', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(6), { client })
    await until(() => expect(asked).toHaveLength(6))

    rerender(null)
    await settle()
    rerender(<PortalFrame />)

    await until(() => expect(asked).toHaveLength(7))
  })

  it('do not block a portal whose link is there already', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    renderWith(
      <>
        <PortalFrame initialPortal={linkOf(vendor)} />
        {stays(6)}
        <PortalFrame initialPortal={Promise.resolve(linkOf(vendor))} read_only />
      </>,
      { client },
    )

    await until(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(2))
    expect(asked).toHaveLength(6)
  })

  it('do not block a portal on the page when they are prefetches', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(launchers(6), { client })
    for (let at = 0; at < 6; at += 1) button(`Open ${at}`).focus()
    await until(() => expect(asked).toHaveLength(6))

    rerender(
      <>
        {launchers(6)}
        {stays(1)}
      </>,
    )

    await until(() => expect(asked).toHaveLength(7))
  })

  it('do not block a button that the user presses', async () => {
    vi.spyOn(window, 'open').mockReturnValue({
      opener: null,
      document: document.implementation.createHTMLDocument(),
      close: () => {},
    } as never)
    const { asked, client } = createQuestions()
    renderWith(
      <>
        {stays(50)}
        <PortalLauncher presentation="tab">Open</PortalLauncher>
      </>,
      { client },
    )
    await until(() => expect(asked).toHaveLength(6))

    button(/Open/).click()

    await until(() => expect(asked).toHaveLength(7))
    expect(asked[6]?.input.is_embedded).toBe(false)
  })

  it('do not count in the duration of the seventh', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { asked, client } = createQuestions()
    const { vendor, events } = renderWith(stays(7), { client })
    await until(() => expect(asked).toHaveLength(6))
    await vi.advanceTimersByTimeAsync(9000)
    for (const question of asked.slice()) question.answer(linkOf(vendor))
    await until(() => expect(asked).toHaveLength(7))
    asked[6]?.answer(linkOf(vendor))

    await until(() => expect(events.filter(({ type }) => type === 'create')).toHaveLength(7))
    const waits = events.flatMap((event) => (event.type === 'create' ? [event.duration] : []))
    expect(waits).toEqual([9000, 9000, 9000, 9000, 9000, 9000, 0])
  })
})

async function hover(name: string): Promise<void> {
  fireEvent.pointerOver(button(name), { pointerType: 'mouse' })
  await vi.advanceTimersByTimeAsync(100)
  fireEvent.pointerDown(button(name), { pointerType: 'mouse' })
  await settle()
  fireEvent.pointerOut(button(name), { pointerType: 'mouse' })
}

function focusFirstLauncher(times: number): void {
  for (let at = 0; at < times; at += 1) {
    button('Open 0').focus()
    button('Open 0').blur()
  }
}

describe('intent', () => {
  it('starts no prefetch on a disabled button', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(<PortalLauncher disabled>Open</PortalLauncher>, { client })
    await hover('Open')
    expect(asked).toHaveLength(0)

    rerender(<PortalLauncher>Open</PortalLauncher>)
    await hover('Open')
    expect(asked).toHaveLength(1)
  })

  it('does not count towards ten prefetches a minute when the link is there or in flight', async () => {
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(launchers(11), { client })
    focusFirstLauncher(11)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await settle()
    focusFirstLauncher(11)

    for (let at = 1; at < 11; at += 1) button(`Open ${at}`).focus()
    await until(() => expect(asked).toHaveLength(10))
    await settle()
    expect(asked.map(({ input }) => input.customer_data?.customer_key)).toEqual(
      Array.from({ length: 10 }, (_, at) => `customer-${at}`),
    )
  })
})

describe('an option that this version does not know', () => {
  it('reaches the backend through the options of the provider', async () => {
    const { asked, client } = createQuestions()
    const options = { option_of_tomorrow: 'new' } as Record<string, unknown>
    renderWith(<PortalFrame />, { client, options })

    await until(() => expect(asked).toHaveLength(1))

    expect(asked[0]?.input).toMatchObject(options)
  })
})
