import type { CreatePortalInput } from '../../src/index'
import type { PortalOptions } from '../../src/schemas/index'
import { clampOptions } from '../../src/server/index'
import { atPath } from './atPath'
import type { Field } from './Field'
import { FIELDS } from './FIELDS'

/** What the server makes of one field, and why. */
export interface ServerChange {
  sentence: string
  /** Whether it refuses the whole request because of this field. */
  isRefused: boolean
}

/** The changes by the path of their field. A field that the server leaves as it is has none. */
export type ServerChanges = ReadonlyMap<string, ServerChange>

/** Compares what a browser asks for with what the handler sends, for the user of this customer and this grant. */
export function serverChanges(
  { customer_key, customer_data, ...asked }: CreatePortalInput,
  portal: PortalOptions,
  signedIn: string,
): ServerChanges {
  const sent = clampOptions(asked, { portal })
  const changes = new Map<string, ServerChange>()
  const refuse = (path: string, why: string) =>
    changes.set(path, { sentence: `Refused with 403: ${why}`, isRefused: true })
  const key = customer_data?.customer_key ?? customer_key
  if (key !== undefined && key !== signedIn) {
    refuse('customer_key', `this user’s customer is ${signedIn}.`)
  }
  if (customer_data && Object.keys(customer_data).length > 1) {
    refuse('customer_data', 'the grant does not allow `customer_data`.')
  }
  for (const [path, { rule }] of Object.entries<Field>(FIELDS)) {
    if (rule === 'react' || rule === 'customer') continue
    const [before, after] = [atPath(asked, path), atPath(sent, path)]
    if (isSame(path, before, after)) continue
    if (rule === 'denied' && before !== undefined) {
      // `clampOptions` alone would drop it.
      refuse(path, 'only the server chooses it. Put it into the grant.')
    } else changes.set(path, { sentence: sentence(rule, path, after), isRefused: false })
  }
  return changes
}

function sentence(rule: 'ceiling' | 'free' | 'denied', path: string, after: unknown): string {
  const becomes = `Becomes ${shown(after)}`
  if (rule !== 'ceiling') return `${becomes}: the grant sets it, so the browser’s value is not used.`
  if (path.includes('.allow_')) return `${becomes}: only the grant gives this permission.`
  if (path === 'customer_resources_filters') return `${becomes}: the grant’s conditions are always added.`
  return after === true
    ? `${becomes}: the grant has it, and a browser may only narrow.`
    : `${becomes}: a browser may only narrow what the grant allows.`
}

/** Whether the vendor treats both values alike: a switch that is left out is off, and an empty list is no list. */
function isSame(path: string, before: unknown, after: unknown): boolean {
  const [one, other] = [before, after].map((value) =>
    value === false || (Array.isArray(value) && value.length === 0) ? undefined : value,
  )
  if (path === 'navigation_mode') return (one ?? 'full') === (other ?? 'full')
  // The vendor's default of `is_embedded` is off. The library's depends on the place, so false is a decision.
  if (path === 'is_embedded') return before === after
  return JSON.stringify(one) === JSON.stringify(other)
}

function shown(value: unknown): string {
  if (value === undefined || value === false) return 'off'
  if (value === true) return 'on'
  if (typeof value === 'string') return `“${value}”`
  if (!Array.isArray(value)) return JSON.stringify(value).replace(/"/g, '').replace(/[:,]/g, '$& ')
  return value.map((one) => (typeof one === 'string' ? one : `${one.field} = ${one.value}`)).join(' and ')
}
