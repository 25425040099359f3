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
  face,
  frames,
  linkOf,
  part,
  renderWith,
  settle,
  until,
  untilFace,
} from './onScreen'

const { errors } = words
const envelope = (status: number, type: string, more = {}, headers = {}) =>
  Response.json(
    { error: { type, message: 'Said by the backend.', ...more }, ok: false },
    { status, headers: { 'x-request-id': 'req-7F3K', ...headers } },
  )

/** Renders a frame with the production path behind it, up to a vendor that fails in one way. */
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

      await untilFace({ status: 'failed', code: title.split(':')[0] ?? '', title: errors.unavailable[0] })
      await settle()

      expect(events).toEqual([expect.objectContaining({ type: 'error', code: title.split(':')[0] })])
      // Making portals is not repeated; Chromium, here in the server's place, sends a broken call again of its own accord.
      if (fault !== 'reset') expect((await vendor.log()).creates).toBe(1)
      expect(frames()).toEqual([])
    })
  }

  it('timeout: the vendor never answers, and the handler gives up', async () => {
    const { vendor } = await renderFailing(['hang'], { handler: { timeout: 50 } as never })

    await untilFace({ status: 'failed', code: 'timeout', title: errors.unavailable[0] })

    expect((await vendor.log()).creates).toBeLessThanOrEqual(1)
  })

  for (const fault of ['magic_link_only', 'customer_portal_only', 'unknown_fields'] as const) {
    it(`loads all the same when the answer has drifted: ${fault}`, async () => {
      const { vendor } = await renderFailing([fault])

      await untilFace({ status: 'loaded' })

      expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
    })
  }

  it('expired: a link that has ended on arrival is asked for exactly once more', async () => {
    const { vendor, events } = await renderFailing(['expired_on_arrival'])

    await untilFace({ status: 'failed', code: 'expired', title: errors.expired[0] })
    await settle()

    expect(await vendor.log()).toMatchObject({ creates: 2, documents: 0 })
    expect(events).toEqual([{ type: 'error', code: 'expired', requestId: undefined }])

    await vendor.heal()
    button('Reload').click()
    await untilFace({ status: 'loaded' })
    expect((await vendor.log()).creates).toBe(3)
  })

  it('loads when only the first link had ended on arrival', async () => {
    const { vendor } = await renderFailing(['expired_on_arrival', { times: 1 }])

    await untilFace({ status: 'loaded' })

    expect((await vendor.log()).creates).toBe(2)
  })

  it('portal_url_refused: an origin that is not listed never reaches a frame', async () => {
    const vendor = createVendor()
    render(
      createTestPortal(vendor, { provider: { portalOrigins: ['https://portal.example'] } })(<PortalFrame />),
    )

    await untilFace({ status: 'failed', code: 'portal_url_refused', title: errors.unavailable[0] })

    expect(frames()).toEqual([])
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 0 })
  })
})

