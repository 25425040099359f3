import { describe, expect, it } from 'vitest'
import { refusalOf, startProxy } from './startProxy'

const ORIGIN = 'https://app.example.com'
const origins = [ORIGIN]
const previews = (origin: string) => /^https:\/\/[\w-]+\.preview\.example\.app$/.test(origin)

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

/** Sends a request that the handler refuses as one with another method, and gives the reason in its event. */
async function reasonOf(headers: Record<string, string>) {
  const proxy = startProxy({ origins })
  const response = await ask(proxy, headers, 'OPTIONS')
  expect(await refusalOf(response)).toEqual({
    status: 405,
    type: 'method_not_allowed',
    message: 'This address accepts the method POST only.',
  })
  return proxy.events[0]?.reason
}

describe('a page of the same origin', () => {
  it.each<[string, Record<string, string>]>([
    ['that the browser calls same-origin', { 'sec-fetch-site': 'same-origin', cookie: 'session=1' }],
    ['of an old browser', { origin: 'https://api.example.com', cookie: 'session=1' }],
    ['that is a program without a browser', { authorization: 'Bearer x' }],
  ])('passes %s', async (_, headers) => {
    expect((await ask(startProxy(), headers)).status).toBe(200)
  })

  it('passes behind a server that terminates TLS', async () => {
    const url = 'http://api.example.com/customers/create_portal'
    expect((await ask(startProxy(), { origin: 'https://api.example.com' }, 'POST', url)).status).toBe(200)
    expect((await ask(startProxy(), { origin: 'http://api.example.com' }, 'POST', url)).status).toBe(200)
  })

  it('gets no CORS headers', async () => {
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

describe('the preflight of an origin that is not listed', () => {
  const preflight = { 'access-control-request-method': 'POST' }
  it('reaches onEvent with the origin and the option to change', async () => {
    expect(await reasonOf({ ...preflight, origin: 'http://localhost:5173' })).toBe(
      'A page of http://localhost:5173 asked, and it is not in `origins`.',
    )
  })

  it.each([{ origin: 'http://localhost:5173' }, { ...preflight, origin: 'null' }, preflight])(
    'is not what %j is',
    async (headers) => {
      expect(await reasonOf(headers as Record<string, string>)).toBe(
        'This address accepts the method POST only.',
      )
    },
  )
})

describe('an origin of an app', () => {
  it.each([
    'capacitor://localhost',
    'ionic://localhost',
    'tauri://localhost',
    'chrome-extension://abcdefghijklmnop',
    'http://localhost',
    'https://app.example.com:8443',
    'https://[::1]:8443',
    'https://xn--bcher-kva.example',
  ])('passes when it is listed: %s', async (origin) => {
    const response = await ask(startProxy({ origins: [origin] }), {
      'sec-fetch-site': 'cross-site',
      origin,
      cookie: 'a=1',
    })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin])
    const other = await ask(startProxy({ origins: ['capacitor://other'] }), { origin })
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })
})

describe('a function as origins', () => {
  it('allows the origins for which it returns true, and answers their preflights', async () => {
    const proxy = startProxy({ origins: previews })
    const origin = 'https://pr-7.preview.example.app'
    const call = await ask(proxy, { origin, 'sec-fetch-site': 'cross-site', cookie: 'a=1' })
    expect([call.status, call.headers.get('access-control-allow-origin')]).toEqual([200, origin])
    expect((await ask(proxy, { origin }, 'OPTIONS')).status).toBe(204)
    const foreign = await ask(proxy, { origin: 'https://evil.example.app', 'sec-fetch-site': 'cross-site' })
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect(foreign.headers.get('vary')).toBe('Origin')
  })

  it('is called only for valid origins, and never for null', async () => {
    const asked: string[] = []
    const proxy = startProxy({
      origins: (origin) => {
        asked.push(origin)
        return true
      },
    })
    for (const origin of [
      'null',
      '*',
      'https://a.example.com, https://b.example.com',
      'app.example.com',
      '',
    ]) {
      expect((await ask(proxy, { origin })).status).toBe(403)
    }
    expect(asked).toEqual([])
    expect((await ask(proxy, { origin: 'https://a.example.com' })).status).toBe(200)
    expect(new Set(asked)).toEqual(new Set(['https://a.example.com']))
  })

  it('allows only with true', async () => {
    for (const maybe of ['true', 1, {}, Promise.resolve(true)]) {
      const response = await ask(startProxy({ origins: () => maybe as never }), { origin: ORIGIN })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
  })

  it('answers 502 when it throws, and tells onEvent why', async () => {
    const proxy = startProxy({
      origins: () => {
        throw new Error('No list of previews')
      },
    })
    const response = await ask(proxy, { origin: ORIGIN })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([502, null])
    expect(proxy.events).toMatchObject([{ reason: expect.stringContaining('No list of previews') }])
  })
})

describe('a refused origin', () => {
  it('is named in an answer that says what to do', async () => {
    const { message } = await refusalOf(
      await ask(startProxy({ origins }), { origin: 'https://b.example.com' }),
    )
    expect(message).toBe('Origin https://b.example.com is not allowed. Add it to `origins`.')
  })
})
