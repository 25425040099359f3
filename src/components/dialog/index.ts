import { DialogClose } from './DialogClose'
import { DialogFrame } from './DialogFrame'
import { DialogPopupPart } from './DialogPopupPart'
import { DialogRoot } from './DialogRoot'
import { DialogTitle } from './DialogTitle'
import { DialogTrigger } from './DialogTrigger'

export type { DialogCloseProps as PortalDialogCloseProps } from './DialogClose'
export type { DialogFrameProps as PortalDialogFrameProps } from './DialogFrame'
export type { DialogPopupProps as PortalDialogPopupProps } from './DialogPopup'
export type { DialogRootProps as PortalDialogRootProps, PortalWarmth } from './DialogRoot'
export type { DialogTitleProps as PortalDialogTitleProps } from './DialogTitle'
export type { DialogTriggerProps as PortalDialogTriggerProps } from './DialogTrigger'

/** The parts of a dialog around a portal, to be put together your way. */
export const PortalDialog = {
  Root: DialogRoot,
  Trigger: DialogTrigger,
  Popup: DialogPopupPart,
  Frame: DialogFrame,
  Title: DialogTitle,
  Close: DialogClose,
}
