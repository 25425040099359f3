'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError, toPortalError } from '../client/PortalError'
import { type OpenedTab, openTab } from '../frames/openTab'
import { requestOf } from '../portal/requestOf'
import { usePortalContext } from './PortalContext'

/**
 * Returns a function that opens a portal in a new tab. Call it within a click. The tab opens empty at once, and
 * navigates to the portal when the link is there. The function resolves to undefined, or to the error: `popup_blocked`,
 * or the error of the link. It also gives the error to `onError`.
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
        if (!session.isSignedIn) throw new PortalError('unauthorized')
        tab = openTab(waiting)
        if (!tab) {
          onEvent?.({ type: 'error', code: 'popup_blocked' })
          throw new PortalError('popup_blocked', 'Open tabs only within a click.')
        }
        onEvent?.({ type: 'open', presentation: 'tab' })
        const { link } = await session.links.fetch(requestOf(false, options, wire))
        tab.go(link.url)
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
