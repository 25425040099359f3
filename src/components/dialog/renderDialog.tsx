'use client'

import type { ReactNode } from 'react'
import type { DialogContextValue } from './DialogContext'
import { DialogPopup } from './DialogPopup'

// The chunk reaches all of a launcher's first load. Otherwise esbuild and Rolldown cut that load into two chunks: the
// modules that this one shares, and the rest. Two chunks are 0.4 kB larger than one.
export { useLauncher } from '../useLauncher'
export { PortalProvider } from '../PortalProvider'

/** Renders a dialog with the usual content. The chunk that launchers load on demand. */
export function renderDialog(dialog: DialogContextValue): ReactNode {
  return <DialogPopup dialog={dialog} />
}
