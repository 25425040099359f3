import type { CustomerData, DeleteDataRequest } from '../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxWarning } from './Sandbox'
import { PEOPLE, type Workspace } from './Workspace'

const STAYS = ['reservations', 'bookings', 'access_grants'] as const

/** The lists in which the keys of a stay are searched. A stay names a property listing in `space_keys`. */
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
 * Upserts a customer's records. What the vendor ignores is ignored too, with a warning each time.
 * People and places are pushed before stays, because stays refer to them.
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
          `Another customer of the workspace has a record with the ${RESOURCE_KEYS[list]} "${key}", so this record was not written. Keys are unique in a workspace: put the customer's key in front of yours.`,
        )
        continue
      }
      if (isStay(list) && !admits(workspace, fields, path, tell)) continue
      workspace.upsert(list, customer_key, fields)
    }
  }
}

/** Deletes records by key in the whole workspace. Like the vendor, it does not check which customer they belong to. */
export function deleteRecords(
  workspace: Workspace,
  request: DeleteDataRequest,
  warn: (warning: SandboxWarning) => void,
): void {
  const missing = (field: string, key: string) =>
    warn({
      code: 'unknown_key',
      path: field,
      message: `No record has the key "${key}" of \`${field}\`, so nothing was deleted for it. Check the key.`,
    })
  const { customer_keys = [], ...lists } = request
  if (customer_keys.length > 0 && Object.values(lists).some((keys) => keys && keys.length > 0)) {
    warn({
      code: 'whole_customer_deleted',
      path: 'customer_keys',
      message:
        'The body has `customer_keys` and lists of records, so all records of these customers were deleted. To delete single records only, leave `customer_keys` out.',
    })
  }
  for (const [list, field] of Object.entries(RESOURCE_KEYS) as [ResourceList, string][]) {
    for (const key of (lists as Record<string, string[] | undefined>)[`${field}s`] ?? []) {
      if (!workspace.remove(list, key)) missing(`${field}s`, key)
    }
  }
  for (const key of customer_keys) if (!workspace.removeCustomer(key)) missing('customer_keys', key)
}

/** Says whether the vendor would keep a stay. */
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
        `No record of ${lists.join(' or ')} has the key "${key}", so the stay gives no access there. Push the place first.`,
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
        `No record of ${list} has the key "${key}", so the stay gives no access. Push the person first, or in the same request.`,
      )
    } else if (workspace.comesSecond(list, key)) {
      tell(
        'duplicate_email',
        path,
        `Another person of the workspace has the e-mail address of ${list} "${key}", so the stay was skipped, although the answer is ok. Give each person their own address.`,
      )
      return false
    }
  }
  return true
}

function isStay(list: ResourceList): boolean {
  return (STAYS as readonly string[]).includes(list)
}
