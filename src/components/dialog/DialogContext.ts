'use client'

import { createContext, type Dispatch, type RefObject, type SetStateAction, useContext } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import type { PortalCloseReason } from '../../hooks/PortalConfig'
import type { PortalViewProps } from '../FrameView'

/** Not on the page yet; there with its frame, unseen; open for the first time; or closed at least once since. */
export type DialogStage = 'absent' | 'warm' | 'opened' | 'kept'

/** What the parts of one dialog share. */
export interface DialogContextValue {
  open: boolean
  setOpen: (open: boolean, reason: PortalCloseReason, from?: HTMLElement) => void
  presentation: 'dialog' | 'drawer'
  /** What is asked of the backend. */
  wire: CreatePortalInput
  /** What its frame is told, unless the frame says otherwise. */
  view: PortalViewProps
  /** Given by the popup to what is in it: five hundred closed dialogs need none. */
  titleId?: string
  /** The button that opened it last, which gets the focus back. */
  trigger: RefObject<HTMLElement | null>
  stage: DialogStage
  setStage: Dispatch<SetStateAction<DialogStage>>
  /** Who asked last to close it. */
  reason: RefObject<PortalCloseReason>
  /** Somebody seems about to open it. */
  handleIntent: () => void
}

export const DialogContext = createContext<DialogContextValue | null>(null)

/** Reads the dialog a part is in, or says that there is none. */
export function useDialogContext(): DialogContextValue {
  const value = useContext(DialogContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: a part of PortalDialog was used outside <PortalDialog.Root>, so it belongs to no dialog. Put it inside one.',
    )
  }
  return value
}
