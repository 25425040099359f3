import * as z from 'zod/mini'
import { describeIssues } from '../schemas/describeIssues'
import { PortalOptions } from '../schemas/PortalOptions'
import type { PortalGrant } from './PortalHandlerOptions'
import { Refusal } from './Refusal'

/** A valid grant, and the customers it covers. */
export interface ReadGrant {
  grant: PortalGrant
  /** At least one key, none blank, none twice. */
  customers: readonly string[]
}

/** Reads what `authorize` returned. Throws a refusal unless it is a valid grant; `onEvent` gets the reason. */
export function readGrant(given: PortalGrant | null | false | undefined): ReadGrant {
  if (given === null || given === undefined) throw new Refusal('unauthorized', 'The user is signed out.')
  if (given === false) throw new Refusal('forbidden', 'This user may not do that.')
  const { customer_key: key } = given
  const customers = Array.isArray(key) ? [...new Set(key as readonly string[])] : [key as string]
  const problem = customersProblem(customers) ?? portalProblem(given.portal)
  if (problem) {
    throw new Refusal('forbidden', 'This user may not do that.', {
      reason: `The grant that \`authorize\` returned is not valid: ${problem}.`,
    })
  }
  return { grant: given, customers }
}

/** Gives the customer of a request: the one it asks for, if the grant covers it, else the grant's only one. */
export function chooseCustomer(asked: string | undefined, customers: readonly string[]): string {
  if (asked !== undefined) {
    if (customers.includes(asked)) return asked
    throw new Refusal('forbidden', 'This user may not open the portal of the requested customer.')
  }
  const [only, another] = customers
  if (only !== undefined && another === undefined) return only
  throw new Refusal('invalid_input', 'customer_key: Required, because this user has several customers.')
}

/** Asks a rule of the grant. Only the value `true` allows. */
export async function isAllowed<Subject>(
  rule: true | ((subject: Subject) => boolean | Promise<boolean>) | undefined,
  subject: Subject,
): Promise<boolean> {
  return rule === true || (typeof rule === 'function' && (await rule(subject)) === true)
}

function customersProblem(customers: readonly unknown[]): string | undefined {
  if (customers.length === 0) return '`customer_key` is an empty list'
  const blank = customers.some((key) => typeof key !== 'string' || key.trim() === '')
  return blank ? '`customer_key` is missing or blank' : undefined
}

// A misspelt restriction would restrict nothing, so an unknown field makes the grant invalid.
function portalProblem(portal: unknown): string | undefined {
  if (portal === undefined) return undefined
  const result = z.safeParse(PortalOptions, portal)
  if (!result.success) {
    const [issue] = describeIssues(result.error.issues, portal)
    return `portal.${issue?.path}: ${issue?.message}`
  }
  const unknown = unknownField(portal, result.data)
  return unknown && `portal${unknown} is not an option of the portal`
}

function unknownField(given: unknown, known: unknown): string | undefined {
  if (given === null || typeof given !== 'object') return undefined
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    const path = Array.isArray(given) ? `[${name}]` : `.${name}`
    const deeper = Object.hasOwn(known as object, name)
      ? unknownField(value, (known as Record<string, unknown>)[name])
      : ''
    if (deeper !== undefined) return path + deeper
  }
  return undefined
}
