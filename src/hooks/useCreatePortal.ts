'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { requestOf } from './requestOf'

/**
 * Makes a portal link when told to: a new one each time, but one for all who ask at once.
 * Gives TanStack's mutation result; `mutateAsync(options)` resolves to the link, and its `url` is a secret.
 */
export function useCreatePortal(): UseMutationResult<PortalLink, PortalError, CreatePortalInput> {
  const { session, options } = usePortalContext()
  return useMutation(
    {
      // Another key, and what was made for another user is forgotten.
      mutationKey: [session.id],
      mutationFn: (input) => session.fetchLink(requestOf(undefined, options, input), true),
    },
    session.queries,
  )
}
