'use client'

import type { QueryClient } from '@tanstack/react-query'
import { createContext, type ReactElement, useContext } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalSession } from '../portal/createPortalSession'

/** What a provider gives to the parts below it. */
export interface PortalContextValue {
  session: PortalSession
  /** Wire options for all parts below. A part's own options win. */
  options: CreatePortalInput
  /** The QueryClient of the query hooks. The first of them makes it, so a page without them does not load it. */
  queries: { client?: QueryClient }
  /** Renders an element in the provider's one outlet, in place of the element before. */
  setOutlet: (element: ReactElement) => void
  /** Ends the session with all its links and frames, and starts a new one. */
  clear: () => void
}

export const PortalContext = createContext<PortalContextValue | null>(null)

/** Reads the provider's context. Throws outside a provider. */
export function usePortalContext(): PortalContextValue {
  const value = useContext(PortalContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: a component or hook was used outside <PortalProvider>, so it has no backend. Wrap your app in <PortalProvider endpoint="/api/seam">.',
    )
  }
  return value
}
