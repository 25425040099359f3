'use client'

import { type ForwardedRef, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import { prefetchLink } from '../hooks/prefetchLink'
import { requestOf } from '../hooks/requestOf'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import type { DialogContextValue } from './dialog/DialogContext'
import type { PortalWarmth } from './dialog/DialogRoot'
import { drawButton, type HostButtonProps } from './drawButton'
import { useWords } from './WordsContext'

/** What a launcher's tab needs. */
export interface TabTriggerProps {
  /** Where the portal is shown when the browser blocks the tab. */
  dialog: DialogContextValue
  warm: PortalWarmth | undefined
  host: HostButtonProps
  buttonRef: ForwardedRef<HTMLButtonElement>
}

/** The button that opens a portal in a new tab, and says beside it when that is blocked. Renders a `<button>`. */
export function TabTrigger({ dialog, warm, host, buttonRef }: TabTriggerProps): ReactNode {
  const { wire, view, setOpen } = dialog
  const { session, options } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ error: PortalError; launcher: HTMLElement }>()
  const way = useRef<HTMLButtonElement>(null)
  const intent = useIntent(() => {
    if (warm !== 'off') prefetchLink(session, requestOf(false, options, wire))
  })
  const handleClick = async (launcher: HTMLElement, pressed = launcher) => {
    if (busy) return
    setBusy(true)
    const refusal = await openTab(wire, words.loading, view.onError)
    // The way out of a failure goes, and the focus on it must not go with it.
    if (!refusal && document.activeElement === pressed) launcher.focus()
    setFailure(refusal && { error: refusal, launcher })
    setBusy(false)
  }
  useEffect(() => {
    if (failure) way.current?.focus()
  }, [failure])
  const blocked = failure?.error.code === 'popup_blocked'
  return (
    <>
      {drawButton(
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
        <span lang={words.locale} data-seam-portal="blocked" role="status">
          {words.errors[PORTAL_ERRORS[failure.error.code].message][0]}{' '}
          <button
            type="button"
            data-seam-portal="link"
            ref={way}
            onClick={({ currentTarget }) =>
              blocked ? setOpen(true, 'trigger') : void handleClick(failure.launcher, currentTarget)
            }
          >
            {blocked ? words.errors.popup_blocked[1] : words.retry}
          </button>
        </span>
      )}
    </>
  )
}