describe('a backend that fails', () => {
  const ROWS = [
    {
      title: 'unauthorized: the handler says that nobody is signed in',
      reply: () => envelope(401, 'unauthorized'),
    },
    { title: 'unauthorized: a login page answers 200', reply: page },
    {
      title: 'unauthorized: a redirect answers',
      reply: () => new Response(null, { status: 302, headers: { location: '/login' } }),
    },
    { title: 'forbidden: the grant does not allow it', reply: () => envelope(403, 'forbidden') },
    {
      title: 'proxy_unreachable: there is no route (404)',
      reply: () => new Response('Not found', { status: 404 }),
    },
    { title: 'proxy_invalid_response: something answers, but not JSON', reply: () => new Response('ok') },
    { title: 'not_found: the handler does not serve this path', reply: () => envelope(200, 'not_found') },
    {
      title: 'method_not_allowed: the method was changed on the way',
      reply: () => envelope(405, 'method_not_allowed'),
    },
    {
      title: 'unsupported_media_type: the content type was lost on the way',
      reply: () => envelope(415, 'unsupported_media_type'),
    },
    { title: 'payload_too_large: the body is too large', reply: () => envelope(413, 'payload_too_large') },
    {
      title: 'invalid_input: an option is not what the vendor takes',
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

      const face = errors[code === 'unauthorized' || code === 'forbidden' ? code : 'unavailable']
      await untilFace({ status: 'failed', code, title: face[0] })
      await settle()

      // A redirect is tried once more, with the final slash toggled.
      expect(bodies).toHaveLength(title === 'unauthorized: a redirect answers' ? 2 : 1)
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
  it('proxy_unreachable: the connection breaks; sent three times, then Retry sends it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(refuse)
    const { events } = renderWith(<PortalFrame />, { client })

    await until(() => expect(bodies).toHaveLength(1))
    await settle()
    expect(face()).toMatchObject({ status: 'creating', code: null })
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(bodies).toHaveLength(2))
    await settle()
    await vi.advanceTimersByTimeAsync(2000)
    await settle()
    // React may hold a face back for this long while its details are fetched.
    await vi.advanceTimersByTimeAsync(300)
    await untilFace({ status: 'failed', code: 'proxy_unreachable', title: errors.unavailable[0] })
    expect(bodies).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(bodies).toHaveLength(3)
    expect(events.every((event) => event.type === 'error' && event.code === 'proxy_unreachable')).toBe(true)

    button('Retry').focus()
    button('Retry').click()
    await until(() => expect(bodies).toHaveLength(4))
    expect(document.activeElement).toBe(button('Retry'))
  })

  it('sends a request again once after 503, and not after 500', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(() => new Response('', { status: 503 }))
    renderWith(<PortalFrame />, { client })

    await until(() => expect(bodies).toHaveLength(1))
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)

    await untilFace({ status: 'failed', code: 'vendor_error' })
    expect(bodies).toHaveLength(2)
  })

  it('sends nothing again that may have arrived: a client’s own exception', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))

    asked[0]?.fail(new Error('The action has failed.'))
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    await untilFace({ status: 'failed', code: 'proxy_unreachable' })
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

    await untilFace({ status: 'failed', code: 'timeout', title: errors.unavailable[0] })

    expect(signal?.aborted).toBe(true)
  })

  it('offline: asks nothing more until the connection is back, and then once', async () => {
    const vendor = createVendor()
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    let broken = true
    const { client, bodies } = answering(() => (broken ? refuse() : Response.json(linkOf(vendor))))
    renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })

    await untilFace({ status: 'failed', code: 'offline', title: errors.offline[0] })
    expect(bodies).toHaveLength(1)

    onLine.mockReturnValue(true)
    broken = false
    window.dispatchEvent(new Event('online'))
    await untilFace({ status: 'loaded' })
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(bodies).toHaveLength(2)
  })

  it('leaves the connection’s return to itself when the portal has left the page', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { client, bodies } = answering(refuse)
    const { rerender } = renderWith(<PortalFrame />, { client })
    await untilFace({ code: 'offline' })

    rerender(null)
    window.dispatchEvent(new Event('online'))
    await settle()

    expect(bodies).toHaveLength(1)
  })
})

describe('a rate limit', () => {
  it('rate_limited: counts the seconds down, and Retry waits with it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(limited('3'))
    renderWith(<PortalFrame />, { client })

    await untilFace({ status: 'failed', code: 'rate_limited', title: errors.rate_limited[0] })
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

  it('counts anew when the next answer limits again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client, bodies } = answering(limited('1'), limited('7'))
    renderWith(<PortalFrame />, { client })
    await untilFace({ code: 'rate_limited' })
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(body()).toBe('Try again now.'))

    button('Retry').click()

    await until(() => expect(body()).toBe('Try again in 7 seconds.'))
    expect(bodies).toHaveLength(2)
  })

  it('reads Retry-After as a date too, and never waits longer than a minute', async () => {
    const { client } = answering(limited(new Date(Date.now() + 86_400_000).toUTCString()))
    renderWith(<PortalFrame />, { client })

    await untilFace({ code: 'rate_limited' })

    expect(body()).toBe('Try again in 60 seconds.')
  })

  it('holds Retry back on no face but its own', async () => {
    const { client } = answering(() => envelope(502, 'vendor_error', {}, { 'retry-after': '20' }))
    renderWith(<PortalFrame />, { client })

    await untilFace({ code: 'vendor_error' })

    expect(button('Retry').ariaDisabled).not.toBe('true')
  })

  for (const [what, value] of [
    ['nothing', '0'],
    ['the past', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['nonsense', 'soon'],
  ] as const) {
    it(`lets Retry be pressed at once when Retry-After says ${what}`, async () => {
      const { client } = answering(limited(value))
      renderWith(<PortalFrame />, { client })

      await untilFace({ code: 'rate_limited' })

      expect(body()).toBe('Try again now.')
      expect(button('Retry').ariaDisabled).not.toBe('true')
    })
  }
})

