import { afterEach, describe, expect, it } from 'vitest'
import { portalCsp } from '../../src/server/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import { createPlainProxy } from './brokenProxies/createPlainProxy'
import { at, diagnose } from './diagnose'

const PORTAL = 'https://partner-ui.seam.vc'

const open: ServedFetch[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function serve(answer: (request: Request) => Promise<Response>): Promise<string> {
  const served = await serveFetch(answer)
  open.push(served)
  return served.origin
}

/** Examines a page of the proxy's own origin that has these headers, and gives the findings. */
async function examine(headers: Record<string, string>, body = '<!doctype html>') {
  const proxy = createPlainProxy()
  const seen: Headers[] = []
  const origin = await serve(async (request) => {
    if (new URL(request.url).pathname !== '/app') return proxy(request)
    seen.push(request.headers)
    return new Response(body, { headers: { 'content-type': 'text/html', ...headers } })
  })
  const { findings, exitCode } = await diagnose([...at(origin), '--page', `${origin}/app`])
  const { csp, coep, referrer } = findings
  return { csp, coep, referrer, exitCode, seen }
}

const csp = (policy: string) => ({ 'content-security-policy': policy })

describe('a page', () => {
  it('gets no header that was given for the proxy', async () => {
    const { seen } = await examine({})
    expect(seen).toHaveLength(1)
    expect(seen[0]?.get('cookie')).toBeNull()
  })

  it.each([
    ['no policy', {}, 'pass'],
    ['portalCsp()', csp(policyOf(portalCsp())), 'pass'],
    ['a policy about other things', csp("script-src 'self'; object-src 'none'"), 'pass'],
    ['a wildcard', csp('frame-src https://*.seam.vc https://se.am; connect-src *'), 'pass'],
    ['the scheme', csp('default-src https: http:'), 'pass'],
    ['default-src alone', csp("default-src 'self'"), 'fail'],
    ["frame-src 'none'", csp("frame-src 'none'"), 'fail'],
    ['no short links', csp(`frame-src ${PORTAL}`), 'fail'],
    ['another port', csp(`frame-src ${PORTAL}:8443 https://se.am`), 'fail'],
    ['a path', csp(`frame-src ${PORTAL}/elsewhere/ https://se.am`), 'fail'],
    ['the name as an ending', csp('frame-src https://ui.seam.vc https://se.am'), 'fail'],
    ['two policies, one of them without it', csp(`frame-src *, frame-src 'self'`), 'fail'],
    ['child-src', csp(`default-src 'self'; child-src ${PORTAL} https://se.am; connect-src *`), 'pass'],
    ['connect-src without the proxy', csp(`connect-src ${PORTAL} https://se.am`), 'fail'],
    ['connect-src without the portal', csp("connect-src 'self'"), 'warn'],
  ])('with %s in its content security policy: csp', async (_, headers, expected) => {
    const found = await examine(headers)
    expect(found.csp?.status, found.csp?.detail).toBe(expected)
  })

  it('is told which directive to add, word by word', async () => {
    const found = await examine(csp("frame-src 'self'"))
    expect(found.csp?.fix).toContain(`Add: frame-src ${portalCsp()['frame-src'].join(' ')};`)
    expect(found.exitCode).toBe(1)
  })

  it('is read for a policy in its HTML', async () => {
    const found = await examine({}, `<meta http-equiv="Content-Security-Policy" content="frame-src 'self'">`)
    expect(found.csp?.status).toBe('fail')
  })

  it('is judged by its beginning when it is long', async () => {
    const found = await examine(csp("frame-src 'self'"), 'x'.repeat(1024 * 1024))
    expect(found.csp?.detail).toBe('frame-src blocks the portal.')
  })

  it.each([
    ['require-corp', 'fail'],
    ['require-corp; report-to="coep"', 'fail'],
    ['credentialless', 'fail'],
    ['unsafe-none', 'pass'],
  ])('with the embedder policy %s: coep %s', async (policy, expected) => {
    const { coep } = await examine({ 'cross-origin-embedder-policy': policy })
    expect(coep?.status).toBe(expected)
  })

  it.each([
    ['strict-origin-when-cross-origin', 'pass'],
    ['same-origin', 'pass'],
    ['no-referrer', 'warn'],
    ['unsafe-url', 'warn'],
    ['unsafe-url, strict-origin', 'pass'],
  ])('with the referrer policy %s: referrer %s', async (policy, expected) => {
    const { referrer } = await examine({ 'referrer-policy': policy })
    expect(referrer?.status).toBe(expected)
  })

  it('that redirects to another site is not judged by that site', async () => {
    const origin = await serve((request) =>
      new URL(request.url).pathname === '/app'
        ? Promise.resolve(
            new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/sign-in' } }),
          )
        : createPlainProxy()(request),
    )
    const { findings } = await diagnose([...at(origin), '--page', `${origin}/app`])
    expect(findings.csp).toMatchObject({ status: 'fail', detail: 'The page redirects to another site.' })
    expect(findings.coep?.status).toBe('skip')
  })
})

describe('a page on another origin than the proxy', () => {
  const CORS = {
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
    'access-control-expose-headers': 'date, x-request-id',
  }

  it('passes where the proxy names its origin and exposes Date', async () => {
    const { trouble } = await serveApart(CORS)
    expect(trouble).toEqual({})
  })

  it('is warned where it cannot read Date', async () => {
    const { trouble } = await serveApart({ ...CORS, 'access-control-expose-headers': 'x-request-id' })
    expect(trouble).toEqual({ clock: 'warn' })
  })

  it('fails where the proxy does not let it read', async () => {
    const { trouble } = await serveApart({ ...CORS, 'access-control-allow-origin': 'https://b.example.com' })
    expect(trouble).toMatchObject({ reachable: 'fail' })
  })
})

describe('portalCsp', () => {
  it('takes other origins, and refuses what is none', () => {
    expect(portalCsp(['https://portal.example.com'])).toEqual({
      'frame-src': ['https://portal.example.com'],
      'connect-src': ["'self'", 'https://portal.example.com'],
    })
    expect(() => portalCsp(['https://portal.example.com/'])).toThrow('`origins[0]` of portalCsp')
  })
})

/** Serves the page and, elsewhere, a proxy that lets that page's origin read its answers. */
async function serveApart(headers: Record<string, string>) {
  const page = await serve(() => Promise.resolve(new Response('<!doctype html>')))
  const lets = { 'access-control-allow-origin': page, ...headers }
  const plain = createPlainProxy()
  const proxy = await serve(async (request) => {
    if (request.headers.get('origin') !== page) return plain(request)
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: lets })
    const own = new Headers(request.headers)
    own.delete('origin')
    const answer = await plain(new Request(request, { headers: own }))
    for (const [name, value] of Object.entries(lets)) answer.headers.set(name, value)
    return answer
  })
  return diagnose([...at(proxy), '--page', page])
}

function policyOf(directives: object): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${(sources as string[]).join(' ')}`)
    .join('; ')
}
