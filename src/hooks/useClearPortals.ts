'use client'

import { usePortalContext } from './PortalContext'

/** Gives a function that ends every link and frame at once, as signing out must. */
export function useClearPortals(): () => void {
  return usePortalContext().clear
}
