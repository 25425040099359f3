'use client'

import { useEffect, useRef, useState } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import { usePortalContext } from '../../hooks/PortalContext'
import { prefetchLink } from '../../portal/prefetchLink'
import { requestOf } from '../../portal/requestOf'
import { fetchWords } from '../WordsContext'
import type { DialogContextValue, DialogStage, LastChange } from './DialogContext'
import type { DialogRootProps } from './DialogRoot'
import { prefetchDialog, schedulePrefetch } from './loadDialog'
import type { PortalCloseReason, PortalPresentation } from '../../portal/createPortalSession'

/** How a dialog opens, what is prefetched for it, and what its frame is given. */
export type DialogOptions = Omit<DialogRootProps, keyof CreatePortalInput | 'presentation' | 'children'> & {
  /** Where the portal opens. A launcher of a tab has a dialog too, for when the browser blocks the tab. */
  presentation?: PortalPresentation | undefined
}

/** Holds one dialog: whether it is open, what is ready of it, and what its parts share. */
export function useDialog(
  wire: CreatePortalInput,
  { presentation, open: given, defaultOpen = false, onOpenChange, warm = 'session', ...view }: DialogOptions,
): DialogContextValue {
  const { session, options } = usePortalContext()
  // The host keeps it with `open`, or else this hook.
  const [own, setOwn] = useState(defaultOpen)
  const open = given ?? own
  const [progress, setProgress] = useState<Progress>(open ? 'opened' : 'absent')
  const stage = typeof progress === 'string' ? progress : 'warm'
  const last = useRef<LastChange>({ reason: 'host', trigger: null })
  // Once on the page it stays there, closed: reopening finds the same frame.
  if (open && stage !== 'opened' && stage !== 'kept') setProgress('opened')
  if (!open && stage === 'opened') setProgress('kept')
  // A function: five hundred idle rows render often, and need no request.
  const getRequest = () => requestOf(true, options, wire)
  useEffect(() => {
    schedulePrefetch()
    // Whether or not the user presses: a page that keeps a server-made link must not show it to the next user.
    if (view.initialPortal && session.isSignedIn) session.links.offer(getRequest(), view.initialPortal)
  })
  // A frame prewarmed for another request is of no use.
  if (typeof progress === 'object' && progress.warmFor !== JSON.stringify(getRequest())) setProgress('absent')

  return {
    open,
    setOpen(next, by = 'trigger', from) {
      last.current = { reason: next ? 'host' : by, trigger: from ?? last.current.trigger }
      setOwn(next)
      onOpenChange?.(next, { reason: by })
    },
    last,
    presentation: presentation === 'drawer' ? 'drawer' : 'dialog',
    wire,
    getRequest,
    view,
    stage,
    dropWarm: () => setProgress('absent'),
    handleIntent() {
      void fetchWords(wire.locale)
      prefetchDialog()
      if (warm === 'off' || stage !== 'absent') return
      const request = getRequest()
      if (prefetchLink(session, request) && warm === 'frame')
        setProgress({ warmFor: JSON.stringify(request) })
    },
  }
}

/** The stage of a dialog. A prewarmed one also holds the request of its frame, as JSON. */
type Progress = Exclude<DialogStage, 'warm'> | { warmFor: string }

/** The props that say who controls a dialog: the host, with `open`, or the dialog itself. */
export interface OpenProps {
  /** Whether the dialog is open. With it, the host controls the dialog. */
  open?: boolean | undefined
  /** Whether the dialog is open at first, when the host does not control it. @default false */
  defaultOpen?: boolean | undefined
  /** Called for each request to open or close, with its reason. */
  onOpenChange?: ((open: boolean, details: { reason: PortalCloseReason }) => void) | undefined
}
