import type { DeleteDataRequest } from '../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxWarning } from './Sandbox'
import type { Workspace } from './Workspace'

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
