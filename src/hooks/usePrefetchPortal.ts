'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { prefetchLink } from '../portal/prefetchLink'
import { requestOf } from '../portal/requestOf'
import { usePortalContext } from './PortalContext'

/**
 * Gives a function that prefetches a portal's link, on a sign that the user will need it, and opens the connection to
 * the portal. It never sends records: a request that would write waits for the click. A failure also waits for it.
 */
export function usePrefetchPortal(): (input?: CreatePortalInput) => void {
  const { session, options } = usePortalContext()
  return useCallback(
    (input = {}) => prefetchLink(session, requestOf(undefined, options, input)),
    [session, options],
  )
}
