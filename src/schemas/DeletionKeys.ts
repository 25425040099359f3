import type { DeleteDataRequest } from './DeleteDataRequest'

/**
 * Keys of records to delete, list by list. It has no `customer_keys`: that list deletes everything that its customers
 * have, whatever stands beside it.
 */
export type RecordKeys = Omit<DeleteDataRequest, 'customer_keys'> & { customer_keys?: undefined }

/** Customers to delete with everything that they have. No other list may stand beside it. */
export type WholeCustomers = { customer_keys: string[] } & {
  [List in Exclude<keyof DeleteDataRequest, 'customer_keys'>]?: undefined
}

/** What one call deletes: records, or whole customers, and never both. */
export type DeletionKeys = RecordKeys | WholeCustomers
