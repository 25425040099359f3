import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPortalHandler, type PortalGrant } from '../../src/server/index'
import { portalAnswer, refusalOf, startProxy } from './startProxy'

const PROFILE = '8da7bf9c-7f4c-4f5d-8f3f-0a2f5d8e1c11'

const grantOf = (portal: PortalGrant['portal'], allow?: PortalGrant['allow']): PortalGrant => ({
  customer_key: 'hotel_1',
  portal,
  allow,
})

afterEach(() => {
  vi.unstubAllGlobals()
})

// One test for each row of the table in docs/security.md. .ci/mutateServer.mjs removes each rule and expects its test to fail.
describe('a browser that attacks', () => {
  it('attack 1: cannot open the portal of another customer', async () => {
    const { ask, sent } = startProxy()
    const response = await ask('create_portal', { customer_data: { customer_key: 'hotel_2' } })
    expect(await refusalOf(response)).toMatchObject({ status: 403, type: 'forbidden' })
    expect(sent).toEqual([])

    const careless = startProxy({ vendor: () => portalAnswer({ customer_key: 'hotel_2' }) })
    expect((await careless.ask('create_portal')).status).toBe(502)
  })

  it('attack 2: cannot omit or change the filters', async () => {
    const own = { field: 'region', operation: '=' as const, value: 'north' }
    const { ask, sent } = startProxy({ grant: grantOf({ customer_resources_filters: [own] }) })
    await ask('create_portal')
    await ask('create_portal', { customer_resources_filters: [{ ...own, value: 'south' }] })
    expect(sent.map(({ body }) => body.customer_resources_filters)).toEqual([
      [own],
      [own, { ...own, value: 'south' }],
    ])
  })

  it('attack 3: cannot switch a feature on', async () => {
    const { ask, sent } = startProxy({
      grant: grantOf({
        features: { manage: { exclude: true }, connect: { accepted_providers: ['august'] } },
      }),
    })
    await ask('create_portal')
    await ask('create_portal', {
      features: {
        manage: { exclude: false },
        connect: { accepted_providers: ['schlage'] },
        configure: { allow_access_automation_rule_customization: true },
      },
    })
    expect(sent[0]?.body.features).toMatchObject({
      manage: { exclude: true },
      connect: { accepted_providers: ['august'] },
    })
    expect(sent[1]?.body.features).toMatchObject({
      manage: { exclude: true },
      connect: { exclude: true },
      configure: { allow_access_automation_rule_customization: false },
    })
    expect(sent[1]?.body.features).not.toHaveProperty('connect.accepted_providers')
  })

  it('attack 4: cannot make a read-only portal writable', async () => {
    const { ask, sent } = startProxy({ grant: grantOf({ read_only: true }) })
    await ask('create_portal')
    await ask('create_portal', { read_only: false })
    expect(sent.map(({ body }) => body.read_only)).toEqual([true, true])
  })

  it('attack 5: cannot create a reservation, which would create a door code', async () => {
    const { ask, sent } = startProxy()
    const reservations = [{ reservation_key: 'mine', preferred_code: '1234', space_keys: ['vault'] }]
    expect((await ask('create_portal', { customer_data: { reservations } })).status).toBe(403)
    expect((await ask('push_data', { reservations })).status).toBe(403)
    expect(sent).toEqual([])
  })

  it('attack 6: cannot overwrite records whose owner the grant checks', async () => {
    const { ask, sent } = startProxy({
      grant: grantOf(undefined, { push_data: ownsRooms, customer_data: ownsRooms }),
    })
    const rooms = [{ room_key: 'hotel_2/7', name: 'Taken' }]
    expect((await ask('push_data', { rooms })).status).toBe(403)
    expect((await ask('create_portal', { customer_data: { rooms } })).status).toBe(403)
    expect(sent).toEqual([])
  })

  it('attack 7: cannot pass a rule that returns anything but true', async () => {
    const maybe = (() => 'false') as never
    const { ask, sent } = startProxy({
      grant: grantOf(undefined, { push_data: maybe, customer_data: maybe }),
    })
    const staff_members = [{ staff_member_key: 'me', name: 'Me', email_address: 'victim@example.com' }]
    expect((await ask('push_data', { staff_members })).status).toBe(403)
    expect((await ask('create_portal', { customer_data: { staff_members } })).status).toBe(403)
    expect(sent).toEqual([])
  })

  it('attack 8: cannot delete records of others', async () => {
    const { ask, sent } = startProxy()
    expect((await ask('delete_data', { room_keys: ['r1'] })).status).toBe(403)
    expect((await ask('delete_data', { customer_keys: ['hotel_1'] })).status).toBe(403)
    const open = startProxy({ grant: grantOf(undefined, { delete_customer: true, delete_data: () => true }) })
    expect((await open.ask('delete_data', { customer_keys: ['hotel_2'] })).status).toBe(403)
    expect((await open.ask('delete_data', { customer_keys: ['hotel_1', 'hotel_2'] })).status).toBe(403)
    expect((await open.ask('delete_data', { customer_keys: ['hotel_1'], room_keys: ['r1'] })).status).toBe(
      400,
    )
    const rooms = startProxy({ grant: grantOf(undefined, { delete_data: () => true }) })
    expect((await rooms.ask('delete_data', { customer_keys: ['hotel_1'] })).status).toBe(403)
    expect([...sent, ...open.sent, ...rooms.sent]).toEqual([])
  })

  it('attack 9: cannot send unknown fields', async () => {
    const { ask, sent } = startProxy({ extraOptions: ['theme'] })
    await ask('create_portal', {
      _dev: true,
      later: 1,
      theme: 'dark',
      features: { connect: { _dev: true } },
      customer_data: { customer_key: 'hotel_1', _dev: true },
    })
    expect(JSON.stringify(sent[0]?.body)).not.toMatch(/_dev|later/)
    expect(sent[0]?.body.theme).toBe('dark')
    expect(() => startProxy({ extraOptions: ['_dev'] })).toThrow('_dev')
  })

  it('attack 10: cannot use another customer’s customization profile', async () => {
    const { ask, sent } = startProxy()
    const response = await ask('create_portal', { customization_profile_id: PROFILE })
    expect(await refusalOf(response)).toMatchObject({
      status: 403,
      message: expect.stringContaining('portal.customization_profile_id'),
    })
    expect(sent).toEqual([])
  })

  it('attack 11: cannot open a page that the server did not choose', async () => {
    const landing_page = { manage: { room_key: 'own' } }
    const deep_link = { resource_type: 'space' as const, resource_key: 'own' }
    const { ask, sent } = startProxy({ grant: grantOf({ landing_page, deep_link }) })
    await ask('create_portal', {
      landing_page: { manage: { room_key: 'foreign' } },
      deep_link: { resource_type: 'space', resource_key: 'foreign' },
    })
    expect(sent[0]?.body).toMatchObject({ landing_page, deep_link })

    const asking = startProxy({
      grant: grantOf(undefined, { portal: ({ deep_link }) => deep_link === undefined }),
    })
    expect((await asking.ask('create_portal', { deep_link })).status).toBe(403)
    expect(asking.sent).toEqual([])
  })

  it('attack 12: cannot change the layout that the server has set', async () => {
    const { ask, sent } = startProxy({ grant: grantOf({ navigation_mode: 'restricted', is_embedded: true }) })
    await ask('create_portal', { navigation_mode: 'full', is_embedded: false })
    expect(sent[0]?.body).toMatchObject({ navigation_mode: 'restricted', is_embedded: true })
  })

  it.each([
    '/api/seam/../locks/unlock_door',
    '/api/seam/customers/create_portal/../../locks/unlock_door',
    '/api/seam/customers/create_portal/%2e%2e/push_data_x',
    '/api/seam/customers%2Fcreate_portal',
    '/api/seam/customers/create_portal//',
    '/api/seam/customers/create_portal/%2f',
    '/api/seam/customers/create_portal%00',
    '/api/seam/customers/create_portal;/x',
    '/api/seam/customers/CREATE_PORTAL',
    '/api/seam/mycustomers/create_portal',
    '/api/seam/customers/constructor',
    '/api/seam/customers/reservations/create_deep_link',
    '/locks/unlock_door?/customers/create_portal',
    '/locks/unlock_door#/customers/create_portal',
  ])('attack 13: cannot reach another path with %s', async (path) => {
    const { handler, sent } = startProxy()
    const response = await handler(
      new Request(`https://app.example.com${path}`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      }),
    )
    expect(response.status).toBe(404)
    expect(sent).toEqual([])
  })

  it('attack 14: cannot add a query to the vendor’s address', async () => {
    const { ask, sent } = startProxy()
    const query = 'read_only=false&_dev=true&customer_keys=hotel_2&endpoint=https://evil.example.com'
    expect((await ask(`create_portal?${query}`)).status).toBe(200)
    expect(sent[0]?.url).toBe('https://connect.getseam.com/customers/create_portal')
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'attack 15: cannot use %s',
    async (method) => {
      const { handler, sent } = startProxy()
      const url = 'https://app.example.com/customers/delete_data?customer_keys=hotel_1'
      const response = await handler(new Request(url, { method }))
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
      expect(sent).toEqual([])
    },
  )

  it('attack 16: cannot forge a header', async () => {
    const { ask, sent } = startProxy()
    await ask(
      'create_portal',
      {},
      {
        headers: {
          authorization: 'Bearer seam_forged',
          'seam-workspace': PROFILE,
          'client-session-token': 'x',
          'seam-client-session-token': 'x',
          cookie: 'session=1',
          'x-forwarded-host': 'evil.example.com',
          'x-http-method-override': 'DELETE',
          'x-request-id': 'bad id\tx',
        },
      },
    )
    expect(sent[0]?.headers).toEqual({
      authorization: 'Bearer seam_test_sandbox',
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it.each([
    ['a key called __proto__', '{"__proto__":{"read_only":false}}', 400],
    ['a key called __proto__ deep inside', '{"features":{"connect":{"__proto__":{}}}}', 400],
    ['a key called constructor', '{"customer_data":{"constructor":{"prototype":{}}}}', 400],
    ['a key called prototype', '[{"prototype":1}]', 400],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 400],
    ['20,000 levels', '['.repeat(20_000) + ']'.repeat(20_000), 400],
    ['65 kB', `{"x":"${'x'.repeat(65 * 1024)}"}`, 413],
    ['a broken character', new Uint8Array([...new TextEncoder().encode('{"x":"'), 0xc3, 0x22, 0x7d]), 400],
  ])('attack 17: cannot confuse the parser with %s', async (_, body, status) => {
    const { ask, sent } = startProxy()
    expect((await ask('create_portal', body)).status).toBe(status)
    expect(sent).toEqual([])
  })

  it('attack 17: cannot confuse the parser with a duplicate key', async () => {
    const { ask, sent } = startProxy()
    const twice = '{"customer_data":{"customer_key":"hotel_1","customer_key":"hotel_2"}}'
    expect((await ask('create_portal', twice)).status).toBe(403)
    expect(sent).toEqual([])
  })

  it('attack 17: cannot confuse the parser with another content type', async () => {
    const { ask, sent } = startProxy()
    expect((await ask('create_portal', {}, { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect(sent).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }],
    ['none', { 'sec-fetch-site': 'none' }],
    ['an unknown value', { 'sec-fetch-site': 'same-planet' }],
    ['Origin null', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ])('attack 18: cannot be sent by a foreign page (%s)', async (_, headers) => {
    const { ask, sent } = startProxy({ origins: ['https://admin.example.com'] })
    const response = await ask('create_portal', {}, { headers })
    expect(await refusalOf(response)).toMatchObject({ status: 403, type: 'forbidden' })
    expect(response.headers.get('access-control-allow-origin')).toBe(null)
    expect(sent).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example.com' }],
    ['another port', { origin: 'https://app.example.com:8443' }],
    ['plain http', { origin: 'http://app.example.com' }],
    ['a longer host', { origin: 'https://app.example.com.evil.example' }],
    ['no address', { origin: 'app.example.com' }],
    ['cookies alone', { cookie: 'session=1' }],
  ])('attack 18: cannot be sent by an old browser’s foreign page (%s)', async (_, headers) => {
    const { handler, sent } = startProxy()
    const response = await handler(
      new Request('https://app.example.com/customers/create_portal', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      }),
    )
    expect(response.status).toBe(403)
    expect(sent).toEqual([])
  })

  it('attack 18: cannot be sent by a page of an origin for which the rule does not return true', async () => {
    const origins = (() => 'false') as never
    for (const proxy of [
      startProxy({ origins }),
      startProxy({ origins: (origin) => !origin.includes('evil') }),
    ]) {
      for (const origin of ['https://evil.example.com', 'https://app.example.com, https://b.example.com']) {
        const response = await proxy.ask(
          'create_portal',
          {},
          { headers: { origin, 'sec-fetch-site': 'cross-site' } },
        )
        expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
      }
      expect(proxy.sent).toEqual([])
    }
    expect(() => startProxy({ origins: ['https://*.example.com'] })).toThrow('wildcard')
  })

  it('attack 19: cannot flood the vendor past the limit', async () => {
    let left = 3
    const { ask, sent } = startProxy({ rateLimit: () => left-- > 0 || { ok: false, retryAfter: 60 } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('create_portal')))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('60')
    expect(sent).toHaveLength(3)
  })

  it('attack 20: cannot find a link in a cache, an event or an error', async () => {
    const link = 'https://evil.example.com/portals/1?token=seam_cst_canary'
    const { ask, events } = startProxy({ vendor: () => portalAnswer({ url: link }) })
    const refused = await ask('create_portal')
    expect(refused.status).toBe(502)
    const opened = await startProxy().ask('create_portal')
    for (const { headers } of [refused, opened]) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect(JSON.stringify([await refused.text(), events])).not.toMatch(/canary|portals\/1/)
  })

  it('attack 21: cannot read the vendor’s own messages', async () => {
    const { ask } = startProxy({
      vendor: () =>
        Response.json(
          {
            error: {
              type: 'invalid_input',
              message: 'Workspace canary',
              data: { workspace_id: 'canary' },
              stack: 'canary',
              validation_errors: { _errors: ['seam_canary'], workspace: { _errors: ['canary'] } },
            },
            ok: false,
          },
          { status: 400, headers: { 'set-cookie': 'canary=1', 'x-canary': '1' } },
        ),
    })
    const response = await ask('create_portal')
    expect(JSON.stringify([...response.headers, await response.text()])).not.toContain('canary')
  })

  it('attack 22: cannot get past a missing sign-in', async () => {
    const { ask, sent } = startProxy({ grant: null })
    for (const path of ['create_portal', 'push_data', 'delete_data']) {
      expect(await refusalOf(await ask(path))).toMatchObject({ status: 401, type: 'unauthorized' })
    }
    const failing = startProxy({
      authorize: () => {
        throw new Error('No session store')
      },
    })
    expect((await failing.ask('create_portal')).status).toBe(502)
    expect([...sent, ...failing.sent]).toEqual([])
    expect(() => createPortalHandler({ apiKey: 'seam_test_sandbox' } as never)).toThrow(
      '`authorize` is missing',
    )
  })

  it('attack 23: cannot find a key in a page, because the handler throws in a browser', () => {
    const options = { apiKey: 'seam_test_sandbox', authorize: () => ({ customer_key: 'hotel_1' }) }
    vi.stubGlobal('window', {})
    vi.stubGlobal('document', {})
    expect(() => createPortalHandler(options)).toThrow('It runs in a browser')
    expect(() => createPortalHandler({ ...options, fetch: async () => portalAnswer() })).not.toThrow()
    vi.unstubAllGlobals()
    for (const apiKey of ['seam_pk_x', 'seam_cst_x']) {
      expect(() => createPortalHandler({ ...options, apiKey })).toThrow('key for browsers')
    }
  })
})

function ownsRooms({ rooms = [] }: { rooms?: { room_key: string }[] | undefined }): boolean {
  return rooms.every(({ room_key }) => room_key.startsWith('hotel_1/'))
}
