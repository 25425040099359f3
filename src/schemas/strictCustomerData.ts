import type * as z from 'zod/mini'
import { customerDataProblems } from '../wire/customerDataProblems'

/**
 * Names what the vendor refuses in a customer's data although its OpenAPI text, and so `CustomerData`, allows it:
 * keys with blanks around them, more than 50 facts or a fact's name of more than 40 characters, and times that do not
 * end in `Z`. The issues are of the schemas' own kind: add them to those of a schema, or read them alone.
 *
 * ```ts
 * const { issues = [] } = PushDataRequest.safeParse(body).error ?? {}
 * describeIssues([...issues, ...strictCustomerData(body)], body)
 * ```
 *
 * @param data - A customer's data: the body of push_data, or `customer_data` of create_portal. Anything else has no issues.
 * @param at - Where in the body the data stands, such as `['customer_data']`.
 */
export function strictCustomerData(data: unknown, at: readonly PropertyKey[] = []): z.core.$ZodIssueCustom[] {
  return customerDataProblems(data).map(({ path, message }) => ({
    code: 'custom',
    path: [...at, ...path],
    message,
    input: undefined,
  }))
}
