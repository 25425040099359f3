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

// Text here. The client also accepts a Temporal.Instant, which has no type in a compiler without Temporal.
type Time = 'starts_at' | 'ends_at'

/** Two fields accept a boolean or null in the vendor's API, but not in the client's types. */
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
  it('have the same fields of push_data as this library', () => {
    expectTypeOf<Paths<PushDataRequest>>().toEqualTypeOf<Paths<CustomersPushDataParameters>>()
  })

  it('have the same fields of delete_data as this library', () => {
    expectTypeOf<Paths<DeleteDataRequest>>().toEqualTypeOf<Paths<CustomersDeleteDataParameters>>()
  })

  it('have the same fields of create_portal as this library', () => {
    expectTypeOf<Paths<CreatePortalRequest>>().toEqualTypeOf<Paths<CustomersCreatePortalParameters>>()
  })

  it('report a field that one of the two lacks', () => {
    type Fewer = Omit<CustomerData, 'rooms'> & { rooms?: { room_key: string }[] }
    expectTypeOf<Paths<Fewer>>().not.toEqualTypeOf<Paths<CustomersPushDataParameters>>()
    type More = CustomerData & { rooms?: { floor: string }[] }
    expectTypeOf<Paths<More>>().not.toEqualTypeOf<Paths<CustomersPushDataParameters>>()
  })

  it('accept this library’s bodies, except booleans in filters and null in custom_metadata', () => {
    expectTypeOf<DeleteDataRequest>().toExtend<CustomersDeleteDataParameters>()
    expectTypeOf<AsTheClientHasIt<PushDataRequest>>().toExtend<CustomersPushDataParameters>()
    expectTypeOf<AsTheClientHasIt<CreatePortalRequest>>().toExtend<CustomersCreatePortalParameters>()
  })

  it('do not accept those two: when they do, remove the exceptions above', () => {
    expectTypeOf<PushDataRequest>().not.toExtend<CustomersPushDataParameters>()
    expectTypeOf<CreatePortalRequest>().not.toExtend<CustomersCreatePortalParameters>()
    expectTypeOf<{ value: boolean }>().not.toExtend<
      NonNullable<CustomersCreatePortalParameters['customer_resources_filters']>[number]
    >()
    expectTypeOf<CustomMetadata>().not.toExtend<Record<string, string | boolean>>()
  })

  it('do not accept a body of another shape', () => {
    // @ts-expect-error -- a name is a string
    const rooms: CustomersPushDataParameters = { customer_key: '1', rooms: [{ room_key: '1', name: 1 }] }
    // @ts-expect-error -- the vendor has ten languages
    const locale: CustomersCreatePortalParameters = { locale: 'sv-SE' }
    expectTypeOf([rooms, locale]).toBeArray()
  })

  it('have one deep link that this library lacks, because the vendor does not document it', () => {
    type Theirs = NonNullable<NonNullable<CustomersCreatePortalParameters['deep_link']>['resource_type']>
    expectTypeOf<Exclude<Theirs, DeepLink['resource_type']>>().toEqualTypeOf<'acs_entrance'>()
  })
})
