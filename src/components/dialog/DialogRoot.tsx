'use client'

import type { ReactNode } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import { type OpenProps, useDialog } from './useDialog'
import type { PortalViewProps } from '../FrameView'
import { splitPortalProps } from '../splitPortalProps'
import { DialogContext } from './DialogContext'

/** How much is prefetched when the user seems about to press a button. */
export type PortalWarmth = 'off' | 'session' | 'frame'

/** The vendor's props, the props of the frame, and how the dialog opens. */
export type DialogRootProps = CreatePortalInput &
  PortalViewProps &
  OpenProps & {
    /** A dialog in the middle, or a panel at the side. @default 'dialog' */
    presentation?: 'dialog' | 'drawer' | undefined
    /** What to prefetch on hover or focus: nothing, the link, or the whole frame. @default 'session' */
    warm?: PortalWarmth | undefined
    children?: ReactNode
  }

/** Holds whether a portal's dialog is open, and what it shows. Renders nothing of its own. */
export function DialogRoot({ children, ...props }: DialogRootProps): ReactNode {
  const [wire, options] = splitPortalProps(props)
  return <DialogContext.Provider value={useDialog(wire, options)}>{children}</DialogContext.Provider>
}
