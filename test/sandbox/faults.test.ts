import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSandbox, SANDBOX_FAULTS, type Sandbox, type SandboxFault } from '../../src/sandbox/index'
import { callSandbox } from '../support/callSandbox'

const PATH = '/customers/create_portal'
const body = { customer_data: { customer_key: 'c' } }
const NOW = Date.parse('2026-03-01T09:00:00Z')

const request = (signal?: AbortSignal) =>
  new Request(`https://connect.getseam.com${PATH}`, {
    method: 'POST',
    headers: { authorization: 'Bearer seam_test_sandbox', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })

async function portalUrl(sandbox: Sandbox): Promise<string> {
  return (await callSandbox(sandbox, PATH, body)).answer.customer_portal.url
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a fault of the API', () => {
  it.each([
    ['unauthorized', 401, 'unauthorized'],
    ['forbidden', 403, 'forbidden'],
    ['rate_limited', 429, 'rate_limited'],
    ['server_error', 500, 'internal_server_error'],
  ] as const)('%s answers %i in the envelope', async (fault, expected, type) => {
    const sandbox = createSandbox()
    sandbox.fail(fault)
    const { status, answer, headers } = await callSandbox(sandbox, PATH, body)
    expect(status).toBe(expected)
    expect(answer).toEqual({ error: { type, message: expect.any(String) }, ok: false })
    expect(headers.get('seam-request-id')).not.toBeNull()
    expect(sandbox.portals).toEqual([])
  })

  it('rate_limited sends Retry-After in seconds or as a date', async () => {
    const sandbox = createSandbox()
    const after = async () => (await callSandbox(sandbox, PATH, body)).headers.get('retry-after')
    sandbox.fail('rate_limited')
    expect(await after()).toBe('20')
    sandbox.fail('rate_limited', { retryAfter: 2 })
    expect(await after()).toBe('2')
    sandbox.fail('rate_limited', { retryAfter: new Date(NOW) })
    expect(await after()).toBe('Sun, 01 Mar 2026 09:00:00 GMT')
  })

  it('bad_gateway answers with HTML', async () => {
    const sandbox = createSandbox()
    sandbox.fail('bad_gateway')
    const response = await sandbox.fetch(request())
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it('malformed_json answers with incomplete JSON', async () => {
    const sandbox = createSandbox()
    sandbox.fail('malformed_json')
    const response = await sandbox.fetch(request())
    expect(response.headers.get('content-type')).toBe('application/json')
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  it('slow answers later, and leaves no timer when the caller aborts', async () => {
    vi.useFakeTimers()
    const sandbox = createSandbox()
    sandbox.fail('slow', { ms: 5000 })
    const answer = sandbox.fetch(request())
    await vi.advanceTimersByTimeAsync(4999)
    expect(sandbox.requests[0]?.status).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect((await answer).status).toBe(200)
    const impatient = new AbortController()
    const second = sandbox.fetch(request(impatient.signal))
    impatient.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('hang never answers and ends when the caller aborts', async () => {
    const sandbox = createSandbox()
    sandbox.fail('hang')
    const impatient = new AbortController()
    const answer = sandbox.fetch(request(impatient.signal))
    impatient.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(sandbox.requests).toEqual([{ method: 'POST', path: PATH, status: undefined }])
  })

  it('reset rejects as a broken connection does', async () => {
    const sandbox = createSandbox()
    sandbox.fail('reset')
    await expect(sandbox.fetch(request())).rejects.toThrow(TypeError)
  })

  it('switches itself off after `times` requests', async () => {
    const sandbox = createSandbox()
    sandbox.fail('server_error', { times: 2 })
    const statuses = []
    for (let at = 0; at < 3; at++) statuses.push((await sandbox.fetch(request())).status)
    expect(statuses).toEqual([500, 500, 200])
  })

  it('heal switches one fault off, or all', async () => {
    const sandbox = createSandbox()
    sandbox.fail('server_error')
    sandbox.fail('unauthorized')
    expect((await sandbox.fetch(request())).status).toBe(401)
    sandbox.heal('unauthorized')
    expect((await sandbox.fetch(request())).status).toBe(500)
    sandbox.heal()
    expect((await sandbox.fetch(request())).status).toBe(200)
  })

  it('the sandbox’s reset switches all faults off', async () => {
    const sandbox = createSandbox()
    sandbox.fail('server_error')
    sandbox.reset()
    expect((await sandbox.fetch(request())).status).toBe(200)
  })

  it('leaves preflights and portal pages alone', async () => {
    const sandbox = createSandbox()
    const url = await portalUrl(sandbox)
    sandbox.fail('server_error')
    const preflight = new Request(`https://connect.getseam.com${PATH}`, { method: 'OPTIONS' })
    expect((await sandbox.fetch(preflight)).status).toBe(204)
    expect((await sandbox.fetch(new Request(url))).status).toBe(200)
  })
})

describe('a fault of the link', () => {
  it.each([
    ['magic_link_only', ['magic_link', 'ok']],
    ['customer_portal_only', ['customer_portal', 'ok']],
  ] as const)('%s leaves the other name out', async (fault, fields) => {
    const sandbox = createSandbox()
    sandbox.fail(fault === 'magic_link_only' ? 'customer_portal_only' : 'magic_link_only')
    sandbox.fail(fault)
    expect(Object.keys((await callSandbox(sandbox, PATH, body)).answer)).toEqual(fields)
  })

  it('unknown_fields adds fields to the answer and to the link', async () => {
    const sandbox = createSandbox()
    sandbox.fail('unknown_fields')
    const { answer } = await callSandbox(sandbox, PATH, body)
    expect(Object.keys(answer)).toHaveLength(4)
    expect(Object.keys(answer.customer_portal)).toHaveLength(7)
  })

  it('expires_soon makes portals that expire after `ms`', async () => {
    let now = NOW
    const sandbox = createSandbox({ now: () => now })
    sandbox.fail('expires_soon', { ms: 5000 })
    const { answer } = await callSandbox(sandbox, PATH, body)
    expect(answer.customer_portal.expires_at).toBe('2026-03-01T09:00:05.000Z')
    now += 4999
    expect((await sandbox.fetch(new Request(answer.customer_portal.url))).status).toBe(200)
    now += 1
    expect((await sandbox.fetch(new Request(answer.customer_portal.url))).status).toBe(410)
  })

  it('expired_on_arrival makes portals that have already expired', async () => {
    const sandbox = createSandbox({ now: () => NOW })
    sandbox.fail('expired_on_arrival', { times: 1 })
    const { answer } = await callSandbox(sandbox, PATH, body)
    expect(answer.customer_portal.expires_at).toBe('2026-03-01T08:59:59.000Z')
    expect((await sandbox.fetch(new Request(answer.customer_portal.url))).status).toBe(410)
    expect((await callSandbox(sandbox, PATH, body)).answer.customer_portal.expires_at).toBe(
      '2026-03-08T09:00:00.000Z',
    )
  })
})

describe('a fault of the page', () => {
  it('portal_hangs never answers and ends when the browser aborts', async () => {
    const sandbox = createSandbox()
    const url = await portalUrl(sandbox)
    sandbox.fail('portal_hangs')
    const gone = new AbortController()
    const page = sandbox.fetch(new Request(url, { signal: gone.signal }))
    gone.abort()
    await expect(page).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('portal_refuses_frames sends both headers that forbid frames', async () => {
    const sandbox = createSandbox()
    const url = await portalUrl(sandbox)
    const before = await sandbox.fetch(new Request(url))
    expect(before.headers.get('x-frame-options')).toBeNull()
    expect(before.headers.get('content-security-policy')).not.toContain('frame-ancestors')
    sandbox.fail('portal_refuses_frames')
    const { headers } = await sandbox.fetch(new Request(url))
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('SANDBOX_FAULTS', () => {
  it('describes every fault, and docs/sandbox.md names it', () => {
    const page = readFileSync('docs/sandbox.md', 'utf8')
    const names = Object.keys(SANDBOX_FAULTS) as SandboxFault[]
    expect(names).toHaveLength(16)
    for (const name of names) {
      expect(SANDBOX_FAULTS[name]).toMatch(/^[A-Za-z].*\.$/)
      expect(page).toContain(`\`${name}\``)
    }
  })
})
