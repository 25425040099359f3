'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import { prefetchLink } from '../hooks/prefetchLink'
import { requestOf } from '../hooks/requestOf'
import { useIntent } from '../hooks/useIntent'
import { useOpenTab } from '../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { drawDialog } from './dialog/drawDialog'
import { useDialog } from './dialog/useDialog'
import { drawButton } from './drawButton'
import type { LauncherProps } from './PortalLauncher'
import { splitLauncherProps } from './splitLauncherProps'
import { useWords } from './WordsContext'

/** A launcher that opens the portal in a new tab, and where the browser blocks that, in a dialog of this page. */
export function TabLauncher({ host, buttonRef }: LauncherProps): ReactNode {
  const [wire, dialog, button] = splitLauncherProps(host)
  const { session, options } = usePortalContext()
  const value = useDialog(wire, dialog)
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PortalError>()
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
            onClick={() => (blocked ? value.setOpen(true, 'trigger') : void handleClick())}
          >
            {blocked ? words.errors.popup_blocked[1] : words.retry}
          </button>
        </span>
      )}
      {drawDialog(value)}
    </>
  )
}
