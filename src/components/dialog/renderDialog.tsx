'use client'

import type { ReactNode } from 'react'
import { DialogContext, type DialogContextValue } from './DialogContext'
import { DialogPopup } from './DialogPopup'

/** Renders a dialog with the usual content. The chunk that launchers load on demand. */
export function renderDialog(dialog: DialogContextValue): ReactNode {
  return (
    <DialogContext.Provider value={dialog}>
      <DialogPopup />
    </DialogContext.Provider>
  )
}
