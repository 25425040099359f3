import type { DeletionKeys } from '../schemas/DeleteDataRequest'

/**
 * Says why a deletion is refused, or returns undefined when it may be sent. `customer_keys` deletes everything that
 * those customers have, so it needs `deleteEverythingOfCustomers`. It must be the only list: other lists beside it have
 * no meaning. A host's client may have no `deleteData`.
 */
export function deletionProblem(
  keys: DeletionKeys,
  deleteEverythingOfCustomers = false,
  client?: { deleteData?: unknown },
): string | undefined {
  if (client && !client.deleteData) {
    return 'The `client` of the provider has no `deleteData`, so nothing was deleted. Add `deleteData(keys, { signal })` to it.'
  }
  const lists = Object.entries(keys).filter(([, list]) => list?.length)
  const isWhole = lists.some(([name]) => name === 'customer_keys')
  return isWhole && (!deleteEverythingOfCustomers || lists.length > 1)
    ? '`customer_keys` deletes everything that these customers have. Send it alone, with `deleteEverythingOfCustomers: true`, or list the records to delete.'
    : undefined
}
