import { describe, expect, it } from 'vitest'
import { CreatePortalResponse, CustomerPortal, PortalLink } from '../../src/schemas/index'
import { jsonSchemaVerdict } from './jsonSchemaVerdict'
import { OPEN_API_CUSTOMER_PORTAL } from './openApi'
import { problemsOf } from './problemsOf'

const portal = {
  url: 'https://portal.example/session',
  customer_key: 'harbour',
  created_at: '2026-03-01T15:00:00.123456Z',
  expires_at: '2026-03-08T15:00:00.123456Z',
  workspace_id: '67c58f1f-f148-4415-a63c-dc6c145c6b91',
}

describe('CreatePortalResponse', () => {
  it('accepts the link under one of its names, or both', () => {
    for (const answer of [
      { customer_portal: portal },
      { magic_link: portal, ok: true },
      { customer_portal: portal, magic_link: portal },
    ]) {
      expect(CreatePortalResponse.parse(answer)).toEqual(answer)
    }
    expect(problemsOf(CreatePortalResponse, { ok: true })).toEqual([
      ': Expected customer_portal or magic_link',
    ])
  })

  it('keeps unknown fields', () => {
    const answer = { customer_portal: { ...portal, colour: 'blue' }, trace: 1 }
    expect(CreatePortalResponse.parse(answer)).toEqual(answer)
  })

  it('never has the address in an error', () => {
    const problems = problemsOf(CreatePortalResponse, {
      customer_portal: { ...portal, expires_at: portal.url },
    })
    expect(problems).toEqual([
      'customer_portal.expires_at: Expected a date and time such as 2026-03-01T15:00:00Z',
    ])
  })
})

describe('PortalLink', () => {
  it('requires the address alone', () => {
    expect(problemsOf(PortalLink, { url: portal.url })).toEqual([])
    expect(problemsOf(PortalLink, { url: '' })).toEqual(['url: Expected at least 1 character'])
  })
})

describe('CustomerPortal', () => {
  it('requires the five fields that the vendor documents', () => {
    expect(CustomerPortal.parse({ ...portal, extra: true })).toEqual({ ...portal, extra: true })
    for (const field of Object.keys(portal)) {
      expect(problemsOf(CustomerPortal, { ...portal, [field]: undefined })).toEqual([`${field}: Required`])
    }
  })

  it('names the fields that the OpenAPI text names', () => {
    expect(Object.keys(portal).toSorted()).toEqual(
      Object.keys(OPEN_API_CUSTOMER_PORTAL.properties ?? {}).toSorted(),
    )
    const { properties, ...rest } = OPEN_API_CUSTOMER_PORTAL
    // `portalUrlProblem` checks the form of an address, so the schema does not.
    const allows = jsonSchemaVerdict({ ...rest, properties: { ...properties, url: { type: 'string' } } })
    for (const [field, value] of Object.entries(portal)) {
      for (const other of [value, undefined, null, 5, 'text']) {
        if (field === 'url' && other === 'text') continue
        const body: unknown = JSON.parse(JSON.stringify({ ...portal, [field]: other }))
        expect(CustomerPortal.safeParse(body).success, `${field}: ${String(other)}`).toBe(allows(body))
      }
    }
  })
})
