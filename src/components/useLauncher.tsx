'use client'

import { type ForwardedRef, type ReactNode, useState } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalWarmth } from './dialog/DialogRoot'
import { LauncherNotice, LazyDialog } from './dialog/LazyDialog'
import { type DialogOptions, useDialog } from './dialog/useDialog'
import { useTriggerButton } from './dialog/useTriggerButton'
import { type HostButtonProps, renderButton } from './renderButton'
import type { PortalLauncherProps } from './PortalLauncher'
import { useButtonWords } from './WordsContext'
import { WIRE } from './splitPortalProps'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { prefetchLink } from '../portal/prefetchLink'
import { requestOf } from '../portal/requestOf'
import type { DialogContextValue } from './dialog/DialogContext'

/** Returns a launcher's button, and its dialog once it is needed. */
export function useLauncher(props: PortalLauncherProps, ref: ForwardedRef<HTMLButtonElement>): ReactNode {
  const [wire, options, host] = splitLauncherProps(props)
  const dialog = useDialog(wire, options)
  host.children ??= options.heading ?? <Label locale={wire.locale} />
  const trigger = useTriggerButton(dialog, host, ref)
  // Always in the same place of one fragment, so that React keeps the button element when the dialog mounts.
  return (
    <>
      {options.presentation === 'tab' ? (
        <TabTrigger dialog={dialog} warm={options.warm} host={host} buttonRef={ref} />
      ) : (
        trigger
      )}
      {dialog.stage === 'absent' ? null : <LazyDialog dialog={dialog} />}
    </>
  )
}

/** The launcher's label when the host gives none. */
function Label({ locale }: Pick<CreatePortalInput, 'locale'>): ReactNode {
  const words = useButtonWords(locale)
  return <span lang={words.locale}>{words.manageAccess}</span>
}

/** The props of a launcher that go to its dialog. A record, so that a missing prop does not compile. */
const DIALOG_PROPS: Record<keyof DialogOptions, true> = {
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
function splitLauncherProps(
  props: PortalLauncherProps,
): [wire: CreatePortalInput, dialog: DialogOptions, button: HostButtonProps] {
  const wire: Record<string, unknown> = {}
  const dialog: Record<string, unknown> = {}
  const button: Record<string, unknown> = {}
  // Five hundred rows do this, and a list of pairs would cost each an array for each prop.
  for (const name of Object.keys(props))
    (WIRE.has(name) ? wire : Object.hasOwn(DIALOG_PROPS, name) ? dialog : button)[name] =
      props[name as keyof typeof props]
  return [wire, dialog, button]
}

/** The props of a launcher that opens a tab. */
interface TabTriggerProps {
  /** Shows the portal when the browser blocks the tab. */
  dialog: DialogContextValue
  warm: PortalWarmth | undefined
  host: HostButtonProps
  buttonRef: ForwardedRef<HTMLButtonElement>
}

/** A button that opens a portal in a new tab. When no tab opens, it says why beside it. Renders a `<button>`. */
function TabTrigger({ dialog, warm, host, buttonRef }: TabTriggerProps): ReactNode {
  const { wire, view, setOpen } = dialog
  const { session, options } = usePortalContext()
  const words = useButtonWords(wire.locale)
  const openTab = useOpenTab()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ error: PortalError; launcher: HTMLElement }>()
  const intent = useIntent(() => {
    if (warm !== 'off') prefetchLink(session, requestOf(false, options, wire))
  })
  const handleClick = async (launcher: HTMLElement, pressed = launcher) => {
    if (busy) return
    setBusy(true)
    const refusal = await openTab(wire, words.loading, view.onError)
    // The notice unmounts, and the focus must not be lost with its button. Behind the new tab, nothing matches `:focus`.
    if (!refusal && document.activeElement === pressed) launcher.focus()
    setFailure(refusal && { error: refusal, launcher })
    setBusy(false)
  }
  return (
    <>
      {renderButton(
        'launcher',
        {
          ...intent,
          onClick: ({ currentTarget }) => void handleClick(currentTarget),
          'aria-busy': busy || undefined,
          'data-presentation': 'tab',
        },
        {
          ...host,
          children: (
            <>
              {host.children}{' '}
              <span lang={words.locale} data-seam-portal="hint">
                {words.newTabHint}
              </span>
            </>
          ),
        },
        buttonRef,
      )}
      {failure && (
        <LauncherNotice
          words={words}
          error={failure.error}
          actions={[
            failure.error.code === 'popup_blocked'
              ? [words.errors.popup_blocked[1], () => setOpen(true)]
              : [words.retry, (button) => void handleClick(failure.launcher, button)],
          ]}
        />
      )}
    </>
  )
}
