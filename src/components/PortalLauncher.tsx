'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { PortalError } from '../client/PortalError'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from '../hooks/PortalContext'
import type { PortalPresentation } from '../hooks/PortalConfig'
import { prefetchLink } from '../hooks/prefetchLink'
import { requestOf } from '../hooks/requestOf'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { drawButton, type RenderButton } from './drawButton'
import { DialogContext } from './dialog/DialogContext'
import { DialogPopup } from './dialog/DialogPopup'
import { DialogRoot, type DialogRootProps } from './dialog/DialogRoot'
import { useDialog } from './dialog/useDialog'
import { useTriggerButton } from './dialog/useTriggerButton'
import { splitLauncherProps } from './splitLauncherProps'
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
  return props.presentation === 'tab' ? (
    <TabLauncher host={props} buttonRef={ref} />
  ) : (
    <DialogLauncher host={props} presentation={props.presentation} buttonRef={ref} />
  )
})

interface LauncherProps {
  host: PortalLauncherProps
  presentation?: 'dialog' | 'drawer' | undefined
  buttonRef: ForwardedRef<HTMLButtonElement>
}

function DialogLauncher({ host, presentation, buttonRef }: LauncherProps): ReactNode {
  const [wire, dialog, button] = splitLauncherProps(host)
  const value = useDialog(wire, dialog, presentation)
  button.children ??= dialog.heading ?? <Label locale={wire.locale} />
  return (
    <>
      {useTriggerButton(value, button, buttonRef)}
      {value.stage !== 'absent' && (
        <DialogContext.Provider value={value}>
          <DialogPopup />
        </DialogContext.Provider>
      )}
    </>
  )
}

/** What a launcher says when the host has no word for it. */
function Label({ locale }: Pick<CreatePortalInput, 'locale'>): ReactNode {
  return useWords(locale).manageAccess
}

function TabLauncher({ host, buttonRef }: LauncherProps): ReactNode {
  const [wire, dialog, button] = splitLauncherProps(host)
  const { session, options } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PortalError>()
  const [here, setHere] = useState(false)
  const way = useRef<HTMLButtonElement>(null)
  button.children = (
    <>
      {button.children ?? dialog.heading ?? words.manageAccess}{' '}
      <span lang={words.locale} data-seam-portal="hint">
        {words.newTabHint}
      </span>
    </>
  )
  const intent = useIntent(() => {
    if (dialog.warm !== 'off') prefetchLink(session, requestOf(false, options, wire))
  })
  const handleClick = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    setError(await openTab(wire, words.loading, dialog.onError))
    setBusy(false)
  }
  useEffect(() => {
    if (error) way.current?.focus()
  }, [error])
  const blocked = error?.code === 'popup_blocked'
  return (
    <>
      {drawButton(
        {
          ...intent,
          onClick: () => void handleClick(),
          'aria-busy': busy || undefined,
          'data-seam-portal': 'launcher',
          'data-presentation': 'tab',
        },
        button,
        buttonRef,
      )}
      {error && (
        <span lang={words.locale} data-seam-portal="blocked" role="status">
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
        <DialogRoot {...wire} {...dialog} defaultOpen onOpenChange={(open) => setHere(open)}>
          <DialogPopup />
        </DialogRoot>
      )}
    </>
  )
}
