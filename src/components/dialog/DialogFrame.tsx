'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { FrameView, type PortalElementProps, type PortalViewProps } from '../FrameView'
import { useDialogContext } from './DialogContext'

/** What a frame may be given apart from its dialog, and the root element's own props. */
export type DialogFrameProps = PortalViewProps & PortalElementProps

/** The portal inside the dialog: kept while the dialog is closed. Renders a `<div>` around an iframe of its own. */
export const DialogFrame: ForwardRefExoticComponent<DialogFrameProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function DialogFrame(props, ref) {
    const { wire, getRequest, view, open } = useDialogContext()
    return <FrameView {...view} {...props} wire={wire} request={getRequest()} visible={open} rootRef={ref} />
  })
