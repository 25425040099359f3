import { spawnSync } from 'node:child_process'
import { SeamHttp, SeamHttpInvalidInputError, SeamHttpUnauthorizedError } from '@seamapi/http'
import {
  SeamHttp as OlderSeamHttp,
  SeamHttpInvalidInputError as OlderSeamHttpInvalidInputError,
  SeamHttpUnauthorizedError as OlderSeamHttpUnauthorizedError,
} from '@seamapi/http-1'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'

const WORKSPACE = '6c0f3b0e-5c5e-4d5e-9b0a-2f8f8f7a1c11'

let served: ServedFetch
let sandbox: Sandbox

beforeEach(async () => {
  served = await serveFetch((request) => sandbox.fetch(request))
  sandbox = createSandbox({ portalOrigin: served.origin })
})

afterEach(() => served.close())

describe.each([
  {
    version: '2.32.0',
    Client: SeamHttp,
    InvalidInput: SeamHttpInvalidInputError,
    Unauthorized: SeamHttpUnauthorizedError,
    deletion: 'DELETE',
  },
  {
    version: '1.102.0',
    Client: OlderSeamHttp,
    InvalidInput: OlderSeamHttpInvalidInputError,
    Unauthorized: OlderSeamHttpUnauthorizedError,
    deletion: 'POST',
  },
])('the official client $version', ({ Client, InvalidInput, Unauthorized, deletion }) => {
  const withKey = () => new Client({ apiKey: 'seam_test_sandbox', endpoint: served.origin })

  it('makes a portal that opens', async () => {
    const portal = await withKey().customers.createPortal({
      locale: 'de-DE',
      customer_data: { customer_key: 'c' },
    })
    expect(portal.customer_key).toBe('c')
    const page = await fetch(portal.url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<html lang="de-DE"')
  })

  it('makes a portal from an empty request', async () => {
    const portal = await withKey().customers.createPortal()
    expect(portal.workspace_id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('pushes and deletes records', async () => {
    const client = withKey()
    const keys = ['a b', 'c,d', 'é&=', 'stays']
    await client.customers.pushData({
      customer_key: 'c',
      spaces: keys.map((key) => ({ space_key: key, name: key })),
    })
    expect(sandbox.customers()[0]?.data.spaces).toHaveLength(4)
    await client.customers.deleteData({ space_keys: keys.slice(0, 3), room_keys: [] })
    expect(sandbox.customers()[0]?.data.spaces?.map((one) => one.space_key)).toEqual(['stays'])
    await client.customers.deleteData({})
    await client.customers.deleteData({ customer_keys: ['c'] })
    expect(sandbox.customers()).toEqual([])
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['POST', deletion, deletion, deletion])
    expect(sandbox.warnings).toEqual([])
  })

  it('works with a personal access token', async () => {
    const client = Client.fromPersonalAccessToken('seam_at_sandbox', WORKSPACE, { endpoint: served.origin })
    const portal = await client.customers.createPortal({ customer_data: { customer_key: 'c' } })
    expect(portal.workspace_id).toBe(WORKSPACE)
    expect(sandbox.customers(WORKSPACE)).toHaveLength(1)
  })

  it('throws its own error for bad input, with the fields', async () => {
    const error = await withKey()
      .customers.pushData({ customer_key: '' })
      .catch((error: unknown) => error)
    if (!(error instanceof InvalidInput)) throw new Error('The client gave another error.', { cause: error })
    expect(error.statusCode).toBe(400)
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(error.getValidationErrorMessages('customer_key')).toEqual(['Expected at least 1 character'])
  })

  it('throws its own error for a refused key', async () => {
    sandbox.fail('unauthorized')
    await expect(withKey().customers.pushData({ customer_key: 'c' })).rejects.toBeInstanceOf(Unauthorized)
  })

  it('retries after a fault and succeeds', async () => {
    sandbox.fail(deletion === 'DELETE' ? 'server_error' : 'reset', { times: 1 })
    await withKey().customers.deleteData({ customer_keys: [] })
    expect(sandbox.requests).toHaveLength(2)
  })
})

describe('the types of the official client', () => {
  it('have the same fields as this library, as bodies.test.ts says, and accept the bodies of this file', () => {
    // On an error, the test shows what the compiler has printed.
    expect(
      spawnSync('npx', ['tsc', '-p', 'test/sdk', '--pretty', 'false'], { encoding: 'utf8' }).stdout,
    ).toBe('')
  }, 60_000)
})
