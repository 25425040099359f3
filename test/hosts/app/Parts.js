'use client'

import { createElement } from 'react'
import { PortalFrame, PortalLauncher, PortalProvider } from 'react-seam-portal'

/** What every host shows: two buttons that open a portal, and a portal on the page. */
export function Parts() {
  return createElement(
    PortalProvider,
    null,
    createElement(PortalLauncher, null, 'Solid'),
    createElement(PortalLauncher, { 'data-variant': 'outline' }, 'Outline'),
    createElement(PortalFrame),
  )
}
