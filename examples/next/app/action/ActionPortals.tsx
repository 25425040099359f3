'use client'

import type { ReactNode } from 'react'
import { PortalProvider } from 'react-seam-portal'
import { createPortal } from './createPortal'

interface ActionPortalsProps {
  sessionKey: string | null
  portalOrigins: readonly string[] | undefined
  children: ReactNode
}

/** Portals whose links come from a server action. A client component, since its closure cannot come from the server. */
export function ActionPortals(props: ActionPortalsProps) {
  // The closure drops the second argument, a signal, which cannot go over the wire.
  return <PortalProvider client={{ createPortal: (body) => createPortal(body) }} {...props} />
}
