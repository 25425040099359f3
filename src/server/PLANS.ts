import * as z from 'zod/mini'
import { CustomerData, PushDataRequest } from '../schemas/CustomerData'
import { PortalOptions } from '../schemas/PortalOptions'
import type { Operation } from '../wire/OPERATIONS'
import type { VendorPlan } from './callVendor'
import { clampOptions } from './clampOptions'
import type { PortalGrant } from './PortalHandlerOptions'
import { redact, Refusal } from './Refusal'
import { chooseCustomer, isAllowed, type ReadGrant } from './readGrant'
import { createReader, MISFIT } from '../schemas/createReader'
import { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import { describeIssues, toValidationErrors } from '../schemas/describeIssues'

// The browser may omit the customer, also when it sends records: the grant names it.
const Portal = z.extend(PortalOptions, {
  customer_data: z.optional(z.partial(CustomerData, { customer_key: true })),
})

const Push = z.partial(PushDataRequest, { customer_key: true })
const readPush = createReader(Push)

/** How the body for the vendor is made, for each operation: from what the browser sends, narrowed to the grant. */
export const PLANS = {
  create_portal: planCreatePortal,
  push_data: planPushData,
  delete_data: planDeleteData,
} as const satisfies Record<Operation, unknown>

/** Makes the body of create_portal: the browser's request, narrowed to the grant. */
async function planCreatePortal(
  input: unknown,
  { grant, customers }: ReadGrant,
  extraOptions: readonly string[],
): Promise<VendorPlan> {
  const { customer_data: wanted = {}, ...requested } = parseInput(Portal, input)
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
      ruleProblem(grant, 'customer_data') ??
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

/** Makes the body of push_data: the browser's records for a customer of the grant, if the grant allows them. */
async function planPushData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  // What the reader does not take, the schema takes or explains.
  const read = readPush(input)
  const wanted = read === MISFIT ? parseInput(Push, input) : (read as z.output<typeof Push>)
  const customer_key = chooseCustomer(wanted.customer_key, customers)
  const body = { ...wanted, customer_key }
  if (!(await isAllowed(grant.allow?.push_data, body))) {
    throw new Refusal(
      'forbidden',
      ruleProblem(grant, 'push_data') ??
        'These records may not be pushed. To allow it, set `allow.push_data` in the grant.',
    )
  }
  return { customer_key, body }
}

/**
 * Makes the body of delete_data. Deleting a customer and deleting records are two rights. The vendor accepts both in
 * one body, where one more list deletes everything a customer has.
 */
async function planDeleteData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  const wanted = parseInput(DeleteDataRequest, input)
  const { customer_keys: whole = [], ...records } = wanted
  if (whole.length === 0) {
    if (!(await isAllowed(grant.allow?.delete_data, records))) {
      throw new Refusal(
        'forbidden',
        ruleProblem(grant, 'delete_data') ??
          'These records may not be deleted. To allow it, set `allow.delete_data` in the grant to a function that checks every key.',
      )
    }
    return { customer_key: customers.length === 1 ? customers[0] : undefined, body: records }
  }
  if (Object.values(records).some((keys) => keys && keys.length > 0)) {
    throw new Refusal(
      'invalid_input',
      'customer_keys: Expected without other lists, because it deletes everything the customer has.',
    )
  }
  const [customer_key] = whole
  if (
    whole.length > 1 ||
    customer_key === undefined ||
    !customers.includes(customer_key) ||
    grant.allow?.delete_customer !== true
  ) {
    throw new Refusal(
      'forbidden',
      'This customer may not be deleted. To allow deleting one customer of the grant at a time, set `allow.delete_customer` in the grant.',
    )
  }
  return { customer_key, body: { customer_keys: [customer_key] } }
}

/** Names the rule of the grant that refused, where the grant has a function for it. */
function ruleProblem(
  { allow }: PortalGrant,
  name: 'customer_data' | 'push_data' | 'delete_data',
): string | undefined {
  return typeof allow?.[name] === 'function'
    ? `\`allow.${name}\` did not return true for these records.`
    : undefined
}

const MAX_ISSUES = 20

/** Gives the fields of a body that the schema knows. Throws a refusal that names the first error. */
function parseInput<Schema extends z.core.$ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  // A body can have thousands of errors. The answer lists the first ones.
  const issues = result.error.issues.slice(0, MAX_ISSUES)
  const [first] = describeIssues(issues, input)
  const more = result.error.issues.length - 1
  throw new Refusal(
    'invalid_input',
    redact(
      `${first?.path || 'The body'}: ${first?.message}${more > 0 ? `, and ${more} more` : ''}.`.replace(
        /\.+$/,
        '.',
      ),
    ),
    { fields: toValidationErrors(issues, input) },
  )
}
