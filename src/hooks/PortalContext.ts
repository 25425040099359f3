'use client'

import { createContext, type ReactElement, useContext } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalSession } from './PortalSession'

/** What a provider gives to the parts below it. */
export interface PortalContextValue {
  session: PortalSession
  /** Wire options for everything below; a part's own win. */
  options: CreatePortalInput
  /** Draws something in the provider's one outlet, in place of what was there. */
  draw: (element: ReactElement) => void
  /** Ends everything alive and begins anew. */
  clear: () => void
}

export const PortalContext = createContext<PortalContextValue | null>(null)

/** Reads the provider, or says that there is none. */
export function usePortalContext(): PortalContextValue {
  const value = useContext(PortalContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: this was used outside <PortalProvider>, so it has no backend to ask. Wrap your app in <PortalProvider endpoint="/api/seam">.',
    )
  }
  return value
}
