import { describe, expect, it } from 'vitest'
import { startProxy } from './startProxy'

const ORIGIN = 'https://app.example.com'
const origins = [ORIGIN]

function ask(
  { handler }: ReturnType<typeof startProxy>,
  headers: Record<string, string>,
  method = 'POST',
  url = '',
) {
  return handler(
    new Request(url || 'https://api.example.com/seam/customers/create_portal', {
      method,
      ...(method === 'POST' && { body: '{}' }),
      headers: { 'content-type': 'application/json', ...headers },
    }),
  )
}

describe('a page of our own', () => {
  it.each<[string, Record<string, string>]>([
    ['that the browser vouches for', { 'sec-fetch-site': 'same-origin', cookie: 'session=1' }],
    ['of an old browser', { origin: 'https://api.example.com', cookie: 'session=1' }],
    ['that is no page but a program', { authorization: 'Bearer x' }],
  ])('passes %s', async (_, headers) => {
    expect((await ask(startProxy(), headers)).status).toBe(200)
  })

  it('passes behind a server that ends TLS', async () => {
    const url = 'http://api.example.com/customers/create_portal'
    expect((await ask(startProxy(), { origin: 'https://api.example.com' }, 'POST', url)).status).toBe(200)
    expect((await ask(startProxy(), { origin: 'http://api.example.com' }, 'POST', url)).status).toBe(200)
  })

  it('needs no headers to be read by', async () => {
    const response = await ask(startProxy(), { 'sec-fetch-site': 'same-origin' })
    expect([...response.headers.keys()].filter((name) => /^access|vary/.test(name))).toEqual([])
  })
})

describe('a listed origin', () => {
  it.each(['same-site', 'cross-site'])('passes as %s, and may read the answer', async (site) => {
    const response = await ask(startProxy({ origins }), {
      'sec-fetch-site': site,
      origin: ORIGIN,
      cookie: 'a=1',
    })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-request-id, retry-after, date',
      vary: 'Origin',
    })
  })

  it('may read why it was refused', async () => {
    const response = await ask(startProxy({ origins, grant: null }), { origin: ORIGIN })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, ORIGIN])
  })

  it('gets its preflight answered', async () => {
    const { handler, events } = startProxy({ origins })
    const response = await handler(
      new Request('https://api.example.com/seam/customers/create_portal', {
        method: 'OPTIONS',
        headers: {
          origin: ORIGIN,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-csrf-token',
        },
      }),
    )
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-csrf-token',
      vary: 'Origin',
    })
    expect(events).toEqual([])
  })
})

describe('an origin that is not listed', () => {
  it.each([ORIGIN.toUpperCase(), `${ORIGIN}.evil.example`, 'https://evil.example.com', 'null'])(
    'is told nothing: %s',
    async (origin) => {
      const preflight = await ask(startProxy({ origins }), { origin }, 'OPTIONS')
      const call = await ask(startProxy({ origins }), { origin, 'sec-fetch-site': 'same-site' })
      expect([preflight.status, call.status]).toEqual([405, 403])
      for (const { headers } of [preflight, call]) {
        expect(headers.get('access-control-allow-origin')).toBe(null)
        expect(headers.get('vary')).toBe('Origin')
      }
    },
  )
})
