import type { CustomerData } from '../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxWarning } from './SandboxWarning'
import { PEOPLE, type Workspace } from './Workspace'

const STAYS = ['reservations', 'bookings', 'access_grants'] as const

/** Where the keys of a stay are looked for. A property listing is named under `space_keys`. */
const PLACES: Record<string, readonly ResourceList[]> = {
  space_keys: ['spaces', 'property_listings'],
  property_keys: ['properties'],
  room_keys: ['rooms'],
  common_area_keys: ['common_areas'],
  unit_keys: ['units'],
  facility_keys: ['facilities'],
  building_keys: ['buildings'],
  listing_keys: ['listings'],
}

/**
 * Upserts a customer's records, and passes over in silence what the vendor passes over, with a warning each.
 * People and places come before stays, since stays refer to them.
 */
export function pushRecords(
  workspace: Workspace,
  data: CustomerData,
  warn: (warning: SandboxWarning) => void,
): void {
  const { customer_key } = data
  workspace.meet(customer_key)
  const tell = (code: SandboxWarning['code'], path: string, message: string) =>
    warn({ code, path, message, customer_key })
  const lists = Object.keys(RESOURCE_KEYS) as ResourceList[]
  for (const list of lists) {
    for (const [at, fields] of ((data[list] ?? []) as Record<string, unknown>[]).entries()) {
      const path = `${list}[${at}]`
      const key = String(fields[RESOURCE_KEYS[list]])
      const owner = workspace.find(list, key)?.customer_key
      if (owner !== undefined && owner !== customer_key) {
        tell(
          'foreign_key',
          path,
          `The ${RESOURCE_KEYS[list]} "${key}" belongs to another customer of the workspace, so the record was left as it is. Keys are unique in a workspace: begin yours with the customer's.`,
        )
        continue
      }
      if (isStay(list) && !admits(workspace, fields, path, tell)) continue
      workspace.upsert(list, customer_key, fields)
    }
  }
}

/** Says whether the vendor would make anything of a stay. */
function admits(
  workspace: Workspace,
  stay: Record<string, unknown>,
  path: string,
  tell: (code: SandboxWarning['code'], path: string, message: string) => void,
): boolean {
  for (const [field, lists] of Object.entries(PLACES)) {
    for (const key of (stay[field] ?? []) as string[]) {
      if (lists.some((list) => workspace.find(list, key))) continue
      tell(
        'unknown_space',
        `${path}.${field}`,
        `Nothing in ${lists.join(' or ')} has the key "${key}", so the stay opens no door there. Push the place first.`,
      )
    }
  }
  for (const list of PEOPLE) {
    const field = RESOURCE_KEYS[list]
    const key = stay[field]
    if (typeof key !== 'string') continue
    if (!workspace.find(list, key)) {
      tell(
        'unknown_person',
        `${path}.${field}`,
        `Nothing in ${list} has the key "${key}", so nobody gets access. Push the person first, or in the same call.`,
      )
    } else if (workspace.comesSecond(list, key)) {
      tell(
        'duplicate_email',
        path,
        `The e-mail address of ${list} "${key}" is already somebody else's in the workspace, so the stay was skipped although the answer is ok. Give each person an address of their own.`,
      )
      return false
    }
  }
  return true
}

function isStay(list: ResourceList): boolean {
  return (STAYS as readonly string[]).includes(list)
}
