'use client'

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import type { PortalPresentation } from '../portal/createPortalSession'
import type { DialogRootProps } from './dialog/DialogRoot'
import type { RenderButton } from './renderButton'
import { useLauncher } from './useLauncher'

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
  return useLauncher(props, ref)
})
