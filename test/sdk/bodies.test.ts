import type {
  CustomersCreatePortalParameters,
  CustomersDeleteDataParameters,
  CustomersPushDataParameters,
} from '@seamapi/http'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  CreatePortalRequest,
  CustomerData,
  CustomMetadata,
  DeepLink,
  DeleteDataRequest,
  PushDataRequest,
} from '../../src/schemas/index'

/** The paths of all fields of a body: `features.connect.exclude`, `rooms[].name`. */
type Paths<Body> = Body extends readonly (infer Item)[]
  ? Item extends object
    ? `[]${Paths<Item>}`
    : never
  : Body extends object
    ? string extends keyof Body
      ? never
      : {
          [Name in keyof Body & string]:
            | `.${Name}`
            | (Name extends Time ? never : `.${Name}${Inner<Body[Name]>}`)
        }[keyof Body & string]
    : never

type Inner<Value> = string extends Value ? never : Paths<Exclude<Value, undefined | null>>

// Text here. The client also takes a Temporal.Instant, which has no type where the compiler knows no Temporal.
type Time = 'starts_at' | 'ends_at'

/** Where the client's types are narrower than the vendor's API: both take a boolean or null, and it names neither. */
type AsTheClientHasIt<Body> = Body extends boolean | string | number | null | undefined
  ? Body
  : Body extends readonly (infer Item)[]
    ? AsTheClientHasIt<Item>[]
    : {
        [Name in keyof Body]: Name extends 'custom_metadata'
          ? Record<string, string | boolean> | undefined
          : Name extends 'customer_resources_filters'
            ? { field: string; operation: '='; value: string }[] | undefined
            : AsTheClientHasIt<Body[Name]>
      }

describe('the types of the official client', () => {
  it('have the fields of push_data that ours have', () => {
    expectTypeOf<Paths<PushDataRequest>>().toEqualTypeOf<Paths<CustomersPushDataParameters>>()
  })

  it('have the fields of delete_data that ours have', () => {
    expectTypeOf<Paths<DeleteDataRequest>>().toEqualTypeOf<Paths<CustomersDeleteDataParameters>>()
  })

  it('have the fields of create_portal that ours have', () => {
    expectTypeOf<Paths<CreatePortalRequest>>().toEqualTypeOf<Paths<CustomersCreatePortalParameters>>()
  })

  it('notice a field that one of the two lacks', () => {
    type Fewer = Omit<CustomerData, 'rooms'> & { rooms?: { room_key: string }[] }
    expectTypeOf<Paths<Fewer>>().not.toEqualTypeOf<Paths<CustomersPushDataParameters>>()
    type More = CustomerData & { rooms?: { floor: string }[] }
    expectTypeOf<Paths<More>>().not.toEqualTypeOf<Paths<CustomersPushDataParameters>>()
  })

  it('take our bodies, but for booleans in filters and null in custom_metadata', () => {
    expectTypeOf<DeleteDataRequest>().toExtend<CustomersDeleteDataParameters>()
    expectTypeOf<AsTheClientHasIt<PushDataRequest>>().toExtend<CustomersPushDataParameters>()
    expectTypeOf<AsTheClientHasIt<CreatePortalRequest>>().toExtend<CustomersCreatePortalParameters>()
  })

  it('do not take those two: when they do, the exceptions above can go', () => {
    expectTypeOf<PushDataRequest>().not.toExtend<CustomersPushDataParameters>()
    expectTypeOf<CreatePortalRequest>().not.toExtend<CustomersCreatePortalParameters>()
    expectTypeOf<{ value: boolean }>().not.toExtend<
      NonNullable<CustomersCreatePortalParameters['customer_resources_filters']>[number]
    >()
    expectTypeOf<CustomMetadata>().not.toExtend<Record<string, string | boolean>>()
  })

  it('do not take a body of another shape', () => {
    // @ts-expect-error -- a name is text
    const rooms: CustomersPushDataParameters = { customer_key: '1', rooms: [{ room_key: '1', name: 1 }] }
    // @ts-expect-error -- the vendor speaks ten languages
    const locale: CustomersCreatePortalParameters = { locale: 'sv-SE' }
    expectTypeOf([rooms, locale]).toBeArray()
  })

  it('know one deep link that we do not: the vendor describes it nowhere', () => {
    type Theirs = NonNullable<NonNullable<CustomersCreatePortalParameters['deep_link']>['resource_type']>
    expectTypeOf<Exclude<Theirs, DeepLink['resource_type']>>().toEqualTypeOf<'acs_entrance'>()
  })
})
