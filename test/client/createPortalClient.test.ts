import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPortalClient, isPortalError, type PortalError } from '../../src/client/index'
import { createSandbox } from '../../src/sandbox/index'
import { createPortalHandler } from '../../src/server/index'

const endpoint = 'https://app.test/api/seam'

function withBackend(
  authorize: Parameters<typeof createPortalHandler>[0]['authorize'] = () => ({ customer_key: 'harbour' }),
) {
  const sandbox = createSandbox()
  const handler = createPortalHandler({ apiKey: 'seam_test_sandbox', authorize, fetch: sandbox.fetch })
  return { sandbox, client: createPortalClient({ endpoint, fetch: (request) => handler(request) }) }
}

/** Creates a client whose backend always gives the same answer. */
function withAnswer(
  answer: () => Response | Promise<Response>,
  options: Parameters<typeof createPortalClient>[0] = {},
) {
  return createPortalClient({ endpoint, fetch: async () => answer(), ...options })
}

const failure = (promise: Promise<unknown>): Promise<PortalError> =>
  promise.then(
    () => expect.unreachable('The call was answered.'),
    (error: PortalError) => error,
  )

const envelope = (status: number, type = 'whatever') =>
  Response.json({ error: { type, message: 'Said by the backend.' }, ok: false }, { status })

const rateLimited = () =>
  Response.json(
    { error: { type: 'rate_limited', message: 'Too many.' } },
    { status: 429, headers: { 'retry-after': '7', 'x-request-id': '7F3K-92QD' } },
  )

/** Never answers, and rejects when it is aborted. */
const hang = (request: Request): Promise<Response> =>
  new Promise((_, reject) =>
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
  )

