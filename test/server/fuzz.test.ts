import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RESOURCE_KEYS } from '../../src/wire/RESOURCE_KEYS'
import { createPortalHandler, type PortalHandlerEvent } from '../../src/server/index'

const KEY = 'seam_test_canarykey'
const TOKEN = 'seam_cst_canarytoken'
const LINK = `https://se.am/portals/1?token=${TOKEN}`

const STATUSES = new Set([200, 204, 400, 401, 403, 404, 405, 413, 415, 429, 502])

/** Answers of a vendor that must not reach the browser. */
const VENDORS: ((key: string) => Response)[] = [
  () =>
    Response.json({
      customer_portal: { url: LINK, customer_key: 'hotel_1' },
      magic_link: { url: LINK },
      ok: true,
    }),
  () => Response.json({ customer_portal: { url: LINK.replace('se.am', 'evil.example.com') }, ok: true }),
  () => Response.json({ customer_portal: { url: LINK, customer_key: TOKEN }, ok: true }),
  (key) => new Response(`<p>${key} ${LINK}`, { status: 502, headers: { 'set-cookie': key, 'x-key': key } }),
  (key) => new Response(`${key} ${LINK}`),
  (key) => new Response(null, { status: 307, headers: { location: `https://evil.example.com/?${key}` } }),
  (key) => new Response(null, { status: 429, headers: { 'retry-after': key } }),
  (key) => {
    throw new Error(`${key} ${LINK}`)
  },
  (key) =>
    Response.json(
      {
        error: {
          type: 'invalid_input',
          message: `${key} ${LINK}`,
          validation_errors: {
            _errors: [key, LINK],
            locale: { _errors: [key] },
            customer_data: { _errors: [LINK], customer_key: { _errors: [`Bearer ${key}`] } },
          },
        },
        ok: false,
      },
      { status: 400 },
    ),
]

describe('any request', () => {
  it('gets a known status, reaches the vendor only when it is allowed, and never gets a secret', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRequest(),
        fc.constantFrom(
          'null',
          'false',
          'throws',
          'blank',
          'closed',
          'closed',
          'open',
          'open',
          'open',
          'open',
        ),
        fc.constantFrom(...VENDORS),
        async (make, signIn, vendor) => {
          const events: PortalHandlerEvent[] = []
          const sent: Request[] = []
          const allow = {
            push_data: true,
            customer_data: true,
            delete_data: () => true,
            delete_customer: true,
          } as const
          const grants = {
            null: null,
            false: false as const,
            blank: { customer_key: ' ' },
            closed: { customer_key: 'hotel_1' },
            open: { customer_key: 'hotel_1', allow },
          }
          const handler = createPortalHandler({
            apiKey: KEY,
            authorize: () => {
              if (signIn === 'throws') throw new Error(`${KEY} ${LINK}`)
              return grants[signIn]
            },
            origins: ['https://app.example.com'],
            onEvent: (event) => {
              events.push(event)
            },
            fetch: async (request) => {
              sent.push(request)
              return vendor(request.headers.get('authorization') ?? '')
            },
          })
          const response = await handler(make())
          const text = await response.text()

          expect(STATUSES).toContain(response.status)
          expect(events.length).toBe(response.status === 204 ? 0 : 1)
          if (events[0]) expect(events[0].status).toBe(response.status)
          if (signIn !== 'closed' && signIn !== 'open') expect(sent).toEqual([])
          if (response.status === 200) expect(sent).toHaveLength(1)
          for (const request of sent) {
            expect(request.url).toMatch(
              /^https:\/\/connect\.getseam\.com\/customers\/(create_portal|push_data|delete_data)$/,
            )
            expect(request.method).toBe('POST')
            expect([...request.headers.keys()]).toEqual([
              'accept',
              'authorization',
              'content-type',
              'x-request-id',
            ])
            const body = (await request.json()) as Record<string, { customer_key?: unknown } | undefined>
            if (request.url.endsWith('create_portal')) {
              expect(body.customer_data?.customer_key).toBe('hotel_1')
              if (signIn === 'closed') expect(Object.keys(body.customer_data ?? {})).toEqual(['customer_key'])
            }
            if (request.url.endsWith('push_data'))
              expect([signIn, body.customer_key]).toEqual(['open', 'hotel_1'])
            if (request.url.endsWith('delete_data')) expect(signIn).toBe('open')
          }
          const said = JSON.stringify([text.replaceAll(LINK, ''), [...response.headers], events])
          expect(said).not.toMatch(/canary/)
          if (response.status !== 200) expect(text).not.toContain(TOKEN)
          for (const name of ['cache-control', 'x-content-type-options', 'x-request-id']) {
            expect(response.headers.has(name)).toBe(true)
          }
          if (response.status >= 400) {
            expect(JSON.parse(text)).toMatchObject({
              ok: false,
              error: { type: expect.any(String), message: expect.stringMatching(/^\S.*\.$/s) },
            })
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

function anyRequest(): fc.Arbitrary<() => Request> {
  return fc
    .record({
      path: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('create_portal', 'push_data', 'delete_data') },
        { weight: 1, arbitrary: fc.webPath() },
      ),
      query: fc.oneof(fc.constant(''), fc.webQueryParameters()),
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constant('POST') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'post', 'QUERY'),
        },
      ),
      body: fc.oneof(
        { weight: 4, arbitrary: anyBody() },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 80 }) },
      ),
      type: fc.oneof(
        { weight: 8, arbitrary: fc.constant('application/json') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('text/plain', 'application/json;charset=utf-16', 'application/JSON ;x'),
        },
      ),
      headers: fc
        .dictionary(
          fc.constantFrom(
            'origin',
            'sec-fetch-site',
            'cookie',
            'content-length',
            'content-encoding',
            'x-request-id',
            'authorization',
            'seam-workspace',
            'x-http-method-override',
            'access-control-request-headers',
            'transfer-encoding',
          ),
          fc.oneof(
            fc.constantFrom(
              'null',
              'same-origin',
              'cross-site',
              'https://app.example.com',
              'https://api.example.com',
              '0',
            ),
            fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
          ),
          { maxKeys: 3 },
        )
        .chain((all) => fc.constantFrom({}, all)),
    })
    .map(({ path, query, method, body, type, headers }) => () => {
      const all = new Headers(Object.entries(headers))
      all.set('content-type', type)
      const init: RequestInit = { method, headers: all }
      if (method !== 'GET' && method !== 'HEAD') init.body = body as BodyInit
      return new Request(`https://api.example.com/seam/customers/${path}?${query}`, init)
    })
}

