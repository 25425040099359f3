'use client'

import type { ReactNode } from 'react'
import { DialogContext, type DialogContextValue } from './DialogContext'
import { DialogPopup } from './DialogPopup'

/** Draws a dialog with the usual content, from the first time it is needed. */
export function drawDialog(dialog: DialogContextValue): ReactNode {
  if (dialog.stage === 'absent') return null
  return (
    <DialogContext.Provider value={dialog}>
      <DialogPopup />
    </DialogContext.Provider>
  )
}
