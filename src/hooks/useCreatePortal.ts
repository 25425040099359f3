'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError } from '../client/PortalError'
import { requestOf } from '../portal/requestOf'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { useQueries } from './useQueries'

/**
 * Makes a portal link when told to: a new one each time, but one for all who ask at once.
 * Gives TanStack's mutation result; `mutateAsync(options)` resolves to the link, and its `url` is a secret.
 */
export function useCreatePortal(): UseMutationResult<PortalLink, PortalError, CreatePortalInput> {
  const { session, options } = usePortalContext()
  return useMutation(
    {
      // With another key, TanStack forgets what was made for another user.
      mutationKey: [session.id],
      async mutationFn(input) {
        if (!session.isSignedIn) throw new PortalError('unauthorized')
        const request = requestOf(undefined, options, input)
        return (await session.links.fetch(request, { renew: true, queued: true })).link
      },
    },
    useQueries(),
  )
}
