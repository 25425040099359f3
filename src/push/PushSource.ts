import type { CustomerData } from '../schemas/CustomerData'
import type { ResourceList } from '../wire/RESOURCE_KEYS'

/** A list of records: an array, or whatever gives them one by one. */
export type RecordSource<Row> = Iterable<Row> | AsyncIterable<Row>

/** A customer's records, each list an array, an iterable or an async iterable. `CustomerData` is one. */
export type PushSource = { customer_key: string } & {
  [List in ResourceList]?: RecordSource<NonNullable<CustomerData[List]>[number]> | undefined
}

/** What a push takes: one customer's records, or those of many customers one after the other. */
export type PushInput = PushSource | Iterable<PushSource> | AsyncIterable<PushSource>
