'use client'

import { usePortalContext } from './PortalContext'

/** Returns a function that ends every link and frame at once. Call it when the user signs out. */
export function useClearPortals(): () => void {
  return usePortalContext().clear
}
