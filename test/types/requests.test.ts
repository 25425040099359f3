import { describe, expectTypeOf, it } from 'vitest'
import type { PortalClient } from '../../src/client/index'
import type { DeleteClient, DeleteInput, DeleteSource, PushResult } from '../../src/push/index'
import type {
  CreatePortalRequest,
  CreatePortalResponse,
  CustomerData,
  DeepLink,
  DeleteDataRequest,
  DeletionKeys,
  LandingPage,
  LOCALES,
  PortalLink,
  PortalOptions,
} from '../../src/schemas/index'
import type { RESOURCE_KEYS, ResourceList } from '../../src/wire/RESOURCE_KEYS'
import type { WIRE_PROPS } from '../../src/wire/WIRE_PROPS'

describe('the type LandingPage', () => {
  it('accepts exactly one key', () => {
    expectTypeOf<{ manage: { space_key: string } }>().toExtend<LandingPage>()
    expectTypeOf<{ manage: { reservation_key: string } }>().toExtend<LandingPage>()
    expectTypeOf<object>().toExtend<LandingPage>()
    expectTypeOf<{ manage: object }>().not.toExtend<LandingPage>()
    expectTypeOf<{ manage: { space_key: number } }>().not.toExtend<LandingPage>()
  })

  it('refuses two keys, in every type of a portal', () => {
    // @ts-expect-error -- two places
    const places: LandingPage = { manage: { space_key: '1', room_key: '2' } }
    // @ts-expect-error -- a place and a stay
    const both: PortalOptions = { landing_page: { manage: { unit_key: '1', booking_key: '2' } } }
    const two = { reservation_key: '1', booking_key: '2' }
    // @ts-expect-error -- two stays, and not in a literal
    const stays: CreatePortalRequest = { landing_page: { manage: two } }
    expectTypeOf([places, both, stays]).toBeArray()
  })
})

describe('the type DeepLink', () => {
  it('pairs each kind with its own identifier', () => {
    expectTypeOf<{ resource_type: 'space'; resource_key: string }>().toExtend<DeepLink>()
    expectTypeOf<{ resource_type: 'device'; resource_id: string }>().toExtend<DeepLink>()
    expectTypeOf<{ resource_type: 'device'; resource_key: string }>().not.toExtend<DeepLink>()
  })
})

describe('the type CustomerData', () => {
  it('has the nineteen lists, each with records that have its key', () => {
    expectTypeOf<Exclude<keyof CustomerData, 'customer_key'>>().toEqualTypeOf<ResourceList>()
    type Keys = { [List in ResourceList]: Record<(typeof RESOURCE_KEYS)[List], string> }
    expectTypeOf<{ [List in ResourceList]: NonNullable<CustomerData[List]>[number] }>().toExtend<Keys>()
  })

  it('requires customer_key, and nothing else', () => {
    expectTypeOf<{ customer_key: string }>().toExtend<CustomerData>()
    expectTypeOf<object>().not.toExtend<CustomerData>()
  })
})

describe('the type PortalOptions', () => {
  it('requires nothing', () => {
    expectTypeOf<object>().toExtend<PortalOptions>()
  })

  it('names the ten languages', () => {
    expectTypeOf<NonNullable<PortalOptions['locale']>>().toEqualTypeOf<(typeof LOCALES)[number]>()
  })
})

describe('the type CreatePortalResponse', () => {
  it('holds a link that the schema of a link describes', () => {
    expectTypeOf<NonNullable<CreatePortalResponse['customer_portal']>>().toExtend<PortalLink>()
  })
})

describe('the type DeletionKeys', () => {
  it('is records or whole customers', () => {
    expectTypeOf<{ reservation_keys: string[] }>().toExtend<DeletionKeys>()
    expectTypeOf<{ customer_keys: string[] }>().toExtend<DeletionKeys>()
    expectTypeOf<{ customer_keys: string[]; reservation_keys: string[] }>().not.toExtend<DeletionKeys>()
    expectTypeOf<DeleteDataRequest>().not.toExtend<DeletionKeys>()
    expectTypeOf<PortalClient>().toExtend<DeleteClient>()
  })

  it('takes every list of the vendor, and no other', () => {
    expectTypeOf<keyof DeletionKeys>().toEqualTypeOf<keyof DeleteDataRequest>()
  })

  it('of a plan is records alone', () => {
    expectTypeOf<PushResult['ledger']['vanished']>().toExtend<DeleteInput>()
    // @ts-expect-error -- a customer with everything it has
    const whole: DeleteInput = { customer_keys: ['harbour'] }
    // @ts-expect-error -- the same beside records
    const both: DeleteSource = { customer_keys: ['harbour'], reservation_keys: ['R-1'] }
    // @ts-expect-error -- one text is no list of keys
    const letters: DeleteSource = { reservation_keys: 'R-1' }
    // @ts-expect-error -- the vendor deletes no sites
    const sites: DeleteSource = { site_keys: ['harbour'] }
    expectTypeOf([whole, both, letters, sites]).toBeArray()
  })
})

describe('WIRE_PROPS', () => {
  it('names the options of a portal and its customer', () => {
    expectTypeOf<(typeof WIRE_PROPS)[number]>().toEqualTypeOf<
      keyof PortalOptions | 'customer_data' | 'customer_key'
    >()
  })
})
