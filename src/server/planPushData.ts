import * as z from 'zod/mini'
import { PushDataRequest } from '../schemas/PushDataRequest'
import { chooseCustomer } from './chooseCustomer'
import { isAllowed } from './isAllowed'
import { parseInput } from './parseInput'
import { Refusal } from './Refusal'
import type { ReadGrant } from './readGrant'
import type { VendorPlan } from './VendorPlan'

const Wanted = z.partial(PushDataRequest, { customer_key: true })

/** Decides what push_data is asked for: the browser's records, for a customer of the grant, if the grant opens it. */
export async function planPushData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  const wanted = parseInput(Wanted, input)
  const customer_key = chooseCustomer(wanted.customer_key, customers)
  const body = { ...wanted, customer_key }
  if (!(await isAllowed(grant.allow?.push_data, body))) {
    throw new Refusal(
      'forbidden',
      'These records may not be pushed. To open push_data, set allow.push_data in the grant.',
    )
  }
  return { customer_key, body }
}
