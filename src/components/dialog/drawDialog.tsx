'use client'

import type { ReactNode } from 'react'
import { DialogContext, type DialogContextValue } from './DialogContext'
import { DialogPopup } from './DialogPopup'

/** Draws a dialog with the usual content. */
export function drawDialog(dialog: DialogContextValue): ReactNode {
  return (
    <DialogContext.Provider value={dialog}>
      <DialogPopup />
    </DialogContext.Provider>
  )
}
