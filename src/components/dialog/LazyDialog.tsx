'use client'

import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { PortalError } from '../../client/PortalError'
import { usePortalContext } from '../../hooks/PortalContext'
import { useLatest } from '../../hooks/useLatest'
import { useOpenTab } from '../../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import { LauncherNotice } from '../LauncherNotice'
import { useWords } from '../WordsContext'
import type { DialogContextValue } from './DialogContext'
import { loadDialog, loadedDialog } from './loadDialog'

/**
 * The dialog of a launcher, as soon as its chunk is loaded. A click retries a failed chunk once. If that fails too, a
 * sentence beside the button says so, with Retry and *Open in a new tab*.
 */
export function LazyDialog({ dialog }: { dialog: DialogContextValue }): ReactNode {
  const { open, setOpen, wire, view } = dialog
  const { session } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  // A server has no chunk, and the first render in the browser must equal the server's.
  const module = useSyncExternalStore(subscribe, loadedDialog, () => undefined)
  const [, setLoaded] = useState(false)
  const [failures, setFailures] = useState(0)
  const [isFailed, setFailed] = useState(false)
  const [refusal, setRefusal] = useState<PortalError>()
  const [wasOpen, setWasOpen] = useState(open)
  const latest = useLatest({ setOpen, onError: view.onError, session })

  function retry(): void {
    setFailed(false)
    setRefusal(undefined)
  }
  // A click tries again. Where the host keeps `open`, the user has Retry.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) retry()
  }

  useEffect(() => {
    if (module || isFailed) return undefined
    let isHere = true
    loadDialog()
      .catch(() => (open ? loadDialog() : undefined))
      .then(
        (loaded) => isHere && setLoaded(!!loaded),
        () => {
          if (!isHere) return
          const { setOpen, onError, session } = latest.current
          const error = new PortalError(
            'dialog_unavailable',
            'The code of the dialog could not be fetched. Reload the page.',
          )
          setFailures((before) => before + 1)
          setFailed(true)
          session.config().onEvent?.({ type: 'error', code: error.code })
          onError?.(error)
          // Nothing opened. Closed again, the next click tries again.
          setOpen(false, 'unavailable')
        },
      )
    return () => {
      isHere = false
    }
  }, [module, isFailed, open, latest])

  if (module) return module.renderDialog(dialog)
  if (!isFailed) return null
  return (
    <LauncherNotice
      words={words}
      sentence={words.errors[refusal ? PORTAL_ERRORS[refusal.code].message : 'unavailable'][0]}
      actions={[
        // A browser may answer a second import() from its cache of the failed one. Then only a reload of the page helps.
        failures > 1
          ? [words.reload, () => location.reload()]
          : [
              words.retry,
              () => {
                retry()
                setOpen(true, 'trigger')
              },
            ],
        [words.newTab, () => void openTab(wire, words.loading, view.onError).then(setRefusal)],
      ]}
    />
  )
}

/** The chunk comes once, and `setLoaded` renders it. */
function subscribe(): () => void {
  return () => {}
}
