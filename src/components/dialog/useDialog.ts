'use client'

import { useEffect, useRef, useState } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import { usePortalContext } from '../../hooks/PortalContext'
import { prefetchLink } from '../../portal/prefetchLink'
import { requestOf } from '../../portal/requestOf'
import { fetchWords } from '../WordsContext'
import type { DialogContextValue, DialogStage, LastChange } from './DialogContext'
import type { DialogRootProps } from './DialogRoot'
import { loadDialog, prefetchDialog } from './loadDialog'
import type { PortalCloseReason } from '../../portal/createPortalSession'

/** How a dialog opens, what is prefetched for it, and what its frame is given. */
export type DialogOptions = Omit<DialogRootProps, keyof CreatePortalInput | 'presentation' | 'children'>

/** Holds one dialog: whether it is open, what is ready of it, and what its parts share. */
export function useDialog(
  wire: CreatePortalInput,
  { open: wanted, defaultOpen, onOpenChange, warm = 'session', ...view }: DialogOptions,
  presentation: 'dialog' | 'drawer' = 'dialog',
): DialogContextValue {
  const { session, options } = usePortalContext()
  const [open, setOpen] = useControllableOpen({ open: wanted, defaultOpen, onOpenChange })
  const [{ stage, warmFor }, setProgress] = useState(open ? OPENED : ABSENT)
  const last = useRef<LastChange>(NEVER)
  // Once on the page it stays there, closed: reopening finds the same frame.
  if (open && stage !== 'opened' && stage !== 'kept') setProgress(OPENED)
  if (!open && stage === 'opened') setProgress(KEPT)
  // A function: five hundred idle rows render often, and need no request.
  const getRequest = () => requestOf(true, options, wire)
  useEffect(() => {
    prefetchDialog()
    // Whether or not the user presses: a page that keeps a server-made link must not show it to the next user.
    if (view.initialPortal && session.isSignedIn) session.links.offer(getRequest(), view.initialPortal)
  })
  // A frame prewarmed for another request is of no use.
  if (stage === 'warm' && warmFor !== JSON.stringify(getRequest())) setProgress(ABSENT)

  return {
    open,
    setOpen(next, by, from) {
      const { trigger } = last.current
      last.current = { reason: next ? 'host' : by, trigger: from ?? trigger }
      setOpen(next, by)
    },
    last,
    presentation,
    wire,
    getRequest,
    view,
    stage,
    dropWarm: () => setProgress((now) => (now.stage === 'warm' ? ABSENT : now)),
    handleIntent() {
      void fetchWords(wire.locale)
      loadDialog().catch(() => {})
      if (warm === 'off' || stage !== 'absent') return
      const request = getRequest()
      if (!prefetchLink(session, request) || warm !== 'frame') return
      setProgress({ stage: 'warm', warmFor: JSON.stringify(request) })
    },
  }
}

/** How much of a dialog is on the page. */
interface Progress {
  stage: DialogStage
  /** The request of a prewarmed frame, as JSON. */
  warmFor?: string
}

const ABSENT: Progress = { stage: 'absent' }
const OPENED: Progress = { stage: 'opened' }
const KEPT: Progress = { stage: 'kept' }
const NEVER: LastChange = { reason: 'host', trigger: null }

/** The props that say who controls a dialog: the host, with `open`, or the dialog itself. */
export interface OpenProps {
  /** Whether the dialog is open. With it, the host controls the dialog. */
  open?: boolean | undefined
  /** Whether the dialog is open at first, when the host does not control it. @default false */
  defaultOpen?: boolean | undefined
  /** Called for each request to open or close, with its reason. */
  onOpenChange?: ((open: boolean, details: { reason: PortalCloseReason }) => void) | undefined
}

/** Returns whether the dialog is open, and a function that requests a change. The host or this hook keeps the state. */
function useControllableOpen({
  open,
  defaultOpen = false,
  onOpenChange,
}: OpenProps): [open: boolean, setOpen: (open: boolean, reason: PortalCloseReason) => void] {
  const [own, setOwn] = useState(defaultOpen)
  const setOpen = (next: boolean, reason: PortalCloseReason) => {
    setOwn(next)
    onOpenChange?.(next, { reason })
  }
  return [open ?? own, setOpen]
}
