'use client'

import { type ForwardedRef, type ReactNode, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { prefetchLink } from '../portal/prefetchLink'
import { requestOf } from '../portal/requestOf'
import type { DialogContextValue } from './dialog/DialogContext'
import type { PortalWarmth } from './dialog/DialogRoot'
import { LauncherNotice } from './LauncherNotice'
import { type HostButtonProps, renderButton } from './renderButton'
import { useButtonWords } from './WordsContext'

/** The props of a launcher that opens a tab. */
export interface TabTriggerProps {
  /** Shows the portal when the browser blocks the tab. */
  dialog: DialogContextValue
  warm: PortalWarmth | undefined
  host: HostButtonProps
  buttonRef: ForwardedRef<HTMLButtonElement>
}

/** A button that opens a portal in a new tab. When no tab opens, it says why beside it. Renders a `<button>`. */
export function TabTrigger({ dialog, warm, host, buttonRef }: TabTriggerProps): ReactNode {
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
    // The notice unmounts, and the focus must not be lost with its button.
    if (!refusal && document.activeElement === pressed) launcher.focus()
    setFailure(refusal && { error: refusal, launcher })
    setBusy(false)
  }
  return (
    <>
      {renderButton(
        {
          ...intent,
          onClick: ({ currentTarget }) => void handleClick(currentTarget),
          'aria-busy': busy || undefined,
          'data-seam-portal': 'launcher',
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
              ? [words.errors.popup_blocked[1], () => setOpen(true, 'trigger')]
              : [words.retry, (button) => void handleClick(failure.launcher, button)],
          ]}
        />
      )}
    </>
  )
}
