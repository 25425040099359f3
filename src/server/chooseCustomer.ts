import { Refusal } from './Refusal'

/** Says whose request it is: the customer that was asked for, if the grant covers it, or the grant's only one. */
export function chooseCustomer(asked: string | undefined, customers: readonly string[]): string {
  if (asked !== undefined) {
    if (customers.includes(asked)) return asked
    throw new Refusal('forbidden', 'This sign-in does not cover the customer that was asked for.')
  }
  const [only, another] = customers
  if (only !== undefined && another === undefined) return only
  throw new Refusal('invalid_input', 'customer_key: Required, because this sign-in covers several customers.')
}
