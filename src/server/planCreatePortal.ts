import * as z from 'zod/mini'
import { CustomerData } from '../schemas/CustomerData'
import { PortalOptions } from '../schemas/PortalOptions'
import type { VendorPlan } from './callVendor'
import { clampOptions } from './clampOptions'
import { parseInput } from './parseInput'
import { Refusal } from './Refusal'
import { chooseCustomer, isAllowed, type ReadGrant } from './readGrant'

// The browser may omit the customer, also when it sends records: the grant names it.
const Wanted = z.extend(PortalOptions, {
  customer_data: z.optional(z.partial(CustomerData, { customer_key: true })),
})

/** Makes the body of create_portal: the browser's request, narrowed to the grant. */
export async function planCreatePortal(
  input: unknown,
  { grant, customers }: ReadGrant,
  extraOptions: readonly string[],
): Promise<VendorPlan> {
  const { customer_data: wanted = {}, ...requested } = parseInput(Wanted, input)
  const customer_key = chooseCustomer(wanted.customer_key, customers)
  const records = { ...wanted, customer_key }
  const profile = requested.customization_profile_id
  if (profile !== undefined && profile !== grant.portal?.customization_profile_id) {
    throw new Refusal(
      'forbidden',
      'Only the server chooses `customization_profile_id`. Set `portal.customization_profile_id` in the grant.',
    )
  }
  if (Object.keys(records).length > 1 && !(await isAllowed(grant.allow?.customer_data, records))) {
    throw new Refusal(
      'forbidden',
      '`customer_data` may hold `customer_key` only. To let records through, set `allow.customer_data` in the grant.',
    )
  }
  if (grant.allow?.portal !== undefined && !(await isAllowed(grant.allow.portal, requested))) {
    throw new Refusal('forbidden', 'This user may not open this portal.')
  }
  return {
    customer_key,
    body: {
      ...clampOptions(requested, grant),
      ...pick(input as Record<string, unknown>, extraOptions),
      customer_data: records,
    },
  }
}

function pick(input: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(input, name)).map((name) => [name, input[name]]),
  )
}
