'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError } from '../client/PortalError'
import { toPortalError } from '../client/toPortalError'
import { openTab } from '../frames/openTab'
import { usePortalContext } from './PortalContext'
import { requestOf } from './requestOf'

/**
 * Gives a function that opens a portal in a new tab, to be called within a click. The tab opens empty at once and is
 * sent to the portal when its link has come. Rejects with `popup_blocked`, or with why there is no link.
 */
export function useOpenTab(): (wire: CreatePortalInput, waiting: string) => Promise<void> {
  const { session, options } = usePortalContext()
  return useCallback(
    async (wire, waiting) => {
      const { onEvent } = session.config()
      const tab = openTab(waiting)
      if (!tab) {
        onEvent?.({ type: 'error', code: 'popup_blocked' })
        throw new PortalError(
          'popup_blocked',
          'The browser blocked the new tab. Open tabs within a click only.',
        )
      }
      onEvent?.({ type: 'open', presentation: 'tab' })
      try {
        tab.go((await session.fetchLink(requestOf(false, options, wire))).url)
      } catch (thrown) {
        tab.close()
        throw toPortalError(thrown)
      }
    },
    [session, options],
  )
}
