import type { CreatePortalInput } from '../client/createPortalClient'
import type { DialogOptions } from './dialog/useDialog'
import type { HostButtonProps } from './drawButton'
import type { PortalLauncherProps } from './PortalLauncher'
import { isWireProp } from './splitPortalProps'

/** Parts a launcher's props in three: what goes over the wire, what its dialog is told, and the button's own. */
export function splitLauncherProps(
  props: PortalLauncherProps,
): [wire: CreatePortalInput, dialog: DialogOptions, button: HostButtonProps] {
  const parts: [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>] = [{}, {}, {}]
  for (const [name, value] of Object.entries(props)) {
    parts[isWireProp(name) ? 0 : isOfDialog.test(name) ? 1 : 2][name] = value
  }
  return parts
}

const isOfDialog =
  /^(presentation|open|defaultOpen|onOpenChange|warm|heading|enabled|initialPortal|onStatusChange|onError|renderStatus)$/
