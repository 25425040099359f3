'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from './PortalContext'
import { prefetchLink } from './prefetchLink'
import { requestOf } from './requestOf'

/**
 * Gives a function that has a portal's link made ahead, on a sign that it will be needed, and the connection to the
 * portal opened. It never sends records: what would write is left for the click. Failures are kept for the click too.
 */
export function usePrefetchPortal(): (input?: CreatePortalInput) => void {
  const { session, options } = usePortalContext()
  return useCallback(
    (input = {}) => prefetchLink(session, requestOf(undefined, options, input)),
    [session, options],
  )
}
