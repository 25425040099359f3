'use client'

import { createContext, type RefObject, useContext } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import type { PortalCloseReason } from '../../portal/createPortalSession'
import type { CreatePortalRequest } from '../../schemas/CreatePortalRequest'
import type { PortalViewProps } from '../FrameView'
import type { Opener } from './noteOpener'

/** Not on the page yet; prewarmed, with its frame hidden; open for the first time; closed at least once since. */
export type DialogStage = 'absent' | 'warm' | 'opened' | 'kept'

/** What opened and closed a dialog last. */
export interface LastChange {
  /** The button that opened it. It gets the focus back. */
  trigger: HTMLElement | null
  /** What asked to close it. */
  reason: PortalCloseReason
}

/** What the parts of one dialog share. */
export interface DialogContextValue {
  open: boolean
  /** Opens or closes it, by a trigger unless another reason is given. */
  setOpen: (open: boolean, reason?: PortalCloseReason, from?: HTMLElement) => void
  presentation: 'dialog' | 'drawer'
  /** The wire props of the dialog itself. */
  wire: CreatePortalInput
  /** What is asked of the backend: the one request of the prefetch and of the frame. */
  getRequest: () => CreatePortalRequest
  /** What its frame is given, unless the frame says otherwise. */
  view: PortalViewProps
  /** The title's id. The popup adds it for the parts inside. */
  titleId?: string
  /** What opened it by a function, noted at that moment. */
  opener?: Opener
  stage: DialogStage
  /** Takes a prewarmed frame off the page again. */
  dropWarm: () => void
  /** What opened and closed it last. One ref: five hundred rows each have it. */
  last: RefObject<LastChange>
  /** The user seems about to open it. */
  handleIntent: () => void
}

export const DialogContext = createContext<DialogContextValue | null>(null)

/** Reads the dialog that a part is in, or throws a sentence when there is none. */
export function useDialogContext(): DialogContextValue {
  const value = useContext(DialogContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: a part of PortalDialog was used outside <PortalDialog.Root>, so it belongs to no dialog. Put it inside one.',
    )
  }
  return value
}
