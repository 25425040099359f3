'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError } from '../client/PortalError'
import { toPortalError } from '../client/toPortalError'
import { type OpenedTab, openTab } from '../frames/openTab'
import { usePortalContext } from './PortalContext'
import { requestOf } from './requestOf'

/**
 * Gives a function that opens a portal in a new tab, to be called within a click. The tab opens empty at once and is
 * sent to the portal when its link has come. Tells, and gives, `popup_blocked` or why there is no link.
 */
export function useOpenTab(): (
  wire: CreatePortalInput,
  waiting: string,
  onError?: (error: PortalError) => void,
) => Promise<PortalError | undefined> {
  const { session, options } = usePortalContext()
  return useCallback(
    async (wire, waiting, onError) => {
      const { onEvent } = session.config()
      let tab: OpenedTab | null | undefined
      try {
        if (session.idle) throw new PortalError('unauthorized')
        tab = openTab(waiting)
        if (!tab) {
          onEvent?.({ type: 'error', code: 'popup_blocked' })
          throw new PortalError('popup_blocked', 'Open tabs within a click only.')
        }
        onEvent?.({ type: 'open', presentation: 'tab' })
        tab.go((await session.fetchLink(requestOf(false, options, wire))).url)
        return undefined
      } catch (thrown) {
        tab?.close()
        const error = toPortalError(thrown)
        onError?.(error)
        return error
      }
    },
    [session, options],
  )
}
