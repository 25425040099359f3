import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES, PortalOptions } from '../../src/schemas/index'
import { clampOptions } from '../../src/server/index'

const UUID = '8da7bf9c-7f4c-4f5d-8f3f-0a2f5d8e1c11'
const OTHER_UUID = '00000000-0000-0000-0000-000000000000'

const OPEN = {
  connect: { exclude: false },
  manage: { exclude: false },
  organize: { exclude: false },
  configure: {
    exclude: false,
    allow_access_automation_rule_customization: false,
    allow_climate_automation_rule_customization: false,
    allow_instant_key_customization: false,
  },
}

const filter = (field: string, value: string | boolean = true) => ({ field, operation: '=' as const, value })

const connect = (value: object) => ({ features: { connect: value } })
const manage = (value: object) => ({ features: { manage: value } })
const configure = (value: object) => ({ features: { configure: value } })

describe('clampOptions', () => {
  it.each<[string, PortalOptions, PortalOptions, object]>([
    // A ceiling: the browser may only narrow.
    ['sends the default features when neither side has any', {}, {}, { features: OPEN }],
    ['hides a part', connect({ exclude: true }), {}, connect({ exclude: true })],
    [
      'keeps a part away',
      connect({ exclude: false }),
      connect({ exclude: true }),
      connect({ exclude: true }),
    ],
    [
      'keeps away what was left out',
      {},
      { features: { organize: { exclude: true } } },
      { features: { organize: { exclude: true } } },
    ],
    [
      'takes organize away',
      { features: { organize: { exclude: true } } },
      {},
      { features: { organize: { exclude: true } } },
    ],
    [
      'keeps manage_devices away',
      { features: { manage_devices: { exclude: false } } },
      { features: { manage_devices: { exclude: true } } },
      { features: { manage_devices: { exclude: true } } },
    ],
    [
      'takes manage_devices away',
      { features: { manage_devices: { exclude: true } } },
      {},
      { features: { manage_devices: { exclude: true } } },
    ],
    [
      'gives no permission of itself',
      configure({ allow_instant_key_customization: true }),
      {},
      { features: OPEN },
    ],
    [
      'gives a granted permission',
      {},
      configure({ allow_instant_key_customization: true }),
      configure({ allow_instant_key_customization: true }),
    ],
    [
      'declines a granted permission',
      configure({ allow_climate_automation_rule_customization: false }),
      configure({ allow_climate_automation_rule_customization: true }),
      { features: OPEN },
    ],
    [
      'keeps configure away',
      configure({ exclude: false }),
      configure({ exclude: true }),
      configure({ exclude: true }),
    ],
    [
      'intersects providers',
      connect({ accepted_providers: ['a', 'b'] }),
      connect({ accepted_providers: ['b', 'c'] }),
      connect({ accepted_providers: ['b'] }),
    ],
    ['narrows providers', connect({ accepted_providers: ['a'] }), {}, connect({ accepted_providers: ['a'] })],
    [
      'keeps granted providers',
      {},
      connect({ accepted_providers: ['b'] }),
      connect({ accepted_providers: ['b'] }),
    ],
    [
      'excludes connect without a common provider',
      connect({ accepted_providers: ['a'] }),
      connect({ accepted_providers: ['b'] }),
      connect({ exclude: true }),
    ],
    [
      'excludes connect for an empty list',
      connect({ accepted_providers: [] }),
      {},
      connect({ exclude: true }),
    ],
    [
      'excludes connect for an empty grant',
      {},
      connect({ accepted_providers: [] }),
      connect({ exclude: true }),
    ],
    [
      'unites excluded providers',
      connect({ excluded_providers: ['a', 'b'] }),
      connect({ excluded_providers: ['b', 'c'] }),
      connect({ excluded_providers: ['b', 'c', 'a'] }),
    ],
    [
      'hides more of manage',
      manage({ exclude_staff_management: true }),
      {},
      manage({ exclude_staff_management: true }),
    ],
    [
      'keeps hidden what is',
      manage({ exclude_reservation_management: false }),
      manage({ exclude_reservation_management: true }),
      manage({ exclude_reservation_management: true }),
    ],
    [
      'keeps details hidden',
      manage({ exclude_reservation_technical_details: false }),
      manage({ exclude_reservation_technical_details: true }),
      manage({ exclude_reservation_technical_details: true }),
    ],
    [
      'narrows events',
      manage({ events: { allowed_events: ['a', 'b'] } }),
      manage({ events: { allowed_events: ['b', 'c'] } }),
      manage({ events: { allowed_events: ['b'] } }),
    ],
    [
      'keeps granted events where none are common',
      manage({ events: { allowed_events: ['a'] } }),
      manage({ events: { allowed_events: ['b'] } }),
      manage({ events: { allowed_events: ['b'] } }),
    ],
    [
      'keeps granted events for an empty list',
      manage({ events: { allowed_events: [] } }),
      manage({ events: { allowed_events: ['b'] } }),
      manage({ events: { allowed_events: ['b'] } }),
    ],
    [
      'chooses among all events',
      manage({ events: { allowed_events: ['a'], default_events: ['a'] } }),
      manage({ events: { allowed_events: [] } }),
      manage({ events: { allowed_events: ['a'], default_events: ['a'] } }),
    ],
    [
      'keeps granted words',
      manage({ device_management_confirmation: { title: 'Free' } }),
      manage({ device_management_confirmation: { title: 'Paid' } }),
      manage({ device_management_confirmation: { title: 'Paid' } }),
    ],
    [
      'joins filters',
      { customer_resources_filters: [filter('b')] },
      { customer_resources_filters: [filter('a')] },
      { customer_resources_filters: [filter('a'), filter('b')] },
    ],
    [
      'keeps granted filters',
      { customer_resources_filters: [] },
      { customer_resources_filters: [filter('a')] },
      { customer_resources_filters: [filter('a')] },
    ],
    ['turns read_only on', { read_only: true }, { read_only: false }, { read_only: true }],
    ['leaves read_only on', { read_only: false }, { read_only: true }, { read_only: true }],
    ['sends read_only when the request has it', {}, { read_only: false }, { read_only: false }],
    // Free unless the grant sets it.
    ['leaves a language to the browser', { locale: 'de-DE' }, {}, { locale: 'de-DE' }],
    ['sets a language', { locale: 'de-DE' }, { locale: 'fr-FR' }, { locale: 'fr-FR' }],
    ['sets a layout', { is_embedded: true }, { is_embedded: false }, { is_embedded: false }],
    [
      'sets the locale picker',
      { exclude_locale_picker: false },
      { exclude_locale_picker: true },
      { exclude_locale_picker: true },
    ],
    [
      'sets the navigation',
      { navigation_mode: 'full' },
      { navigation_mode: 'restricted' },
      { navigation_mode: 'restricted' },
    ],
    [
      'sets a landing page',
      { landing_page: { manage: { room_key: 'a' } } },
      { landing_page: { manage: { room_key: 'b' } } },
      { landing_page: { manage: { room_key: 'b' } } },
    ],
    [
      'sets a deep link',
      { deep_link: { resource_type: 'space', resource_key: 'a' } },
      { deep_link: { resource_type: 'device', resource_id: 'b' } },
      { deep_link: { resource_type: 'device', resource_id: 'b' } },
    ],
    // Denied unless granted.
    ['drops a profile that the browser sends', { customization_profile_id: UUID }, {}, { features: OPEN }],
    [
      'sets a profile',
      { customization_profile_id: UUID },
      { customization_profile_id: OTHER_UUID },
      { customization_profile_id: OTHER_UUID },
    ],
  ])('%s', (_, requested, portal, expected) => {
    const merged: PortalOptions = { ...expected, features: OPEN }
    const features = { ...OPEN } as Record<string, object>
    for (const [name, part] of Object.entries(('features' in expected && expected.features) || {})) {
      features[name] = { ...features[name], ...(part as object) }
    }
    expect(clampOptions(requested, { portal })).toStrictEqual({ ...merged, features })
  })

  it('never exceeds the grant, for any request', () => {
    fc.assert(
      fc.property(anyOptions(), anyOptions(), (requested, portal) => {
        const result = clampOptions(requested, { portal })
        const { features } = result
        const ceiling = portal.features ?? {}
        for (const part of ['connect', 'manage', 'manage_devices', 'organize', 'configure'] as const) {
          if (ceiling[part]?.exclude) expect(features?.[part]?.exclude).toBe(true)
          if (requested.features?.[part]?.exclude) expect(features?.[part]?.exclude).toBe(true)
          if (part !== 'manage_devices') expect(features?.[part]?.exclude).toBeTypeOf('boolean')
        }
        for (const name of HIDES) if (ceiling.manage?.[name]) expect(features?.manage?.[name]).toBe(true)
        for (const name of PERMITS) {
          expect(features?.configure?.[name]).toBeTypeOf('boolean')
          if (features?.configure?.[name]) expect(ceiling.configure?.[name]).toBe(true)
        }
        const accepted = features?.connect?.accepted_providers
        expect(accepted).not.toEqual([])
        if (ceiling.connect?.accepted_providers && !features?.connect?.exclude) {
          expect(ceiling.connect.accepted_providers).toEqual(expect.arrayContaining(accepted ?? ['nothing']))
        }
        expect(features?.connect?.excluded_providers ?? []).toEqual(
          expect.arrayContaining(ceiling.connect?.excluded_providers ?? []),
        )
        const events = ceiling.manage?.events?.allowed_events ?? []
        if (events.length > 0) {
          expect(features?.manage?.events?.allowed_events).not.toEqual([])
          expect(events).toEqual(
            expect.arrayContaining(features?.manage?.events?.allowed_events ?? ['nothing']),
          )
        }
        expect(result.customer_resources_filters ?? []).toEqual(
          expect.arrayContaining(portal.customer_resources_filters ?? []),
        )
        if (portal.read_only) expect(result.read_only).toBe(true)
        for (const name of FREE) if (portal[name] !== undefined) expect(result[name]).toEqual(portal[name])
        expect(result.customization_profile_id).toBe(portal.customization_profile_id)
        expect(PortalOptions.safeParse(result).data).toEqual(result)
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not change its arguments', () => {
    fc.assert(
      fc.property(anyOptions(), anyOptions(), (requested, portal) => {
        const before = structuredClone({ requested, portal })
        clampOptions(requested, { portal })
        expect({ requested, portal }).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})

const HIDES = [
  'exclude_reservation_management',
  'exclude_reservation_technical_details',
  'exclude_staff_management',
] as const

const PERMITS = [
  'allow_access_automation_rule_customization',
  'allow_climate_automation_rule_customization',
  'allow_instant_key_customization',
] as const

const FREE = [
  'is_embedded',
  'deep_link',
  'landing_page',
  'locale',
  'navigation_mode',
  'exclude_locale_picker',
] as const

function anyOptions(): fc.Arbitrary<PortalOptions> {
  const flag = fc.boolean()
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 })
  const flags = <Name extends string>(all: readonly Name[]) =>
    Object.fromEntries(all.map((name) => [name, flag])) as Record<Name, fc.Arbitrary<boolean>>
  return part({
    is_embedded: flag,
    exclude_locale_picker: flag,
    read_only: flag,
    locale: fc.constantFrom(...LOCALES),
    navigation_mode: fc.constantFrom('full' as const, 'restricted' as const),
    customization_profile_id: fc.uuid(),
    landing_page: fc.record({ manage: fc.record({ room_key: fc.string() }) }),
    deep_link: fc.record({ resource_type: fc.constant('space' as const), resource_key: fc.string() }),
    customer_resources_filters: fc.array(
      fc.record({
        field: fc.constantFrom('region', 'brand'),
        operation: fc.constant('=' as const),
        value: fc.oneof(fc.string(), flag),
      }),
      { maxLength: 3 },
    ),
    features: part({
      connect: part({ exclude: flag, accepted_providers: names, excluded_providers: names }),
      manage: part({
        exclude: flag,
        ...flags(HIDES),
        events: part({ allowed_events: names, default_events: names }),
      }),
      manage_devices: part({ exclude: flag }),
      organize: part({ exclude: flag }),
      configure: part({ exclude: flag, ...flags(PERMITS) }),
    }),
  })
}

function part<Shape>(shape: { [Name in keyof Shape]: fc.Arbitrary<Shape[Name]> }) {
  return fc.record(shape, { requiredKeys: [] })
}
