import type { CreatePortalInput } from '../client/createPortalClient'
import type { DialogOptions } from './dialog/useDialog'
import type { PortalLauncherProps } from './PortalLauncher'
import type { HostButtonProps } from './renderButton'
import { WIRE } from './splitPortalProps'

/** The props of a launcher that go to its dialog. A record, so that a missing prop does not compile. */
const DIALOG_PROPS: Record<keyof DialogOptions | 'presentation', true> = {
  presentation: true,
  open: true,
  defaultOpen: true,
  onOpenChange: true,
  warm: true,
  heading: true,
  enabled: true,
  initialPortal: true,
  onStatusChange: true,
  onError: true,
  renderStatus: true,
}

/** Splits a launcher's props in three: the wire's, the dialog's and the button's. */
export function splitLauncherProps(
  props: PortalLauncherProps,
): [wire: CreatePortalInput, dialog: DialogOptions, button: HostButtonProps] {
  const wire: Record<string, unknown> = {}
  const dialog: Record<string, unknown> = {}
  const button: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props))
    (name in WIRE ? wire : name in DIALOG_PROPS ? dialog : button)[name] = value
  return [wire, dialog, button]
}
