import { afterEach, describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/doctor/CHECKS'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import { BROKEN_PROXIES } from './brokenProxies/BROKEN_PROXIES'
import { API_KEY, createPlainProxy, type ProxySteps } from './brokenProxies/createPlainProxy'
import { at, diagnose } from './diagnose'

let served: ServedFetch | undefined

afterEach(async () => served?.close())

/** Serves a proxy and writes down what it is asked and what it answers. */
async function serve(steps: Partial<ProxySteps> = {}) {
  const proxy = createPlainProxy(steps)
  const asked: Request[] = []
  const links: string[] = []
  served = await serveFetch(async (request) => {
    asked.push(request.clone())
    const answer = await proxy(request)
    const { url } = /"url":"(?<url>[^"]+)"/.exec(await answer.clone().text())?.groups ?? {}
    if (url) links.push(url)
    return answer
  })
  return { origin: served.origin, asked, links }
}

describe('a proxy by the contract', () => {
  it('passes every check that does not need a page', async () => {
    const { origin } = await serve()
    const { exitCode, trouble, findings } = await diagnose(at(origin))
    expect(trouble).toEqual({})
    expect(exitCode).toBe(0)
    expect(Object.keys(findings)).toEqual([...CHECKS])
    const skipped = Object.values(findings).filter(({ status }) => status === 'skip')
    expect(skipped.map(({ id }) => id)).toEqual(['csp', 'coep', 'referrer', 'https'])
  })

  it('is asked thirty times at most, and never for a push or a deletion', async () => {
    const { origin, asked } = await serve()
    await diagnose(at(origin))
    expect(asked.length).toBeLessThanOrEqual(30)
    expect(new Set(asked.map(({ url }) => new URL(url).pathname))).toEqual(
      new Set(['/api/seam/customers/create_portal']),
    )
    const keys = await Promise.all(
      asked.map(async (request) => /"customer_key":"([^"]*)"/.exec(await request.text())?.[1]),
    )
    expect(new Set(keys)).toEqual(new Set([undefined, 'doctor-foreign-customer']))
  })

  it('is asked as a signed-out user without a session, and by a foreign page without other headers', async () => {
    const { origin, asked } = await serve()
    await diagnose([...at(origin), '--header', 'X-CSRF-Token: t1', '--header', 'Authorization: Bearer b1'])
    const [base, signedOut, foreign] = asked.map(({ headers }) => ({
      cookie: headers.get('cookie'),
      token: headers.get('x-csrf-token'),
      authorization: headers.get('authorization'),
    }))
    const cookie = 'session=5f0c7a52; theme=dark'
    expect(base).toEqual({ cookie, token: 't1', authorization: 'Bearer b1' })
    expect(signedOut).toEqual({ cookie: null, token: 't1', authorization: null })
    expect(foreign).toEqual({ cookie, token: null, authorization: null })
  })
})

describe('the twelve broken proxies', () => {
  it('are twelve', () => expect(Object.keys(BROKEN_PROXIES)).toHaveLength(12))

  it.each(Object.entries(BROKEN_PROXIES))('a proxy that %s is diagnosed by its ids', async (_, broken) => {
    const { origin, links } = await serve(broken.steps)
    const { trouble, exitCode, findings, output } = await diagnose(at(origin))
    expect(trouble).toEqual(broken.expected)
    expect(exitCode).toBe(Object.values(broken.expected).includes('fail') ? 1 : 0)
    for (const id of Object.keys(broken.expected) as (keyof typeof findings)[]) {
      expect(findings[id]?.fix).toContain(`docs/backend-contract.md#${id}`)
    }
    expect(links.length).toBeGreaterThan(0)
    for (const secret of [...links, ...links.map((link) => link.split('token=')[1]), '5f0c7a52', API_KEY]) {
      expect(output).not.toContain(secret)
    }
  })

  it('include one whose foreign customer is said to exist now', async () => {
    const { origin } = await serve(BROKEN_PROXIES['trusts the customer in the body']?.steps)
    const { findings } = await diagnose(at(origin))
    expect(findings['foreign-customer']?.detail).toContain(
      'doctor-foreign-customer was accepted, so any user can open any customer’s portal.',
    )
  })
})

