import type { DeleteDataRequest } from '../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxWarning } from './SandboxWarning'
import type { Workspace } from './Workspace'

/** Deletes records by key, in the whole workspace: the vendor asks nobody whose they are. */
export function deleteRecords(
  workspace: Workspace,
  request: DeleteDataRequest,
  warn: (warning: SandboxWarning) => void,
): void {
  const missing = (field: string, key: string) =>
    warn({
      code: 'unknown_key',
      path: field,
      message: `There is nothing with the key "${key}" in ${field}, so nothing was deleted for it.`,
    })
  const { customer_keys = [], ...lists } = request
  if (customer_keys.length > 0 && Object.values(lists).some((keys) => keys && keys.length > 0)) {
    warn({
      code: 'whole_customer_deleted',
      path: 'customer_keys',
      message:
        'customer_keys stood beside lists of records: everything those customers had is deleted, not only the records. To delete records alone, leave customer_keys out.',
    })
  }
  for (const [list, field] of Object.entries(RESOURCE_KEYS) as [ResourceList, string][]) {
    for (const key of (lists as Record<string, string[] | undefined>)[`${field}s`] ?? []) {
      if (!workspace.remove(list, key)) missing(`${field}s`, key)
    }
  }
  for (const key of customer_keys) if (!workspace.removeCustomer(key)) missing('customer_keys', key)
}
