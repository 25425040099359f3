import { CustomerData } from '../../../src/schemas/index'
import { createDifference } from './createDifference'
import { COMPUTED, isRecord } from './Found'
import { holdsSecret } from './holdsSecret'
import type { Difference } from './Pasted'
import { PLACEHOLDER_CUSTOMER } from './PLACEHOLDER_CUSTOMER'

/** Gives the customer of pasted fields. Of `customer_data` nothing else is kept: records are not part of a portal's look. */
export function readCustomer(
  { customer_data, customer_key }: Readonly<Record<string, unknown>>,
  differences: Difference[],
): string | undefined {
  if (customer_data !== undefined && !isRecord(customer_data)) {
    differences.push(createDifference('dropped', 'customer_data', 'Records stay on your server.'))
  }
  const { customer_key: inner, ...lists } = isRecord(customer_data) ? customer_data : {}
  for (const [list, rows] of Object.entries(lists)) {
    differences.push(
      createDifference(
        'dropped',
        `customer_data.${list}`,
        hasEmptyRow(rows)
          ? 'Records stay on your server. This list has an empty row, which the vendor refuses.'
          : 'Records stay on your server. Push them from there.',
      ),
    )
  }
  const field = inner === undefined ? 'customer_key' : 'customer_data.customer_key'
  const key = inner ?? customer_key
  if (key === undefined || key === PLACEHOLDER_CUSTOMER) return undefined
  if (isKey(key)) {
    differences.push(createDifference('kept', field, 'On your server the session names the customer.'))
    return key
  }
  const why =
    key === COMPUTED ? 'Its value is computed. Your server knows it from the session.' : 'It is no valid key.'
  differences.push(createDifference('dropped', field, why))
  return undefined
}

/** The vendor also refuses a key with space around it, which its OpenAPI text does not say. */
function isKey(key: unknown): key is string {
  if (typeof key !== 'string' || key !== key.trim() || holdsSecret(key)) return false
  return CustomerData.safeParse({ customer_key: key }).success
}

/** The vendor's console prints the row of a form that nobody filled in: `{ "name": "", "space_key": "" }`. */
function hasEmptyRow(rows: unknown): boolean {
  return (
    Array.isArray(rows) &&
    rows.some((row) => isRecord(row) && Object.values(row).every((value) => value === ''))
  )
}
