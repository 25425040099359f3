'use client'

import type { QueryClient } from '@tanstack/react-query'
import { createContext, type ReactElement, useContext } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalSession } from '../portal/createPortalSession'

/** What a provider gives to the parts below it. */
export interface PortalContextValue {
  session: PortalSession
  /** Wire options for everything below; a part's own win. */
  options: CreatePortalInput
  /** The QueryClient of the query hooks. The first of them makes it, so a page without them does not load it. */
  queries: { client?: QueryClient }
  /** Renders something in the provider's one outlet, in place of what was there. */
  setOutlet: (element: ReactElement) => void
  /** Ends everything alive and begins anew. */
  clear: () => void
}

export const PortalContext = createContext<PortalContextValue | null>(null)

/** Reads the provider, or throws a sentence when there is none. */
export function usePortalContext(): PortalContextValue {
  const value = useContext(PortalContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: this was used outside <PortalProvider>, so it has no backend to ask. Wrap your app in <PortalProvider endpoint="/api/seam">.',
    )
  }
  return value
}