describe('an onEvent that throws', () => {
  it('is reported to the page, and changes nothing of what a person sees', async () => {
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
    await untilFace({ status: 'failed', code: 'vendor_error' })

    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))
    await untilFace({ status: 'loaded' })

    expect(asked).toHaveLength(2)
    // Failing, being made, being loaded.
    expect(report).toHaveBeenCalledTimes(3)
  })
})

describe('an error of a newer copy of this package', () => {
  it('has the face of any other failure when its code is unknown here', async () => {
    const newer = Object.assign(new Error('Said elsewhere.'), { name: 'PortalError', code: 'of_tomorrow' })
    renderWith(<PortalFrame />, { client: { createPortal: () => Promise.reject(newer) } })

    await untilFace({ status: 'failed', code: 'proxy_unreachable', title: errors.unavailable[0] })
  })
})

/** Frames of as many different reservations. */
const stays = (count: number) =>
  Array.from({ length: count }, (_, at) => (
    <PortalFrame key={at} deep_link={{ resource_type: 'reservation', resource_key: `R-${at}` }} />
  ))

describe('fifty portals and nobody signed in', () => {
  it('unauthorized: of fifty that begin at once six ask, and their answer is the answer to all', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(50), { client })
    await until(() => expect(asked).toHaveLength(6))
    await settle()
    expect(asked).toHaveLength(6)

    // Whoever left meanwhile gives up their place too.
    rerender(stays(49))
    for (const question of asked) question.fail(new PortalError('unauthorized'))
    await until(() => expect(document.querySelectorAll('[data-code=unauthorized]')).toHaveLength(49))
    await settle()
    expect(asked).toHaveLength(6)
  })

  it('has every one of fifty in the end when somebody is', async () => {
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

  it('unauthorized: after the first 401 nobody asks unasked, and a press asks again', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(1), { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('unauthorized'))
    await untilFace({ status: 'failed', code: 'unauthorized', title: errors.unauthorized[0] })

    rerender(stays(50))
    await until(() => expect(document.querySelectorAll('[data-code=unauthorized]')).toHaveLength(50))
    for (const event of ['online', 'focus', 'pageshow']) window.dispatchEvent(new Event(event))
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(asked).toHaveLength(1)

    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor))
    await untilFace({ status: 'loaded' })
    await settle()
    expect(asked).toHaveLength(2)
  })
})

/** A button for each of as many customers. */
const doors = (count: number) =>
  Array.from({ length: count }, (_, at) => (
    <PortalLauncher key={at} customer_key={`customer-${at}`}>
      {`Open ${at}`}
    </PortalLauncher>
  ))

describe('six requests under way', () => {
  it('hold nobody up when they were given up, also by a client that goes on regardless', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stays(6), { client })
    await until(() => expect(asked).toHaveLength(6))

    rerender(null)
    await settle()
    rerender(<PortalFrame />)

    await until(() => expect(asked).toHaveLength(7))
  })

  it('do not hold up a link that is there already', async () => {
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

  it('do not hold up a portal on the page when they are made ahead', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(doors(6), { client })
    for (let at = 0; at < 6; at += 1) button(`Open ${at}`).focus()
    await until(() => expect(asked).toHaveLength(6))

    rerender(
      <>
        {doors(6)}
        {stays(1)}
      </>,
    )

    await until(() => expect(asked).toHaveLength(7))
  })

  it('do not hold up what a person presses', async () => {
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

  it('are no part of the time that the seventh takes', async () => {
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

function passFirstDoor(times: number): void {
  for (let at = 0; at < times; at += 1) {
    button('Open 0').focus()
    button('Open 0').blur()
  }
}

describe('signs of intent', () => {
  it('mean nothing on a disabled button', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(<PortalLauncher disabled>Open</PortalLauncher>, { client })
    await hover('Open')
    expect(asked).toHaveLength(0)

    rerender(<PortalLauncher>Open</PortalLauncher>)
    await hover('Open')
    expect(asked).toHaveLength(1)
  })

  it('use up nothing of the ten a minute where a link is there or on its way', async () => {
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(doors(11), { client })
    passFirstDoor(11)
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await settle()
    passFirstDoor(11)

    for (let at = 1; at < 11; at += 1) button(`Open ${at}`).focus()
    await until(() => expect(asked).toHaveLength(10))
    await settle()
    expect(asked.map(({ input }) => input.customer_data?.customer_key)).toEqual(
      Array.from({ length: 10 }, (_, at) => `customer-${at}`),
    )
  })
})
