import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { callSandbox } from '../support/callSandbox'

const WORKSPACE = '6c0f3b0e-5c5e-4d5e-9b0a-2f8f8f7a1c11'
const CREATE = '/customers/create_portal'
const body = { customer_data: { customer_key: 'harbour-house' } }

function withKey(authorization: string | undefined, more: Record<string, string> = {}) {
  return callSandbox(createSandbox(), CREATE, body, { headers: { authorization, ...more } })
}

describe('the credential of a call', () => {
  it.each([
    undefined,
    'Bearer ',
    'seam_test_sandbox',
    'Bearer sk_test_sandbox',
    'Bearer seam_',
    'Bearer seam_cst_sandbox',
    'Bearer seam_pk_sandbox',
    'Bearer seam_at_sandbox',
  ])('is refused when it is %s', async (authorization) => {
    const { status, answer, headers } = await withKey(authorization)
    expect(status).toBe(401)
    expect(answer).toEqual({ error: { type: 'unauthorized', message: expect.any(String) }, ok: false })
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('seam-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('does not appear in the refusal', async () => {
    const { answer } = await withKey('Bearer seam_cst_sandbox')
    expect(JSON.stringify(answer)).not.toContain('seam_cst_sandbox')
  })

  it('may be any API key, and the same key always has the same workspace', async () => {
    const first = await withKey('Bearer seam_test_sandbox')
    const again = await withKey('Bearer seam_test_sandbox')
    const other = await withKey('Bearer seam_test_other')
    const workspaces = [first, again, other].map(({ answer }) => answer.customer_portal.workspace_id)
    expect(workspaces[1]).toBe(workspaces[0])
    expect(workspaces[2]).not.toBe(workspaces[0])
    expect(workspaces[0]).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
  })

  it('may be a personal access token that names its workspace', async () => {
    const { status, answer } = await withKey('Bearer seam_at_sandbox', { 'seam-workspace': WORKSPACE })
    expect(status).toBe(200)
    expect(answer.customer_portal.workspace_id).toBe(WORKSPACE)
    expect((await withKey('Bearer seam_at_sandbox', { 'seam-workspace': 'main' })).status).toBe(401)
  })

  it('is checked before the method, and the method before the body', async () => {
    const sandbox = createSandbox()
    const get = (headers: Record<string, string | undefined>) =>
      callSandbox(sandbox, CREATE, undefined, { method: 'GET', headers })
    expect((await get({ authorization: undefined })).status).toBe(401)
    expect(await get({})).toMatchObject({ status: 405, answer: { error: { type: 'method_not_allowed' } } })
    const put = await callSandbox(sandbox, CREATE, 'x', {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
    })
    expect(put.status).toBe(405)
  })

  it('decides the workspace, and each workspace has its own customers', async () => {
    const sandbox = createSandbox()
    await callSandbox(sandbox, '/customers/push_data', { customer_key: 'a' })
    await callSandbox(
      sandbox,
      '/customers/push_data',
      { customer_key: 'b' },
      { headers: { authorization: 'Bearer seam_at_x', 'seam-workspace': WORKSPACE } },
    )
    expect(sandbox.customers().map((one) => one.customer_key)).toEqual(['a', 'b'])
    expect(sandbox.customers(WORKSPACE).map((one) => one.customer_key)).toEqual(['b'])
  })
})

describe('a preflight', () => {
  it('needs no credential and allows the origin of the request', async () => {
    const response = await createSandbox().fetch(
      new Request(`https://connect.getseam.com${CREATE}`, {
        method: 'OPTIONS',
        headers: { origin: 'https://pms.example' },
      }),
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://pms.example')
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
  })
})