/** Bodies that nearly match the schemas, and any other bodies. */
function anyBody(): fc.Arbitrary<string> {
  const key = fc.oneof(
    { weight: 20, arbitrary: fc.constant('hotel_1') },
    { weight: 1, arbitrary: fc.constantFrom('hotel_2', '', ' ', '__proto__') },
  )
  const stray = fc.dictionary(fc.constantFrom('name', 'starts_at', '_dev', 'constructor'), key)
  const lists = fc
    .subarray(Object.entries(RESOURCE_KEYS), { maxLength: 3 })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          some.map(([list, name]) => [
            list,
            fc.array(
              fc.oneof(
                { weight: 15, arbitrary: fc.record({ [name]: fc.constant('r1'), name: fc.constant('R') }) },
                { weight: 1, arbitrary: stray },
              ),
              { maxLength: 2 },
            ),
          ]),
        ),
      ),
    )
  const data = fc
    .tuple(lists, fc.option(key))
    .map(([all, customer_key]) => ({ customer_key: customer_key ?? 'hotel_1', ...all }))
  const deletions = fc
    .subarray(['customer_keys', ...Object.values(RESOURCE_KEYS).map((name) => `${name}s`)], { maxLength: 2 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fc.array(key, { maxLength: 2 })]))),
    )
  const options = fc.record(
    {
      locale: fc.constantFrom('de-DE', 'fr-FR', 'it-IT', 'xx'),
      read_only: fc.boolean(),
      _dev: fc.boolean(),
      customer_data: fc.oneof(data, fc.record({ customer_key: key })),
      features: fc.record({ connect: fc.record({ exclude: fc.boolean() }) }, { requiredKeys: [] }),
      landing_page: fc.constantFrom({}, { manage: { room_key: 'r1' } }, { manage: { room_key: 'r1', x: 1 } }),
    },
    { requiredKeys: [] },
  )
  return fc.oneof(
    options.map((value) => JSON.stringify(value)),
    data.map((value) => JSON.stringify(value)),
    deletions.map((value) => JSON.stringify(value)),
    fc.oneof(fc.json(), fc.string()),
  )
}
