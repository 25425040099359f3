'use client'

import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError, toPortalError } from '../client/PortalError'
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
  return async (wire, waiting, onError) => {
    const { onEvent } = session.config()
    let tab: Window | null | undefined
    try {
      if (!session.isSignedIn) throw new PortalError('unauthorized')
      tab = openTab(waiting)
      if (!tab) {
        onEvent?.({ type: 'error', code: 'popup_blocked' })
        throw new PortalError('popup_blocked', 'Open tabs only within a click.')
      }
      onEvent?.({ type: 'open', presentation: 'tab' })
      const { link } = await session.links.fetch(requestOf(false, options, wire))
      if (isWaiting(tab)) navigate(tab, link.url)
      return undefined
    } catch (thrown) {
      if (tab && isWaiting(tab)) tab.close()
      const error = toPortalError(thrown)
      onError?.(error)
      return error
    }
  }
}

/**
 * Opens an empty tab within a click, or returns null when the browser blocks it. It does not use `noopener`, because
 * `window.open` then always returns null.
 */
function openTab(waiting: string): Window | null {
  try {
    const tab = window.open('', '_blank')
    if (tab) {
      tab.opener = null
      tab.document.title = tab.document.body.textContent = waiting
    }
    return tab
  } catch {
    // Firefox throws in a sandboxed page that may open no windows.
    return null
  }
}

/** Whether the tab is still ours. A user who went elsewhere in it wants neither the portal nor an error. */
function isWaiting(tab: Window): boolean {
  try {
    return tab.document.URL === 'about:blank'
  } catch {
    // A page of another origin.
    return false
  }
}

/** Clicks a `noreferrer` link inside the tab: otherwise the browser would send this page's whole address to the portal. */
function navigate({ document }: Window, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.rel = 'noreferrer'
  document.body.append(link)
  link.click()
}
