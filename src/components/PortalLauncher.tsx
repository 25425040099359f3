'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalPresentation } from '../portal/PortalConfig'
import type { DialogRootProps } from './dialog/DialogRoot'
import { LazyDialog } from './dialog/LazyDialog'
import { useDialog } from './dialog/useDialog'
import { useTriggerButton } from './dialog/useTriggerButton'
import type { RenderButton } from './renderButton'
import { splitLauncherProps } from './splitLauncherProps'
import { TabTrigger } from './TabTrigger'
import { useButtonWords } from './WordsContext'

/** The vendor's props, the props of the dialog, and those of the button. */
export type PortalLauncherProps = Omit<DialogRootProps, 'presentation' | 'children'> &
  Omit<ComponentPropsWithoutRef<'button'>, 'onError' | 'onLoad'> & {
    /** Where the portal opens. @default 'dialog' */
    presentation?: PortalPresentation | undefined
    /** A button of your own: an element, or a function of the props it must take. */
    render?: RenderButton | undefined
  }

/**
 * A button that opens a customer portal in a dialog, a drawer or a new tab. Renders a `<button>`, and the dialog once
 * it is needed.
 *
 * @example
 * <PortalLauncher deep_link={{ resource_type: 'reservation', resource_key: 'R-20418' }}>Manage access</PortalLauncher>
 */
export const PortalLauncher: ForwardRefExoticComponent<
  PortalLauncherProps & RefAttributes<HTMLButtonElement>
> = forwardRef(function PortalLauncher(props, ref) {
  const [wire, options, button] = splitLauncherProps(props)
  const { presentation } = props
  const dialog = useDialog(wire, options, presentation === 'drawer' ? 'drawer' : 'dialog')
  const host = { ...button, children: button.children ?? options.heading ?? <Label locale={wire.locale} /> }
  const trigger = useTriggerButton(dialog, host, ref)
  // Always in the same place of one fragment, so that React keeps the button element when the dialog mounts.
  return (
    <>
      {presentation === 'tab' ? (
        <TabTrigger dialog={dialog} warm={options.warm} host={host} buttonRef={ref} />
      ) : (
        trigger
      )}
      {dialog.stage === 'absent' ? null : <LazyDialog dialog={dialog} />}
    </>
  )
})

/** The launcher's label when the host gives none. */
function Label({ locale }: Pick<CreatePortalInput, 'locale'>): ReactNode {
  const words = useButtonWords(locale)
  return <span lang={words.locale}>{words.manageAccess}</span>
}
