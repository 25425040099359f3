'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import type { PortalPresentation } from '../hooks/PortalConfig'
import { prefetchLink } from '../hooks/prefetchLink'
import { requestOf } from '../hooks/requestOf'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { ActionButton, type RenderButton } from './ActionButton'
import { DialogPopup } from './dialog/DialogPopup'
import { DialogRoot, type DialogRootProps } from './dialog/DialogRoot'
import { DialogTrigger, type DialogTriggerProps } from './dialog/DialogTrigger'
import { splitPortalProps } from './splitPortalProps'
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
> = forwardRef(function PortalLauncher({ presentation = 'dialog', ...props }, ref) {
  const words = useWords(props.locale)
  const [wire, rest] = splitPortalProps(props)
  const { open, defaultOpen, onOpenChange, heading, enabled, initialPortal, warm, ...inner } = rest
  const {
    onStatusChange,
    onError,
    renderStatus,
    render,
    children = heading ?? words.manageAccess,
    ...button
  } = inner
  const root = { ...wire, open, defaultOpen, onOpenChange, heading, enabled, initialPortal, warm }
  const view = { onStatusChange, onError, renderStatus }
  if (presentation === 'tab') {
    return <TabLauncher {...root} {...view} button={{ ...button, render, children }} buttonRef={ref} />
  }
  return (
    <DialogRoot {...root} {...view} presentation={presentation}>
      <DialogTrigger {...button} render={render} ref={ref}>
        {children}
      </DialogTrigger>
      <DialogPopup />
    </DialogRoot>
  )
})

type TabLauncherProps = DialogRootProps & {
  button: DialogTriggerProps
  buttonRef: ForwardedRef<HTMLButtonElement>
}

function TabLauncher({ button, buttonRef, ...root }: TabLauncherProps) {
  const [wire, { warm, onError }] = splitPortalProps(root)
  const { session, options } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PortalError>()
  const [here, setHere] = useState(false)
  const way = useRef<HTMLButtonElement>(null)
  const intent = useIntent(() => {
    if (warm !== 'off') prefetchLink(session, requestOf(false, options, wire))
  })
  const handleClick = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    setError(await openTab(wire, words.loading, onError))
    setBusy(false)
  }
  useEffect(() => {
    if (error) way.current?.focus()
  }, [error])
  const blocked = error?.code === 'popup_blocked'
  return (
    <>
      <ActionButton
        own={{ ...intent, onClick: () => void handleClick(), 'aria-busy': busy || undefined }}
        host={button}
        data-seam-portal="launcher"
        data-presentation="tab"
        buttonRef={buttonRef}
      >
        {button.children} <span data-seam-portal="hint">{words.newTabHint}</span>
      </ActionButton>
      {error && (
        <span data-seam-portal="blocked" role="status">
          {words.errors[PORTAL_ERRORS[error.code].message][0]}{' '}
          <button
            type="button"
            data-seam-portal="link"
            ref={way}
            onClick={() => (blocked ? setHere(true) : void handleClick())}
          >
            {blocked ? words.errors.popup_blocked[1] : words.retry}
          </button>
        </span>
      )}
      {here && (
        <DialogRoot {...root} defaultOpen onOpenChange={(open) => setHere(open)}>
          <DialogPopup />
        </DialogRoot>
      )}
    </>
  )
}
