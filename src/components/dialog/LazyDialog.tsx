'use client'

import { Fragment, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { PortalError } from '../../client/PortalError'
import { usePortalContext } from '../../hooks/PortalContext'
import { useLatest } from '../../hooks/useLatest'
import { useOpenTab } from '../../hooks/useOpenTab'
import { useButtonWords } from '../WordsContext'
import type { DialogContextValue } from './DialogContext'
import { loadDialog, loadedDialog } from './loadDialog'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import type { ButtonWords } from '../words/Words'

/**
 * The dialog of a launcher, as soon as its chunk is loaded. A click retries a failed chunk once. If that fails too, a
 * sentence beside the button says so, with Retry and *Open in a new tab*.
 */
export function LazyDialog({ dialog }: { dialog: DialogContextValue }): ReactNode {
  const { open, setOpen, wire, view } = dialog
  const { session } = usePortalContext()
  const words = useButtonWords(wire.locale)
  const openTab = useOpenTab()
  // A server has no chunk, and the first render in the browser must equal the server's.
  const module = useSyncExternalStore(subscribe, loadedDialog, () => undefined)
  const [, setLoaded] = useState(false)
  const [failures, setFailures] = useState(0)
  // Why there is no dialog, or no tab in its place.
  const [error, setError] = useState<PortalError>()
  const [wasOpen, setWasOpen] = useState(open)
  const fail = useLatest((unavailable: PortalError) => {
    setFailures(failures + 1)
    setError(unavailable)
    session.config().onEvent?.({ type: 'error', code: unavailable.code })
    view.onError?.(unavailable)
    // Nothing opened. Closed again, the next click tries again.
    setOpen(false, 'unavailable')
  })

  // A click tries again. Where the host keeps `open`, the user has Retry.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) setError(undefined)
  }

  useEffect(() => {
    if (module || error) return undefined
    let isHere = true
    loadDialog()
      .catch(() => (open ? loadDialog() : undefined))
      .then(
        (loaded) => setLoaded(!!loaded),
        () => isHere && fail.current(createUnavailable()),
      )
    return () => {
      isHere = false
    }
  }, [module, error, open, fail])

  if (module) return module.renderDialog(dialog)
  if (!error) return null
  return (
    <LauncherNotice
      words={words}
      error={error}
      actions={[
        // A browser may answer a second import() from its cache of the failed one. Then only a reload of the page helps.
        failures > 1
          ? [words.reload, () => location.reload()]
          : [
              words.retry,
              () => {
                setError(undefined)
                setOpen(true)
              },
            ],
        [
          words.newTab,
          () =>
            void openTab(wire, words.loading, view.onError).then((refusal) =>
              setError(refusal ?? createUnavailable()),
            ),
        ],
      ]}
    />
  )
}

/** Says beside a launcher why its portal did not open, with buttons for what to do. Renders a `<span>`. */
export function LauncherNotice({ words, error, actions }: LauncherNoticeProps): ReactNode {
  return (
    <span lang={words.locale} data-seam-portal="blocked" role="status">
      {words.errors[PORTAL_ERRORS[error.code].message][0]}{' '}
      <span>
        {actions.map(([label, onPress], at) => (
          <Fragment key={at}>
            {at > 0 && ' · '}
            <button
              type="button"
              data-seam-portal="link"
              // The notice follows a press, so the user continues at its first button.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={!at}
              onClick={({ currentTarget }) => onPress(currentTarget)}
            >
              {label}
            </button>
          </Fragment>
        ))}
      </span>
    </span>
  )
}

function createUnavailable(): PortalError {
  return new PortalError('dialog_unavailable', 'Its code could not be fetched. Reload the page.')
}

/** The chunk comes once, and `setLoaded` renders it. */
function subscribe(): () => void {
  return () => {}
}

/** The props of a notice beside a launcher. */
interface LauncherNoticeProps {
  words: ButtonWords
  /** Why the portal did not open. */
  error: PortalError
  /** The buttons. The first one gets the focus. */
  actions: readonly (readonly [label: string, onPress: (button: HTMLElement) => void])[]
}
