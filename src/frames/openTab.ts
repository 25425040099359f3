/** A tab that was opened with a click and is waiting for its address. */
export interface OpenedTab {
  /** Sends the tab to its page, unless the user has gone elsewhere in it. */
  go: (url: string) => void
  /** Closes it, when there is no page to go to and the user has not gone elsewhere in it. */
  close: () => void
}

/**
 * Opens an empty tab within a click, or gives null where the browser blocked it.
 * The address may come later: `window.open` with `noopener` would say null either way, and an address set from here
 * would tell the portal the whole address of this page, so a link without a referrer is followed inside the tab.
 */
export function openTab(waiting: string): OpenedTab | null {
  const tab = window.open('', '_blank')
  if (!tab) return null
  tab.opener = null
  tab.document.title = tab.document.body.textContent = waiting
  return {
    go(url) {
      if (!isWaiting(tab)) return
      const link = tab.document.createElement('a')
      link.href = url
      link.rel = 'noreferrer'
      tab.document.body.append(link)
      link.click()
    },
    close() {
      if (isWaiting(tab)) tab.close()
    },
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
