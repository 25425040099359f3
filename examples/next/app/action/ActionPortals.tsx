'use client'

import type { ReactNode } from 'react'
import { PortalProvider } from 'react-seam-portal'
import { createPortal } from './createPortal'

interface ActionPortalsProps {
  sessionKey: string | null
  portalOrigins: readonly string[] | undefined
  children: ReactNode
}

/** Portals whose links come from a server action. A client component, because a server component cannot pass a closure. */
export function ActionPortals(props: ActionPortalsProps) {
  // The closure drops the second argument: an abort signal cannot be sent to the server.
  return <PortalProvider client={{ createPortal: (body) => createPortal(body) }} {...props} />
}