describe('other proxies', () => {
  it.each([
    ['gives one link twice', 'no-store', keepsFirstLink()],
    ['gives a portal to anybody', 'signed-out', { signedOut: () => portal() }],
    ['takes GET', 'method', { around: onMethod('GET', () => portal()) }],
    ['crashes on what is no JSON', 'malformed', { refuse: crash(400) }],
    [
      'gives a link that has ended',
      'lifetime',
      { answer: () => portal({ expires_at: '2020-01-01T00:00:00Z' }) },
    ],
    ['forwards the field and the vendor’s refusal of it', 'unknown-field', { read: refuseOf('_dev', 400) }],
    ['gives no link', 'json', { answer: () => Response.json({ ok: true }) }],
    ['answers with a page', 'json', { answer: () => new Response('<!doctype html><title>App</title>') }],
    ['is signed out in spite of the headers', 'reachable', { read: () => Promise.reject(new Error('401')) }],
    ['breaks', 'reachable', { answer: () => new Response('oops', { status: 500 }) }],
  ] satisfies [string, string, Partial<ProxySteps>][])('one that %s fails at %s', async (_, id, steps) => {
    const { origin } = await serve(steps)
    const { trouble, exitCode } = await diagnose(at(origin))
    expect(trouble).toMatchObject({ [id]: 'fail' })
    expect(exitCode).toBe(1)
  })

  it('one that breaks has one answer to look for a key in', async () => {
    const { origin } = await serve({ answer: () => new Response('oops', { status: 500 }) })
    const { findings } = await diagnose(at(origin))
    expect(findings['key-not-echoed']).toMatchObject({ status: 'pass', detail: 'No key in 1 answer.' })
  })

  it('one whose link and customer look like keys is told apart from one that echoes its own', async () => {
    const { origin } = await serve({ answer: keyLikePortal })
    expect((await diagnose(at(origin))).trouble).toEqual({})
  })

  it('one that limits the rate is told apart from one that refuses', async () => {
    let left = 3
    const { origin } = await serve({
      around: async (_, next) =>
        (left -= 1) < 0
          ? Response.json({ error: { type: 'rate_limited', message: 'Wait.' } }, { status: 429 })
          : next(),
    })
    const { findings, trouble } = await diagnose(at(origin))
    expect(findings['foreign-customer']).toMatchObject({ status: 'skip', fix: null })
    expect(trouble).toEqual({})
  })

  it('one that is asked without a session is only seen to be there', async () => {
    const { origin } = await serve()
    const { findings, exitCode } = await diagnose(['--proxy', `${origin}/api/seam`])
    expect(exitCode).toBe(0)
    expect(findings.reachable?.status).toBe('warn')
    expect(findings['signed-out']?.status).toBe('pass')
    expect(findings['foreign-customer']?.status).toBe('skip')
  })
})

function portal(link: object = {}): Response {
  const url = `https://partner-ui.seam.vc/p/${Math.random()}`
  return Response.json(
    { customer_portal: { url, customer_key: 'hotel_1', expires_at: '2099-01-01T00:00:00Z', ...link } },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** Refuses a field whose value is a text, as the vendor does. */
function refuseOf(field: string, status: number): ProxySteps['read'] {
  return async (request) => {
    if (request.headers.get('content-type') !== 'application/json') throw new Error('415')
    const wish = (await request.json()) as Record<string, unknown>
    if (typeof wish[field] === 'string') throw new Error(String(status))
    return wish
  }
}

/** A portal whose address and customer have the form of keys. */
function keyLikePortal(): Response {
  const token = `seam_live1_${Math.random().toString(36).slice(2)}abcdef`
  return portal({ url: `https://partner-ui.seam.vc/p?token=${token}`, customer_key: 'seam_hotel_0123456789' })
}

function keepsFirstLink(): Partial<ProxySteps> {
  const first = portal()
  return { answer: () => first.clone() }
}

function onMethod(method: string, answer: () => Response): ProxySteps['around'] {
  return (request, next) => (request.method === method ? Promise.resolve(answer()) : next())
}

function crash(on: number): ProxySteps['refuse'] {
  return (status, type, message) =>
    Response.json({ error: { type, message }, ok: false }, { status: status === on ? 500 : status })
}
