'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { prefetchLink } from '../portal/prefetchLink'
import { requestOf } from '../portal/requestOf'
import { usePortalContext } from './PortalContext'

/**
 * Returns a function that prefetches a portal's link and opens the connection to the portal. Call it when the user
 * seems about to open the portal. It never sends records: a request that writes starts at the click. A failed prefetch
 * shows no error; the click retries.
 */
export function usePrefetchPortal(): (input?: CreatePortalInput) => void {
  const { session, options } = usePortalContext()
  return useCallback(
    (input = {}) => prefetchLink(session, requestOf(undefined, options, input)),
    [session, options],
  )
}
