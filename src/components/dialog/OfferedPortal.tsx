'use client'

import { useEffect } from 'react'
import { usePortalContext } from '../../hooks/PortalContext'
import type { DialogContextValue } from './DialogContext'

/**
 * Takes a launcher's server-made link for the signed-in user, whether or not they press the button: a page that keeps
 * the link must not show it to the next user. A component, so that a launcher without such a link pays for no effect.
 */
export function OfferedPortal({ dialog: { view, getRequest } }: { dialog: DialogContextValue }): null {
  const { session } = usePortalContext()
  useEffect(() => {
    if (session.isSignedIn) session.links.offer(getRequest(), view.initialPortal)
  })
  return null
}
