import { describe, expect, it } from 'vitest'
import { CreatePortalRequest, LOCALES } from '../../src/schemas/index'
import { problemsOf } from './problemsOf'

const problems = (body: unknown) => problemsOf(CreatePortalRequest, body)

const filter = (fields: object) => ({
  customer_resources_filters: [{ field: 'owner', operation: '=', value: 'o1', ...fields }],
})

describe('CreatePortalRequest', () => {
  it('requires no field and adds none', () => {
    expect(CreatePortalRequest.parse({})).toEqual({})
    expect(CreatePortalRequest.parse({ features: {} })).toEqual({ features: {} })
  })

  it('drops what it does not know', () => {
    expect(CreatePortalRequest.parse({ theme: 'dark', read_only: true })).toEqual({ read_only: true })
  })

  it.each([true, false])('accepts _dev: %s, as the vendor’s text does', (_dev) => {
    expect(CreatePortalRequest.parse({ _dev })).toEqual({ _dev })
  })

  it.each(['yes', 'true', 1, null, {}])('refuses _dev: %j', (_dev) => {
    expect(CreatePortalRequest.safeParse({ _dev }).success).toBe(false)
  })

  it('accepts the ten languages, and names them for any other', () => {
    for (const locale of LOCALES) expect(problems({ locale })).toEqual([])
    expect(problems({ locale: 'auto' })).toEqual([
      'locale: Expected en-US, pt-PT, fr-FR, it-IT, es-ES, de-DE, nl-NL, el-GR, pl-PL or ru-RU',
    ])
  })

  it('accepts a UUID of any version for customization_profile_id', () => {
    expect(problems({ customization_profile_id: 'ABCDEFAB-0000-0000-0000-CDEFABCDEFAB' })).toEqual([])
    expect(problems({ customization_profile_id: 'harbour' })).toEqual([
      'customization_profile_id: Expected a UUID',
    ])
  })

  it('opens on a reservation or a space by key, or on a device by id', () => {
    expect(problems({ deep_link: { resource_type: 'space', resource_key: '1' } })).toEqual([])
    expect(problems({ deep_link: { resource_type: 'device', resource_id: '1' } })).toEqual([])
    expect(problems({ deep_link: { resource_type: 'device', resource_key: '1' } })).toEqual([
      'deep_link.resource_id: Required',
    ])
    expect(problems({ deep_link: { resource_type: 'lock', resource_id: '1' } })).toEqual([
      'deep_link.resource_type: Expected reservation, space or device',
    ])
  })

  it('accepts exactly one landing key', () => {
    expect(problems({ landing_page: {} })).toEqual([])
    expect(problems({ landing_page: { manage: { property_key: '' } } })).toEqual([])
    const sentence =
      'landing_page.manage: Expected exactly one key, such as { "property_key": "…" } or { "reservation_key": "…" }'
    expect(problems({ landing_page: { manage: {} } })).toEqual([sentence])
    expect(problems({ landing_page: { manage: { space_key: '1', room_key: '2' } } })).toEqual([sentence])
    expect(problems({ landing_page: { manage: { space_key: '1', booking_key: '2' } } })).toEqual([sentence])
  })

  it('accepts filters by text or a boolean, with a field name that the vendor can read', () => {
    expect(problems(filter({}))).toEqual([])
    expect(problems(filter({ value: false }))).toEqual([])
    expect(problems(filter({ value: 3 }))).toEqual([
      'customer_resources_filters[0].value: Expected string or boolean',
    ])
    expect(problems(filter({ operation: '!=' }))).toEqual([
      'customer_resources_filters[0].operation: Expected =',
    ])
    expect(problems(filter({ field: '9lives' }))).toEqual([
      'customer_resources_filters[0].field: Expected letters, digits and underscores, not beginning with a digit',
    ])
  })

  it('requires customer_key in customer_data', () => {
    expect(problems({ customer_data: {} })).toEqual(['customer_data.customer_key: Required'])
  })
})
