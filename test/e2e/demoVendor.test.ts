import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import { type StartedDemo, startDemo } from './startDemo'

const KEY = 'seam_test_of_the_vendor'

let vendor: ServedFetch
let demo: StartedDemo
const keys: (string | null)[] = []

beforeAll(async () => {
  // The portals of this vendor have the real vendor’s origin.
  const sandbox = createSandbox()
  vendor = await serveFetch((request) => {
    keys.push(request.headers.get('authorization'))
    return sandbox.fetch(request)
  })
  demo = await startDemo({ SEAM_API_KEY: KEY, SEAM_ENDPOINT: vendor.origin })
})

afterAll(async () => {
  await demo?.stop()
  await vendor?.close()
})

describe('the demo with a key of the vendor’s', () => {
  it('starts no sandbox', () => {
    expect(demo.output.match(/https?:\/\/\S+/g)).toEqual([demo.origin])
  })

  it('calls the vendor with that key, hides it from the browser, and frames only the vendor', async () => {
    const signedIn = await fetch(`${demo.origin}/api/session`)
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';')
    const response = await fetch(`${demo.origin}/api/seam/customers/create_portal`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: demo.origin },
      body: '{}',
    })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('https://partner-ui.seam.vc/')
    expect(keys).toEqual([`Bearer ${KEY}`])
    const page = await fetch(demo.origin)
    expect(page.headers.get('content-security-policy')).toContain(
      // The playground's own sandbox page, and the vendor.
      "frame-src 'self' https://partner-ui.seam.vc https://se.am;",
    )
    for (const body of [text, await signedIn.text(), await page.text(), demo.output]) {
      expect(body).not.toContain(KEY)
    }
  })

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await fetch(`${demo.origin}/api/session`)
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/)
  })
})
