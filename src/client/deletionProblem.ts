import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'

/**
 * Says why a deletion is refused: it deletes more than its caller may mean. `customer_keys` deletes everything that
 * those customers have, so it needs `deleteEverythingOfCustomers`, and stands alone: beside other lists it makes them
 * pointless. Undefined when the deletion may be sent.
 */
export function deletionProblem(
  keys: DeleteDataRequest,
  deleteEverythingOfCustomers = false,
): string | undefined {
  const lists = Object.entries(keys).filter(([, list]) => list?.length)
  const isWhole = lists.some(([name]) => name === 'customer_keys')
  return isWhole && (!deleteEverythingOfCustomers || lists.length > 1)
    ? '`customer_keys` deletes everything that these customers have. Send it alone, with `deleteEverythingOfCustomers: true`, or list the records to delete.'
    : undefined
}
