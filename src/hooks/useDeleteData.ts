'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import { PortalError, toPortalError } from '../client/PortalError'
import { readAnswer } from '../client/readAnswer'
import type { DeletionKeys } from '../schemas/DeleteDataRequest'
import { usePortalContext } from './PortalContext'
import { useSessionMutation } from './useQueries'

/** What a deletion is allowed to delete. */
export interface UseDeleteDataOptions {
  /** Allows `customer_keys`, which deletes all data of those customers at once and forever. @default false */
  deleteEverythingOfCustomers?: boolean | undefined
}

/**
 * Deletes records by key through the backend, which must allow it, in one request. Returns TanStack's mutation result.
 * For many records, and for a preview of what goes, see `planDelete` and `deleteData` of `react-seam-portal/push`.
 *
 * @example
 * const remove = useDeleteData()
 * remove.mutate({ reservation_keys: ['R-20418'] })
 */
export function useDeleteData(
  options: UseDeleteDataOptions = {},
): UseMutationResult<void, PortalError, DeletionKeys> {
  const { session } = usePortalContext()
  return useSessionMutation(async (keys) => {
    const { client } = session.config()
    try {
      const { deletionProblem } = await import('../client/deletionProblem')
      const problem = deletionProblem(keys, options.deleteEverythingOfCustomers, client)
      if (problem) throw new PortalError('invalid_input', problem)
      // A host may call this after the user has gone, and a custom client may ignore the signal.
      session.signal.throwIfAborted()
      const answer = await client.deleteData?.(keys, { ...options, signal: session.signal })
      if (answer !== undefined) readAnswer(answer)
    } catch (thrown) {
      throw toPortalError(thrown)
    }
  })
}