describe('createPortalClient', () => {
  it('requests a portal from the backend and returns its link', async () => {
    const { client } = withBackend()

    const link = await client.createPortal({ locale: 'fr-FR' })

    expect(Object.keys(link).sort()).toEqual(['created_at', 'customer_key', 'expires_at', 'url'])
    expect(link.customer_key).toBe('harbour')
  })

  it('returns a link without a symbol, so that a server component can pass it on', async () => {
    const date = new Date().toUTCString()
    const client = withAnswer(() => Response.json({ url: 'https://se.am/portal' }, { headers: { date } }))

    expect(Object.getOwnPropertySymbols(await client.createPortal({}))).toEqual([])
  })

  it('takes `ok: false` for a refusal, also without an error beside it', async () => {
    const client = withAnswer(() => Response.json({ ok: false, url: 'https://se.am/portal' }))

    expect((await failure(client.createPortal({}))).code).toBe('vendor_error')
    const deletion = client.deleteData({ reservation_keys: ['R-20418'] }) as unknown as Promise<unknown>
    expect((await failure(deletion)).code).toBe('vendor_error')
  })

  it('sends customer_key in customer_data, as the vendor expects it', async () => {
    const { client, sandbox } = withBackend(() => ({ customer_key: ['harbour', 'northside'] }))

    const link = await client.createPortal({ customer_key: 'northside' })

    expect(link.customer_key).toBe('northside')
    expect(sandbox.portals.map(({ customer_key }) => customer_key)).toEqual(['northside'])
  })

  it('reads the link under both of the vendor’s names, and the bare link', async () => {
    const link = { url: 'https://se.am/1234', extra: 'kept' }
    for (const answer of [{ customer_portal: link }, { magic_link: link, ok: true }, link]) {
      expect(await withAnswer(() => Response.json(answer)).createPortal({})).toEqual(link)
    }
  })

  it('adds the host’s headers, and calls their function for each request', async () => {
    const seen: (string | null)[] = []
    let count = 0
    const client = createPortalClient({
      endpoint: `${endpoint}/`,
      headers: async () => ({ 'x-csrf': String((count += 1)) }),
      fetch: async (request) => {
        seen.push(request.url, request.headers.get('x-csrf'), request.headers.get('content-type'))
        return Response.json({ url: 'https://se.am/1234' })
      },
    })

    await client.createPortal({})
    await client.createPortal({})

    const url = `${endpoint}/customers/create_portal`
    expect(seen).toEqual([url, '1', 'application/json', url, '2', 'application/json'])
  })

  for (const [name, answer, code] of [
    ['400', () => envelope(400), 'invalid_input'],
    ['401', () => envelope(401), 'unauthorized'],
    ['403', () => envelope(403), 'forbidden'],
    ['404', () => envelope(404, 'not_found'), 'proxy_unreachable'],
    ['405', () => envelope(405), 'method_not_allowed'],
    ['413', () => envelope(413), 'payload_too_large'],
    ['415', () => envelope(415), 'unsupported_media_type'],
    ['422', () => envelope(422), 'invalid_input'],
    ['429', () => envelope(429), 'rate_limited'],
    ['500', () => envelope(500), 'vendor_error'],
    ['502', () => envelope(502), 'vendor_error'],
    ['502 with a type', () => envelope(502, 'portal_url_refused'), 'portal_url_refused'],
    ['504', () => envelope(504), 'timeout'],
    ['an error type that contradicts the status', () => envelope(403, 'rate_limited'), 'forbidden'],
    ['an error page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'vendor_error'],
    ['an envelope with 200', () => envelope(200, 'forbidden'), 'forbidden'],
    ['a login page with 200', () => new Response('<!doctype html><form>'), 'unauthorized'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: '/login' } }),
      'unauthorized',
    ],
    ['truncated JSON', () => new Response('{"customer_por'), 'proxy_invalid_response'],
    ['an empty answer', () => new Response(''), 'proxy_invalid_response'],
    [
      'no url',
      () => Response.json({ customer_portal: { expires_at: '2030-01-01T00:00:00Z' } }),
      'invalid_response',
    ],
    [
      'an invalid date',
      () => Response.json({ url: 'https://se.am/1', expires_at: 'soon' }),
      'invalid_response',
    ],
  ] as const) {
    it(`maps ${name} to ${code}`, async () => {
      const error = await failure(withAnswer(answer).createPortal({}))

      expect(isPortalError(error)).toBe(true)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(new RegExp(`^${code}: [A-Z].*\\.$`))
    })
  }

  it('names the invalid field as the handler does', async () => {
    const { client } = withBackend()

    const error = await failure(
      client.createPortal({ locale: 'xx' as never, landing_page: { manage: {} as never } }),
    )

    expect(error).toMatchObject({ code: 'invalid_input', status: 400 })
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(['landing_page.manage', 'locale'])
  })

  it('has the request’s id and Retry-After in the error', async () => {
    expect(await failure(withAnswer(rateLimited).createPortal({}))).toMatchObject({
      status: 429,
      retryAfter: 7,
      requestId: '7F3K-92QD',
    })
  })

  it('accepts a date in Retry-After', async () => {
    const date = new Date(Date.now() + 30_000).toUTCString()
    const error = await failure(
      withAnswer(() => new Response('{}', { status: 429, headers: { 'retry-after': date } })).createPortal(
        {},
      ),
    )

    expect(error.retryAfter).toBeGreaterThan(25)
    expect(error.retryAfter).toBeLessThanOrEqual(30)
  })

  it('has different errors for an unreachable backend and an offline device', async () => {
    const client = withAnswer(() => Promise.reject(new TypeError('Failed to fetch')))

    expect(await failure(client.createPortal({}))).toMatchObject({ code: 'proxy_unreachable', status: 0 })
    vi.stubGlobal('navigator', { onLine: false })
    expect(await failure(client.createPortal({}))).toMatchObject({ code: 'offline', status: 0 })
    vi.unstubAllGlobals()
  })

  it('aborts on its signal and after its timeout', async () => {
    const controller = new AbortController()

    const aborted = failure(
      createPortalClient({ endpoint, fetch: hang }).createPortal({}, { signal: controller.signal }),
    )
    controller.abort()

    expect((await aborted).code).toBe('aborted')
    expect(
      (await failure(createPortalClient({ endpoint, fetch: hang, timeout: 1 }).createPortal({}))).code,
    ).toBe('timeout')
    expect(
      (await failure(withAnswer(() => envelope(200)).createPortal({}, { signal: AbortSignal.abort() }))).code,
    ).toBe('aborted')
  })

  it('leaves no listener on the signal of its caller, whether it is answered or not', async () => {
    const { signal } = new AbortController()

    await withBackend().client.createPortal({}, { signal })
    await failure(createPortalClient({ endpoint, fetch: hang, timeout: 1 }).createPortal({}, { signal }))

    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('ends with its signal also where its fetch ignores it', async () => {
    const controller = new AbortController()
    const client = withAnswer(() => new Promise<never>(() => {}))

    const aborted = failure(client.createPortal({}, { signal: controller.signal }))
    controller.abort()

    expect((await aborted).code).toBe('aborted')
  })

  it('pushes and deletes data where the grant allows it', async () => {
    const { client, sandbox } = withBackend(() => ({
      customer_key: 'harbour',
      allow: { push_data: true, delete_data: () => true, delete_customer: true },
    }))

    await client.pushData({ customer_key: 'harbour', rooms: [{ room_key: 'room-204', name: 'Room 204' }] })
    expect(sandbox.customers()[0]?.data.rooms).toEqual([{ room_key: 'room-204', name: 'Room 204' }])
    await client.deleteData({ room_keys: ['room-204'] })
    expect(sandbox.customers()[0]?.data.rooms ?? []).toEqual([])
    await client.deleteData({ customer_keys: ['harbour'] }, { deleteEverythingOfCustomers: true })
    expect(sandbox.customers()).toEqual([])
  })

  it('deletes no whole customer without the option', async () => {
    const { client, sandbox } = withBackend()

    const unsaid = await failure(client.deleteData({ customer_keys: ['harbour'] }))
    const mixed = await failure(
      client.deleteData(
        // @ts-expect-error -- whole customers and records in one call
        { customer_keys: ['harbour'], reservation_keys: ['R-20418'] },
        { deleteEverythingOfCustomers: true },
      ),
    )

    expect([unsaid.code, mixed.code]).toEqual(['invalid_input', 'invalid_input'])
    expect(sandbox.requests).toEqual([])
  })
})

