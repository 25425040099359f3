import { useSyncExternalStore } from 'react'

/** The dashboard's route: `/properties/old-chapel/access` has section, key and tab. */
export interface Route {
  section: string
  key: string | undefined
  tab: string | undefined
}

/** Reads the page's path, and renders again when it changes. */
export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  const [section = '', key, tab] = path.split('/').filter(Boolean)
  return { section: section || 'properties', key, tab }
}

/** Navigates to another page of the dashboard. */
export function goTo(path: string): void {
  if (path === location.pathname) return
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
  scrollTo(0, 0)
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  return () => removeEventListener('popstate', onChange)
}
