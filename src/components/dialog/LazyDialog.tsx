'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { PortalError } from '../../client/PortalError'
import { usePortalContext } from '../../hooks/PortalContext'
import { useLatest } from '../../hooks/useLatest'
import { LauncherNotice } from '../LauncherNotice'
import { useOpenTab } from '../../hooks/useOpenTab'
import { useWords } from '../WordsContext'
import type { DialogContextValue } from './DialogContext'
import { type DialogModule, loadDialog, loadedDialog } from './loadDialog'

/**
 * The dialog of a launcher, as soon as its chunk is there. A chunk that cannot be fetched is asked for once more at the
 * click; then a sentence beside the button says so, with two ways out.
 */
export function LazyDialog({ dialog }: { dialog: DialogContextValue }): ReactNode {
  const { open, setOpen, wire, view } = dialog
  const { session } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [module, setModule] = useState<DialogModule | undefined>(loadedDialog)
  const [failures, setFailures] = useState(0)
  const latest = useLatest({ setOpen, onError: view.onError, session })

  useEffect(() => {
    if (module || (failures && !open)) return undefined
    let isHere = true
    loadDialog()
      .catch(() => (open ? loadDialog() : undefined))
      .then(
        (loaded) => isHere && setModule(loaded),
        () => {
          if (!isHere) return
          const { setOpen, onError, session } = latest.current
          const error = new PortalError(
            'dialog_unavailable',
            'The code of the dialog could not be fetched. Reload the page.',
          )
          setFailures((before) => before + 1)
          session.config().onEvent?.({ type: 'error', code: error.code })
          onError?.(error)
          // Nothing opened, and the next click must try again.
          setOpen(false, 'unavailable')
        },
      )
    return () => {
      isHere = false
    }
  }, [module, failures, open, latest])

  if (module) return module.renderDialog(dialog)
  if (!failures || open) return null
  return (
    <LauncherNotice
      words={words}
      sentence={words.errors.unavailable[0]}
      actions={[
        // A browser may answer a second import() from its memory of the failed one; then only a new page helps.
        failures > 1
          ? [words.reload, () => location.reload()]
          : [words.retry, () => setOpen(true, 'trigger')],
        [words.newTab, () => void openTab(wire, words.loading, view.onError)],
      ]}
    />
  )
}
