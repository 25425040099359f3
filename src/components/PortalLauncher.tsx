'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalPresentation } from '../hooks/PortalConfig'
import type { DialogRootProps } from './dialog/DialogRoot'
import { drawDialog } from './dialog/drawDialog'
import { useDialog } from './dialog/useDialog'
import { useTriggerButton } from './dialog/useTriggerButton'
import type { RenderButton } from './drawButton'
import { splitLauncherProps } from './splitLauncherProps'
import { TabTrigger } from './TabTrigger'
import { useWords } from './WordsContext'

/** The vendor's props, how the portal opens, and a button's own props. */
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
  const [wire, options, host] = splitLauncherProps(props)
  const { presentation } = props
  const dialog = useDialog(wire, options, presentation === 'drawer' ? 'drawer' : 'dialog')
  host.children ??= options.heading ?? <Label locale={wire.locale} />
  const button = useTriggerButton(dialog, host, ref)
  const trigger =
    presentation === 'tab' ? (
      <TabTrigger dialog={dialog} warm={options.warm} host={host} buttonRef={ref} />
    ) : (
      button
    )
  // In one place of one fragment, whether a dialog follows or not: a host's button stays the same element.
  return (
    <>
      {trigger}
      {dialog.stage === 'absent' ? null : drawDialog(dialog)}
    </>
  )
})

/** What a launcher says when the host has no word for it. */
function Label({ locale }: Pick<CreatePortalInput, 'locale'>): ReactNode {
  const words = useWords(locale)
  return <span lang={words.locale}>{words.manageAccess}</span>
}