describe('the code that deletes', () => {
  afterEach(() => vi.doUnmock('../../src/client/deletionProblem'))

  it('that cannot be fetched rejects with a sentence, and nothing is sent', async () => {
    vi.doMock('../../src/client/deletionProblem', () => {
      throw new TypeError('Failed to fetch dynamically imported module: https://app.test/secret.js')
    })
    const { client, sandbox } = withBackend()

    const thrown = await failure(client.deleteData({ reservation_keys: ['R-20418'] }))

    expect(thrown.code).toBe('proxy_unreachable')
    expect(thrown.message).toContain('could not be fetched, so nothing was deleted. Reload the page.')
    expect(thrown.message).not.toContain('secret')
    expect(sandbox.requests).toEqual([])
  })
})

describe('an endpoint that is a path', () => {
  it('belongs to the page, also where Request does not resolve paths', async () => {
    vi.stubGlobal('location', { href: 'http://localhost:3000/dashboard?tab=access' })
    const asked: string[] = []
    const client = createPortalClient({
      fetch: async ({ url }) => {
        asked.push(url)
        return Response.json({ ok: true })
      },
    })

    await client.pushData({ customer_key: 'harbour' })

    expect(asked).toEqual(['http://localhost:3000/api/seam/customers/push_data'])
    vi.unstubAllGlobals()
  })
})

describe('isPortalError', () => {
  it('recognises an error of another copy of the package', () => {
    const foreign = Object.assign(new Error('Said elsewhere.'), { name: 'PortalError' })

    expect(isPortalError(foreign)).toBe(true)
    expect(isPortalError(new Error('Said elsewhere.'))).toBe(false)
    expect(isPortalError(undefined)).toBe(false)
  })
})
