import { describe, expect, it } from 'vitest'
import { createPortalHandler, type PortalGrant, type PortalHandlerOptions } from '../../src/server/index'
import { portalAnswer, refusalOf, startProxy } from './startProxy'

const CLOSED_FEATURES = {
  connect: { exclude: false },
  manage: { exclude: false },
  organize: { exclude: false },
  configure: {
    exclude: false,
    allow_access_automation_rule_customization: false,
    allow_climate_automation_rule_customization: false,
    allow_instant_key_customization: false,
  },
}

const apiKey = 'seam_test_sandbox'
const authorize = () => ({ customer_key: 'hotel_1' })

describe('create_portal', () => {
  it('opens a portal for the customer of the grant', async () => {
    const { ask, sandbox } = startProxy()

    const response = await ask('create_portal', { locale: 'de-DE', is_embedded: true })

    expect(response.status).toBe(200)
    const [portal] = sandbox.portals
    expect(await response.json()).toEqual({
      customer_portal: {
        url: expect.stringContaining('https://partner-ui.seam.vc/'),
        customer_key: 'hotel_1',
        created_at: portal?.created_at,
        expires_at: portal?.expires_at,
      },
      ok: true,
    })
    expect(portal).toMatchObject({ customer_key: 'hotel_1', options: { locale: 'de-DE', is_embedded: true } })
  })

  it('sends one request with its own headers and none of the browser’s', async () => {
    const { ask, sent } = startProxy({ endpoint: 'https://vendor.example.com/base/' })

    await ask('create_portal', {}, { headers: { 'x-request-id': 'abc-1', 'accept-language': 'de' } })

    expect(sent).toEqual([
      {
        method: 'POST',
        url: 'https://vendor.example.com/base/customers/create_portal',
        headers: {
          authorization: 'Bearer seam_test_sandbox',
          'content-type': 'application/json',
          accept: 'application/json',
          'x-request-id': 'abc-1',
        },
        body: { features: CLOSED_FEATURES, customer_data: { customer_key: 'hotel_1' } },
      },
    ])
  })

  it('answers with headers that keep the link out of caches', async () => {
    const { ask } = startProxy({
      vendor: () => {
        const answer = portalAnswer()
        answer.headers.set('date', 'Tue, 03 Mar 2026 10:00:00 GMT')
        return answer
      },
    })

    const response = await ask('create_portal')

    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      date: 'Tue, 03 Mar 2026 10:00:00 GMT',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('sets the Date header when the vendor does not', async () => {
    const { ask } = startProxy({ vendor: () => portalAnswer() })
    const before = Math.floor(Date.now() / 1000) * 1000
    const date = Date.parse((await ask('create_portal')).headers.get('date') ?? '')
    expect(date).toBeGreaterThanOrEqual(before)
  })

  it.each([
    ['seam_test_canary', expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)],
    ['', expect.stringMatching(/ GMT$/)],
    ['2026-03-03T11:00:00+01:00', 'Tue, 03 Mar 2026 10:00:00 GMT'],
  ])('writes a valid Date header when the vendor’s is %j', async (date, said) => {
    const { ask } = startProxy({
      vendor: () => {
        const answer = portalAnswer()
        answer.headers.set('date', date)
        return answer
      },
    })
    expect((await ask('create_portal')).headers.get('date')).toEqual(said)
  })

  it('reads the link under both of its names', async () => {
    const { ask, sandbox } = startProxy()
    sandbox.fail('magic_link_only')
    expect((await ask('create_portal')).status).toBe(200)
  })

  it('answers only with the fields that the browser needs', async () => {
    const { ask, sandbox } = startProxy()
    sandbox.fail('unknown_fields')
    const { customer_portal, ...rest } = (await (await ask('create_portal')).json()) as Record<string, object>
    expect(rest).toEqual({ ok: true })
    expect(Object.keys(customer_portal ?? {})).toEqual(['url', 'customer_key', 'created_at', 'expires_at'])
  })

  it('signs with a personal access token and its workspace', async () => {
    const workspaceId = '8da7bf9c-7f4c-4f5d-8f3f-0a2f5d8e1c11'
    const { ask, sent } = startProxy({
      apiKey: undefined,
      personalAccessToken: 'seam_at_test',
      workspaceId: () => workspaceId,
    } as Partial<PortalHandlerOptions>)
    expect((await ask('create_portal')).status).toBe(200)
    expect(sent[0]?.headers).toMatchObject({
      authorization: 'Bearer seam_at_test',
      'seam-workspace': workspaceId,
    })
  })

  it('picks one of the customers of a user', async () => {
    const { ask, sent } = startProxy({ grant: { customer_key: ['hotel_1', 'hotel_2'] } })
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({
      status: 400,
      message: 'customer_key: Required, because this user has several customers.',
    })
    expect((await ask('create_portal', { customer_data: { customer_key: 'hotel_2' } })).status).toBe(200)
    expect(sent.map(({ body }) => body.customer_data)).toEqual([{ customer_key: 'hotel_2' }])
  })

  it('passes records on where the grant allows it', async () => {
    const customer_data = { reservations: [{ reservation_key: 'r1', space_keys: ['s1'] }] }
    const closed = startProxy()
    expect(await refusalOf(await closed.ask('create_portal', { customer_data }))).toMatchObject({
      status: 403,
      type: 'forbidden',
      message: expect.stringContaining('allow.customer_data'),
    })
    expect(closed.sent).toEqual([])

    const open = startProxy({ grant: { customer_key: 'hotel_1', allow: { customer_data: true } } })
    expect((await open.ask('create_portal', { customer_data })).status).toBe(200)
    expect(open.sent[0]?.body.customer_data).toEqual({ customer_key: 'hotel_1', ...customer_data })
  })

  it('calls allow.portal with the requested portal', async () => {
    const grant = {
      customer_key: 'hotel_1',
      allow: { portal: async ({ locale }: { locale?: string | undefined }) => locale === 'de-DE' },
    }
    const { ask, sent } = startProxy({ grant })
    expect((await ask('create_portal', { locale: 'de-DE' })).status).toBe(200)
    expect((await ask('create_portal', { locale: 'fr-FR' })).status).toBe(403)
    expect(sent).toHaveLength(1)
  })

  it('passes a body on unchanged where the grant narrows nothing', async () => {
    const permits = {
      allow_access_automation_rule_customization: true,
      allow_climate_automation_rule_customization: true,
      allow_instant_key_customization: true,
    }
    const body = {
      is_embedded: true,
      locale: 'pt-PT',
      exclude_locale_picker: true,
      navigation_mode: 'restricted',
      landing_page: { manage: { reservation_key: 'reservation_1' } },
      deep_link: { resource_type: 'reservation', resource_key: 'reservation_1' },
      customer_resources_filters: [{ field: 'region', operation: '=', value: true }],
      read_only: false,
      features: {
        connect: { exclude: false, accepted_providers: ['august'], excluded_providers: ['schlage'] },
        organize: { exclude: false },
        manage: {
          exclude: false,
          exclude_staff_management: true,
          events: { allowed_events: ['lock.unlocked'], default_events: [] },
          device_management_confirmation: { title: 'Manage {count} locks' },
        },
        manage_devices: { exclude: false },
        configure: { exclude: false, ...permits },
      },
      customer_data: {
        customer_key: 'hotel_1',
        property_listings: [
          { property_listing_key: 'listing_1', name: 'Cabin', custom_metadata: { region: true } },
        ],
        guests: [{ guest_key: 'guest_1', name: 'Guest', email_address: 'guest@example.com' }],
        reservations: [
          {
            reservation_key: 'reservation_1',
            guest_key: 'guest_1',
            space_keys: ['listing_1'],
            starts_at: '2026-03-01T15:00:00Z',
            ends_at: '2026-03-03T10:00:00Z',
          },
        ],
      },
    }
    const grant: PortalGrant = {
      customer_key: 'hotel_1',
      portal: { features: { configure: permits } },
      allow: { customer_data: true },
    }
    const { ask, sent } = startProxy({ grant })
    expect((await ask('create_portal', body)).status).toBe(200)
    expect(sent[0]?.body).toEqual(body)
  })

  it('passes on unknown options that extraOptions names', async () => {
    const { ask, sent } = startProxy({ extraOptions: ['theme'] })
    await ask('create_portal', { theme: { dark: true }, other: 1 })
    expect(sent[0]?.body).toMatchObject({ theme: { dark: true } })
    expect(sent[0]?.body).not.toHaveProperty('other')
  })
})

describe('push_data', () => {
  it('is refused until the grant allows it', async () => {
    const { ask, sent } = startProxy()
    expect(await refusalOf(await ask('push_data', { customer_key: 'hotel_1' }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('allow.push_data'),
    })
    expect(sent).toEqual([])
  })

  it('pushes records of the grant’s customer', async () => {
    const { ask, sandbox } = startProxy({ grant: { customer_key: 'hotel_1', allow: { push_data: true } } })
    const response = await ask('push_data', { spaces: [{ space_key: 's1', name: 'Room 1' }] })
    expect([response.status, await response.json()]).toEqual([200, { ok: true }])
    expect(sandbox.customers()).toMatchObject([
      { customer_key: 'hotel_1', data: { spaces: [{ space_key: 's1', name: 'Room 1' }] } },
    ])
    expect((await ask('push_data', { customer_key: 'hotel_2' })).status).toBe(403)
  })

  it('accepts bodies of up to a megabyte', async () => {
    const { ask } = startProxy({ grant: { customer_key: 'hotel_1', allow: { push_data: true } } })
    expect((await ask('push_data', { spaces: spaces(9_000) })).status).toBe(200)
    expect((await ask('push_data', { spaces: spaces(12_000) })).status).toBe(413)
  })
})

describe('delete_data', () => {
  it('is refused until the grant allows it', async () => {
    const { ask, sent } = startProxy()
    expect(await refusalOf(await ask('delete_data', { room_keys: ['r1'] }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('allow.delete_data'),
    })
    expect(await refusalOf(await ask('delete_data', { customer_keys: ['hotel_1'] }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('allow.delete_customer'),
    })
    expect(sent).toEqual([])
  })

  it('deletes the records that the grant’s rule allows', async () => {
    const { ask, sent } = startProxy({ grant: { customer_key: 'hotel_1', allow: { delete_data: ownRooms } } })
    expect((await ask('delete_data', { room_keys: ['hotel_1/r1'], customer_keys: [] })).status).toBe(200)
    expect((await ask('delete_data', { room_keys: ['hotel_1/r1', 'hotel_2/r1'] })).status).toBe(403)
    expect(sent.map(({ method, body }) => [method, body])).toEqual([['POST', { room_keys: ['hotel_1/r1'] }]])
  })

  it('deletes one customer of the grant, alone', async () => {
    const { ask, sent } = startProxy({
      grant: {
        customer_key: ['hotel_1', 'hotel_2'],
        allow: { delete_customer: true, delete_data: () => true },
      },
    })
    expect((await ask('delete_data', { customer_keys: ['hotel_2'] })).status).toBe(200)
    expect((await ask('delete_data', { customer_keys: ['hotel_1', 'hotel_2'] })).status).toBe(403)
    expect((await ask('delete_data', { customer_keys: ['hotel_3'] })).status).toBe(403)
    expect(
      await refusalOf(await ask('delete_data', { customer_keys: ['hotel_1'], room_keys: ['r'] })),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('customer_keys: '),
    })
    expect(sent.map(({ body }) => body)).toEqual([{ customer_keys: ['hotel_2'] }])
  })
})

describe('the grant', () => {
  it.each([
    ['null', null, 401, 'unauthorized'],
    ['undefined', undefined, 401, 'unauthorized'],
    ['false', false, 403, 'forbidden'],
    ['true', true, 403, 'forbidden'],
    ['no customer', {}, 403, 'forbidden'],
    ['an empty customer', { customer_key: '' }, 403, 'forbidden'],
    ['a blank customer', { customer_key: ' \n' }, 403, 'forbidden'],
    ['no customers', { customer_key: [] }, 403, 'forbidden'],
    ['a blank customer among others', { customer_key: ['hotel_1', ''] }, 403, 'forbidden'],
    ['a customer that is not a string', { customer_key: 7 }, 403, 'forbidden'],
    ['a misspelt option', { customer_key: 'hotel_1', portal: { readonly: true } }, 403, 'forbidden'],
    [
      'a misspelt feature',
      { customer_key: 'hotel_1', portal: { features: { manage: { exclude_staff: true } } } },
      403,
      'forbidden',
    ],
    [
      'an option of the wrong type',
      { customer_key: 'hotel_1', portal: { features: { connect: { exclude: 'yes' } } } },
      403,
      'forbidden',
    ],
  ])('is refused when it is %s', async (_, grant, status, type) => {
    const { ask, sent, events } = startProxy({ authorize: () => grant as never })
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({ status, type })
    expect(sent).toEqual([])
    expect(events).toMatchObject([{ code: type, status }])
  })

  it('tells onEvent which field is wrong, and the browser nothing', async () => {
    const { ask, events } = startProxy({
      grant: { customer_key: 'hotel_1', portal: { features: { manage: { exclude_staff: true } } } as never },
    })
    expect((await refusalOf(await ask('create_portal'))).message).toBe('This user may not do that.')
    expect(events[0]?.reason).toBe(
      'The grant that `authorize` returned is not valid: portal.features.manage.exclude_staff is not an option of the portal.',
    )
  })

  it.each([
    ['create_portal', 'customer_data', { customer_data: { rooms: [{ room_key: 'r1', name: 'Room 1' }] } }],
    ['push_data', 'push_data', { rooms: [{ room_key: 'r1', name: 'Room 1' }] }],
    ['delete_data', 'delete_data', { room_keys: ['r1'] }],
  ] as const)(
    'names in %s the function of `allow` that did not return true',
    async (operation, rule, body) => {
      const { ask, sent } = startProxy({
        grant: { customer_key: 'hotel_1', allow: { [rule]: () => false } },
      })
      expect(await refusalOf(await ask(operation, body))).toMatchObject({
        status: 403,
        type: 'forbidden',
        message: `\`allow.${rule}\` did not return true for these records.`,
      })
      expect(sent).toEqual([])
    },
  )

  it('is refused for another customer', async () => {
    const { ask, sent } = startProxy()
    const response = await ask('create_portal', { customer_data: { customer_key: 'hotel_2' } })
    expect(await refusalOf(response)).toMatchObject({ status: 403, type: 'forbidden' })
    expect(sent).toEqual([])
  })

  it('decides, and a rule that throws allows nothing', async () => {
    const { ask, sent, events } = startProxy({
      authorize: () => {
        throw new Error('The session store is down; it said token=abc and seam_test_sandbox.')
      },
    })
    expect(await refusalOf(await ask('create_portal'))).toEqual({
      status: 502,
      type: 'vendor_error',
      message: 'The server could not decide about this request.',
    })
    expect(sent).toEqual([])
    expect(events[0]?.reason).toBe(
      "A function of the handler's options failed: The session store is down; it said [redacted] and [redacted].",
    )
  })
})

describe('bad input', () => {
  it.each([
    ['a locale the vendor lacks', { locale: 'sv-SE' }, 'locale: '],
    [
      'two landing keys',
      { landing_page: { manage: { space_key: 'a', room_key: 'b' } } },
      'landing_page.manage: ',
    ],
    [
      'a bad filter field',
      { customer_resources_filters: [{ field: 'a-b', operation: '=', value: 'x' }] },
      'customer_resources_filters[0].field: ',
    ],
    ['a list', [], 'The body: '],
    ['null', null, 'The body: '],
    ['text', '"text"', 'The body: '],
    ['a bad record', { customer_data: { rooms: [{ room_key: '' }] } }, 'customer_data.rooms[0].room_key: '],
  ])('is refused with the field’s name: %s', async (_, body, field) => {
    const { ask, sent } = startProxy()
    const refusal = await refusalOf(await ask('create_portal', body))
    expect(refusal).toMatchObject({
      status: 400,
      type: 'invalid_input',
      message: expect.stringContaining(field),
    })
    expect(refusal.message).toMatch(/[^.]\.$/)
    expect(refusal.validation_errors).toBeDefined()
    expect(sent).toEqual([])
  })

  it.each([
    ['broken JSON', '{', 400],
    ['nothing', '', 400],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['64 kB and one byte', `"${'x'.repeat(65_535)}"`, 413],
    ['a megabyte', `"${'x'.repeat(1 << 20)}"`, 413],
  ])('is refused before the vendor is called: %s', async (_, body, status) => {
    const { ask, events } = startProxy({
      authorize: () => {
        throw new Error('asked')
      },
    })
    expect((await ask('create_portal', body)).status).toBe(status)
    expect(events[0]?.reason).not.toContain('asked')
  })

  it('lists only as many fields as fit into an answer', async () => {
    const { ask } = startProxy({ grant: { customer_key: 'hotel_1', allow: { push_data: true } } })
    const response = await ask('push_data', {
      rooms: Array.from({ length: 50_000 }, () => ({ room_key: '' })),
    })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(10_000)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'multipart/form-data',
    '',
  ])('is not JSON with the content type "%s"', async (type) => {
    const { ask } = startProxy()
    expect(
      await refusalOf(await ask('create_portal', {}, { headers: { 'content-type': type } })),
    ).toMatchObject({
      status: 415,
      type: 'unsupported_media_type',
    })
  })

  it('accepts JSON with a charset, and refuses compressed JSON', async () => {
    const { ask } = startProxy()
    const type = { 'content-type': 'Application/JSON; charset=utf-8' }
    expect((await ask('create_portal', {}, { headers: type })).status).toBe(200)
    expect((await ask('create_portal', {}, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
  })
})

describe('the vendor’s errors', () => {
  it('names the fields that the vendor refused, and nothing else', async () => {
    const { ask, events } = startProxy({
      vendor: () =>
        Response.json(
          {
            error: {
              type: 'invalid_input',
              message: 'Workspace 1234 says no to seam_test_sandbox',
              stack: 'at /srv/app.js',
              validation_errors: {
                _errors: [],
                locale: { _errors: ['Not now, token=abc'] },
                customer_data: {
                  _errors: [],
                  customer_key: { _errors: ['Too new'] },
                  internal_id: { _errors: ['x'] },
                },
                workspace_id: { _errors: ['Unknown'] },
              },
            },
            ok: false,
          },
          { status: 400 },
        ),
    })
    expect(await refusalOf(await ask('create_portal', { locale: 'de-DE' }))).toEqual({
      status: 400,
      type: 'invalid_input',
      message: 'The access service refused these values.',
      validation_errors: {
        _errors: [],
        locale: { _errors: ['Not now, [redacted]'] },
        customer_data: { _errors: [], customer_key: { _errors: ['Too new'] } },
      },
    })
    expect(events[0]?.reason).toBe(
      'The vendor answered 400 invalid_input: Workspace 1234 says no to [redacted]',
    )
  })

  it.each([
    ['unauthorized', 502, 'vendor_error'],
    ['forbidden', 502, 'vendor_error'],
    ['rate_limited', 429, 'rate_limited'],
    ['server_error', 502, 'vendor_error'],
    ['bad_gateway', 502, 'vendor_error'],
    ['malformed_json', 502, 'invalid_response'],
    ['reset', 502, 'vendor_error'],
  ] as const)('answers a vendor that is %s with %i', async (fault, status, type) => {
    const { ask, sandbox } = startProxy()
    sandbox.fail(fault)
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({ status, type })
  })

  it.each([
    ['120', '120'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['soon', null],
  ])('passes a Retry-After of %s as %s', async (given, passed) => {
    const { ask } = startProxy({
      vendor: () => new Response(null, { status: 429, headers: { 'retry-after': given } }),
    })
    expect((await ask('create_portal')).headers.get('retry-after')).toBe(passed)
  })

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    const { ask, sent } = startProxy({
      vendor: () => new Response(null, { status, headers: { location: 'https://evil.example.com' } }),
    })
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({ status: 502, type: 'vendor_error' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['no link', {}, 'invalid_response'],
    ['a list', [], 'invalid_response'],
    ['a link without address', { customer_portal: { customer_key: 'hotel_1' } }, 'invalid_response'],
    [
      'another customer',
      { customer_portal: { url: 'https://se.am/1', customer_key: 'x' } },
      'invalid_response',
    ],
    ['a script', { customer_portal: { url: 'javascript:alert(1)' } }, 'portal_url_refused'],
    ['plain http', { customer_portal: { url: 'http://se.am/1' } }, 'portal_url_refused'],
    [
      'an origin that is not listed',
      { magic_link: { url: 'https://se.am.evil.example/1' } },
      'portal_url_refused',
    ],
    ['a refusal with 200', { ok: false, error: { type: 'x', message: 'y' } }, 'vendor_error'],
  ])('refuses an answer with %s', async (_, answer, type) => {
    const { ask } = startProxy({ vendor: () => Response.json(answer) })
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({ status: 502, type })
  })

  it('accepts a push without a body in the answer', async () => {
    const grant = { customer_key: 'hotel_1', allow: { push_data: true } } as const
    const empty = startProxy({ grant, vendor: () => new Response(null, { status: 204 }) })
    expect(await (await empty.ask('push_data')).json()).toEqual({ ok: true })
    const login = startProxy({ grant, vendor: () => new Response('<html>Sign in</html>') })
    expect(await refusalOf(await login.ask('push_data'))).toMatchObject({
      status: 502,
      type: 'invalid_response',
    })
  })

  it('stops waiting after its timeout, also for a fetch that ignores the abort signal', async () => {
    const { ask, sandbox } = startProxy({ timeout: 20 })
    sandbox.fail('hang')
    expect(await refusalOf(await ask('create_portal'))).toMatchObject({ status: 504, type: 'timeout' })
    const deaf = startProxy({ timeout: 20, vendor: () => new Promise(() => {}) })
    expect((await deaf.ask('create_portal')).status).toBe(504)
  })

  it('aborts the vendor’s call when the browser disconnects', async () => {
    const browser = new AbortController()
    let vendorSignal: AbortSignal | undefined
    const { ask, events } = startProxy({
      vendor: (request) => {
        vendorSignal = request.signal
        browser.abort()
        return new Promise(() => {})
      },
    })
    // Over a socket, a client that disconnects gets no answer.
    await ask('create_portal', {}, { signal: browser.signal }).catch(() => {})
    await expect.poll(() => vendorSignal?.aborted).toBe(true)
    await expect.poll(() => events).toMatchObject([{ code: 'aborted', status: 499 }])
  })
})

describe('rateLimit', () => {
  it.each([
    [false, null],
    [{ ok: false }, null],
    [{ ok: false, retryAfter: 2.1 }, '3'],
    [undefined, null],
  ])('stops a call with %o', async (verdict, retryAfter) => {
    const { ask, sent } = startProxy({ rateLimit: async () => verdict as never })
    const response = await ask('create_portal')
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, retryAfter])
    expect(sent).toEqual([])
  })

  it('gets the customer and the operation', async () => {
    const asked: unknown[] = []
    const { ask } = startProxy({
      grant: { customer_key: 'hotel_1', actor: 'user_7' },
      rateLimit: ({ request, ...details }) => {
        asked.push(details, request instanceof Request)
        return { ok: true }
      },
    })
    expect((await ask('create_portal')).status).toBe(200)
    expect(asked).toEqual([{ operation: 'create_portal', customer_key: 'hotel_1', actor: 'user_7' }, true])
  })
})

describe('onEvent', () => {
  it('tells the customer, the operation, the result and the duration', async () => {
    const { ask, handler, events } = startProxy({ grant: { customer_key: 'hotel_1', actor: 'user_7' } })
    await ask('create_portal', {}, { headers: { 'x-request-id': 'one' } })
    await ask('push_data', {}, { headers: { 'x-request-id': 'two' } })
    await handler(new Request('https://app.example.com/elsewhere', { headers: { 'x-request-id': 'three' } }))
    const duration = expect.any(Number)
    expect(events).toEqual([
      {
        operation: 'create_portal',
        actor: 'user_7',
        customer_key: 'hotel_1',
        code: 'ok',
        status: 200,
        duration,
        requestId: 'one',
      },
      {
        operation: 'push_data',
        actor: 'user_7',
        customer_key: undefined,
        code: 'forbidden',
        status: 403,
        duration,
        requestId: 'two',
        reason: expect.stringContaining('allow.push_data'),
      },
      {
        operation: undefined,
        actor: undefined,
        customer_key: undefined,
        code: 'not_found',
        status: 404,
        duration,
        requestId: 'three',
        reason: 'The handler has nothing at this address.',
      },
    ])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('The log is full.')
      },
    ],
    ['rejects', () => Promise.reject(new Error('The log is full.'))],
  ])('does not change the answer when it %s', async (_, onEvent) => {
    expect((await startProxy({ onEvent }).ask('create_portal')).status).toBe(200)
  })
})

describe('createPortalHandler', () => {
  it.each<[string, object, RegExp]>([
    ['authorize', { apiKey }, /`authorize` is missing/],
    ['options it knows', { apiKey, authorize, rateLimt: () => false }, /`rateLimt` is not an option/],
    ['a key', { authorize }, /`apiKey` is missing/],
    ['a key that is not empty', { apiKey: '', authorize }, /`apiKey` is missing/],
    ['a key without quotes', { apiKey: '"seam_test_x"', authorize }, /quotes/],
    ['a key without a line break', { apiKey: 'seam_test_x\n', authorize }, /line break/],
    ['a key without blanks', { apiKey: ' seam_test_x', authorize }, /space/],
    ['a key of this vendor', { apiKey: 'sk_test_x', authorize }, /begin with seam_/],
    ['a key in ASCII', { apiKey: 'seam_testé', authorize }, /begin with seam_/],
    ['a key that is not for browsers', { apiKey: 'seam_pk_x', authorize }, /key for browsers \(seam_pk\)/],
    [
      'a key that is not a client session',
      { apiKey: 'seam_cst_x', authorize },
      /key for browsers \(seam_cst\)/,
    ],
    ['a key that is not a token', { apiKey: 'seam_at_x', authorize }, /personalAccessToken/],
    ['a key that is a string', { apiKey: 7, authorize }, /not a string/],
    [
      'a workspace beside a token',
      { personalAccessToken: 'seam_at_x', authorize },
      /`workspaceId` is missing/,
    ],
    ['a token beside a workspace', { workspaceId: 'x', authorize }, /`personalAccessToken` is missing/],
    [
      'a workspace that is a UUID',
      { personalAccessToken: 'seam_at_x', workspaceId: 'main', authorize },
      /`workspaceId` is not a UUID/,
    ],
    [
      'a token that is one',
      { personalAccessToken: apiKey, workspaceId: 'x', authorize },
      /begin with seam_at/,
    ],
    ['one kind of credential', { apiKey, personalAccessToken: 'seam_at_x', authorize }, /only one/],
    [
      'a secure vendor',
      { apiKey, authorize, endpoint: 'http://vendor.example.com' },
      /`endpoint` cannot be used/,
    ],
    [
      'an endpoint that is an address',
      { apiKey, authorize, endpoint: 'connect' },
      /`endpoint` cannot be used/,
    ],
    ['a vendor without query', { apiKey, authorize, endpoint: 'https://a.example.com/?x=1' }, /query/],
    ...[
      'https://a.example.com/',
      'HTTPS://a.example.com',
      'https://a.example.com:443',
      'https://A.example.com',
    ].map((origin): [string, object, RegExp] => [
      `origins as browsers send them, and not ${origin}`,
      { apiKey, authorize, origins: [origin] },
      /`origins` has the entry http.* scheme, host and port only/i,
    ]),
    ...['capacitor://', 'capacitor:localhost', 'capacitor://localhost/', 'file://', 'a.example.com', ''].map(
      (origin): [string, object, RegExp] => [
        `origins that are origins, and not "${origin}"`,
        { apiKey, authorize, origins: [origin] },
        /`origins` has the entry .* scheme, host and port only/,
      ],
    ),
    ...['*', 'https://*.example.app', 'https://*', 'capacitor://*'].map(
      (origin): [string, object, RegExp] => [
        `origins without the wildcard ${origin}`,
        { apiKey, authorize, origins: [origin] },
        /`origins` has the wildcard .*, which no browser sends.* `\(origin\) => boolean`/,
      ],
    ),
    ['no null origin', { apiKey, authorize, origins: ['null'] }, /`origins` has the entry null/],
    ['a list of origins', { apiKey, authorize, origins: 'https://a.example.com' }, /`origins` is not a list/],
    ['origins that are strings', { apiKey, authorize, origins: [/example/] }, /`origins` has the entry/],
    ...['se.am', 'https://*.se.am', 'capacitor://localhost', 'https://se.am/'].map(
      (origin): [string, object, RegExp] => [
        `portal origins that are origins, and not ${origin}`,
        { apiKey, authorize, portalOrigins: [origin] },
        /`portalOrigins` has the entry/,
      ],
    ),
    [
      'extra options without underscore',
      { apiKey, authorize, extraOptions: ['_dev'] },
      /`extraOptions` names _dev/,
    ],
    ['extra options it does not know', { apiKey, authorize, extraOptions: ['features'] }, /names features/],
    [
      'extra options about no customer',
      { apiKey, authorize, extraOptions: ['customer_x'] },
      /names customer_x/,
    ],
    [
      'extra options that objects lack',
      { apiKey, authorize, extraOptions: ['__proto__'] },
      /names __proto__/,
    ],
  ])('needs %s', (_, options, sentence) => {
    expect(() => createPortalHandler(options as never)).toThrow(sentence)
    expect(() => createPortalHandler(options as never)).toThrow(/^createPortalHandler cannot start\. .*\.$/s)
    expect(() => createPortalHandler(options as never)).not.toThrow(/seam_test_x|sk_test/)
  })

  it('checks the result of a key function at each use', async () => {
    const { ask, events, sent } = startProxy({
      apiKey: async () => 'seam_pk_x',
    } as Partial<PortalHandlerOptions>)
    expect(await refusalOf(await ask('create_portal'))).toEqual({
      status: 502,
      type: 'vendor_error',
      message: 'The server is not configured for this call.',
    })
    expect(events[0]?.reason).toContain('key for browsers')
    expect(sent).toEqual([])
  })

  it('calls a key function with the grant', async () => {
    const { ask, sent } = startProxy({
      grant: { customer_key: 'hotel_1', actor: 'north' },
      apiKey: ({ actor }: { actor?: string }) => `seam_test_${actor}`,
    } as never)
    await ask('create_portal')
    expect(sent[0]?.headers.authorization).toBe('Bearer seam_test_north')
  })

  it('calls the global fetch without the option', async () => {
    const original = globalThis.fetch
    const handler = createPortalHandler({ apiKey, authorize })
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      expect([request.method, request.url]).toEqual([
        'POST',
        'https://connect.getseam.com/customers/create_portal',
      ])
      return portalAnswer()
    }
    try {
      const request = new Request('https://app.example.com/customers/create_portal', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      })
      expect((await handler(request)).status).toBe(200)
    } finally {
      globalThis.fetch = original
    }
  })
})

function spaces(count: number) {
  return Array.from({ length: count }, (_, at) => ({ space_key: `s${at}`, name: 'x'.repeat(70) }))
}

function ownRooms({ room_keys = [] }: { room_keys?: string[] | undefined }): boolean {
  return room_keys.every((key) => key.startsWith('hotel_1/'))
}
