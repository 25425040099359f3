'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import { requestOf } from '../portal/requestOf'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { useSessionMutation } from './useQueries'

/**
 * Makes a new portal link at each call. Calls for the same request share one that is in flight.
 * Returns TanStack's mutation result. `mutateAsync(options)` resolves to the link; its `url` is a secret.
 */
export function useCreatePortal(): UseMutationResult<PortalLink, PortalError, CreatePortalInput> {
  const { session, options } = usePortalContext()
  return useSessionMutation(async (input) => {
    const request = requestOf(undefined, options, input)
    return (await session.links.fetch(request, { renew: true, queued: true })).link
  })
}
