import type * as z from 'zod/mini'
import { customerDataProblems } from '../wire/recordProblems'

/**
 * Finds what the vendor refuses in a customer's data although its OpenAPI text, and so `CustomerData`, allows it:
 *
 * - keys with blanks before or after them,
 * - more than 50 facts in `custom_metadata`, or a fact's name of more than 40 characters,
 * - facts of more than 500 UTF-16 units,
 * - times that do not end in `Z`.
 *
 * The result has the type of a schema's issues, so you can join both.
 *
 * ```ts
 * const { issues = [] } = PushDataRequest.safeParse(body).error ?? {}
 * describeIssues([...issues, ...strictCustomerData(body)], body)
 * ```
 *
 * @param data - A customer's data: the body of push_data, or `customer_data` of create_portal. Other values have no issues.
 * @param at - The path of the data in the body, such as `['customer_data']`.
 */
export function strictCustomerData(data: unknown, at: readonly PropertyKey[] = []): z.core.$ZodIssueCustom[] {
  return customerDataProblems(data).map(({ path, message }) => ({
    code: 'custom',
    path: [...at, ...path],
    message,
    input: undefined,
  }))
}
