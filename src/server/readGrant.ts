import * as z from 'zod/mini'
import { describeIssues } from '../schemas/describeIssues'
import { PortalOptions } from '../schemas/PortalOptions'
import type { PortalGrant } from './PortalGrant'
import { Refusal } from './Refusal'

/** A grant that means what it says, and the customers it covers. */
export interface ReadGrant {
  grant: PortalGrant
  /** At least one, none blank, none twice. */
  customers: readonly string[]
}

/** Reads what `authorize` gave. Whatever is not plainly a grant is refused, and the developer is told why. */
export function readGrant(given: PortalGrant | null | false | undefined): ReadGrant {
  if (given === null || given === undefined) throw new Refusal('unauthorized', 'Nobody is signed in.')
  if (given === false) throw new Refusal('forbidden', 'This sign-in may not do that.')
  const { customer_key: key } = given
  const customers = Array.isArray(key) ? [...new Set(key as readonly string[])] : [key as string]
  const problem = customersProblem(customers) ?? portalProblem(given.portal)
  if (problem) {
    throw new Refusal('forbidden', 'This sign-in may not do that.', {
      reason: `The grant is void: ${problem}.`,
    })
  }
  return { grant: given, customers }
}

function customersProblem(customers: readonly unknown[]): string | undefined {
  if (customers.length === 0) return 'customer_key names nobody'
  const blank = customers.some((key) => typeof key !== 'string' || key.trim() === '')
  return blank ? 'customer_key is missing or blank' : undefined
}

// A misspelt limit would be no limit at all: what the schema does not know voids the grant.
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
