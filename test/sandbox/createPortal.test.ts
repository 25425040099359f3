import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { CreatePortalResponse, CustomerPortal } from '../../src/schemas/index'
import { callSandbox } from '../support/callSandbox'

const NOW = Date.parse('2026-03-01T09:00:00Z')
const PATH = '/customers/create_portal'
const customer_data = { customer_key: 'harbour-house' }

const run = async () => {
  const sandbox = createSandbox({ portalOrigin: 'http://127.0.0.1:4100' })
  const first = await callSandbox(sandbox, PATH, { customer_data })
  const second = await callSandbox(sandbox, PATH, { customer_data })
  return [first, second].map(({ answer }) => new URL(answer.customer_portal.url))
}

describe('create_portal', () => {
  it('answers a link under both names that expires after seven days of the sandbox’s clock', async () => {
    const { status, answer, headers } = await callSandbox(createSandbox({ now: () => NOW }), PATH, {
      customer_data,
    })
    expect(status).toBe(200)
    expect(answer.ok).toBe(true)
    expect(answer.magic_link).toEqual(answer.customer_portal)
    expect(answer.customer_portal).toEqual({
      url: expect.stringMatching(
        /^https:\/\/partner-ui\.seam\.vc\/portals\/[0-9a-f-]{36}\?token=seam_cst_\w{20,}$/,
      ),
      customer_key: 'harbour-house',
      created_at: '2026-03-01T09:00:00.000Z',
      expires_at: '2026-03-08T09:00:00.000Z',
      workspace_id: expect.any(String),
    })
    expect(CreatePortalResponse.safeParse(answer).success).toBe(true)
    expect(CustomerPortal.safeParse(answer.customer_portal).success).toBe(true)
    expect(headers.get('date')).toBe('Sun, 01 Mar 2026 09:00:00 GMT')
  })

  it('makes a new portal each time, with the same id in every run and a random token', async () => {
    const [[one, two], [again]] = [await run(), await run()]
    expect(one?.origin).toBe('http://127.0.0.1:4100')
    expect(two?.pathname).not.toBe(one?.pathname)
    expect(again?.pathname).toBe(one?.pathname)
    expect(again?.search).not.toBe(one?.search)
  })

  it('accepts no body, and an empty body with the form content type', async () => {
    const sandbox = createSandbox()
    expect((await callSandbox(sandbox, PATH)).status).toBe(200)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await callSandbox(sandbox, PATH, '', { headers: form })).status).toBe(200)
    expect(sandbox.warnings.map(({ code }) => code)).toEqual(['customer_key_missing', 'customer_key_missing'])
  })

  it('keeps the options of a portal and not its address', async () => {
    const sandbox = createSandbox({ now: () => NOW })
    const options = { locale: 'de-DE', is_embedded: true, features: { connect: { exclude: true } } }
    const { answer } = await callSandbox(sandbox, PATH, { ...options, customer_data })
    expect(sandbox.portals).toEqual([
      {
        portal_id: new URL(answer.customer_portal.url).pathname.split('/')[2],
        workspace_id: answer.customer_portal.workspace_id,
        customer_key: 'harbour-house',
        created_at: '2026-03-01T09:00:00.000Z',
        expires_at: '2026-03-08T09:00:00.000Z',
        options,
      },
    ])
    const token = new URL(answer.customer_portal.url).searchParams.get('token') as string
    const page = await sandbox.fetch(new Request(answer.customer_portal.url))
    expect(page.status).toBe(200)
    expect(sandbox.requests).toEqual([
      { method: 'POST', path: PATH, status: 200 },
      { method: 'GET', path: expect.stringMatching(/^\/portals\/[0-9a-f-]{36}$/), status: 200 },
    ])
    expect(JSON.stringify([sandbox.requests, sandbox.portals, sandbox.warnings])).not.toContain(token)
  })

  it('merges query and body as the vendor does, and the body wins', async () => {
    const sandbox = createSandbox()
    await callSandbox(sandbox, `${PATH}?read_only=true&locale=fr-FR&_strict=true`, {
      locale: 'de-DE',
      customer_data,
    })
    expect(sandbox.portals[0]?.options).toEqual({ read_only: true, locale: 'de-DE' })
  })

  it('starts with the seed, and reset restores it', async () => {
    const sandbox = createSandbox({
      seed: [{ customer_key: 'harbour-house', rooms: [{ room_key: '201', name: 'Room 201' }] }],
    })
    await callSandbox(sandbox, PATH, {
      customer_data: { ...customer_data, rooms: [{ room_key: '202', name: 'Room 202' }] },
    })
    expect(sandbox.customers()[0]?.data.rooms?.map(({ name }) => name)).toEqual(['Room 201', 'Room 202'])
    sandbox.reset()
    expect([sandbox.portals, sandbox.requests, sandbox.warnings, sandbox.customers()]).toEqual([
      [],
      [],
      [],
      [],
    ])
    await callSandbox(sandbox, PATH, { customer_data })
    expect(sandbox.customers()[0]?.data.rooms?.map(({ name }) => name)).toEqual(['Room 201'])
  })
})
