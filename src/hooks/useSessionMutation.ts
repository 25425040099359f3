'use client'

import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { PortalError } from '../client/PortalError'
import { usePortalContext } from './PortalContext'
import { useQueries } from './useQueries'

/** TanStack's mutation for the signed-in user. It fails while nobody is signed in. */
export function useSessionMutation<Data, Input>(
  mutate: (input: Input) => Promise<Data>,
): UseMutationResult<Data, PortalError, Input> {
  const { session } = usePortalContext()
  return useMutation(
    {
      // A new session has a new key, so TanStack drops the last user's result.
      mutationKey: [session.id],
      async mutationFn(input) {
        if (!session.isSignedIn) throw new PortalError('unauthorized')
        return mutate(input)
      },
    },
    useQueries(),
  )
}
