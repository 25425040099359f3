'use client'

import { useRef, useState } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import { usePortalContext } from '../../hooks/PortalContext'
import type { PortalCloseReason } from '../../hooks/PortalConfig'
import { prefetchLink } from '../../hooks/prefetchLink'
import { requestOf } from '../../hooks/requestOf'
import { useControllableOpen } from '../../hooks/useControllableOpen'
import { fetchWords } from '../WordsContext'
import type { DialogContextValue, DialogStage } from './DialogContext'
import type { DialogRootProps } from './DialogRoot'

/** How a dialog opens, what is made ready of it, and what its frame is told. */
export type DialogOptions = Omit<DialogRootProps, keyof CreatePortalInput | 'presentation' | 'children'>

/** Holds one dialog: whether it is open, what is ready of it, and what its parts share. */
export function useDialog(
  wire: CreatePortalInput,
  { open: wanted, defaultOpen, onOpenChange, warm = 'session', ...view }: DialogOptions,
  presentation: 'dialog' | 'drawer' = 'dialog',
): DialogContextValue {
  const { session, options } = usePortalContext()
  const [open, setOpen] = useControllableOpen({ open: wanted, defaultOpen, onOpenChange })
  const [stage, setStage] = useState<DialogStage>(open ? 'opened' : 'absent')
  const [warmFor, setWarmFor] = useState<string>()
  const trigger = useRef<HTMLElement>(null)
  const reason = useRef<PortalCloseReason>('host')
  // Once on the page it stays there, closed: reopening finds the same frame.
  if (open && stage !== 'opened' && stage !== 'kept') setStage('opened')
  if (!open && stage === 'opened') setStage('kept')
  // A frame made ahead for something else is of no use. Asked only then: five hundred idle buttons draw often.
  const request = () => requestOf(true, options, wire)
  if (stage === 'warm' && warmFor !== JSON.stringify(request())) setStage('absent')
  // Taken for this user, whether or not they press: a page that keeps it may show it to the next.
  const { initialPortal } = view
  if (initialPortal && stage === 'absent') session.linkQuery(request(), initialPortal)

  return {
    open,
    setOpen(next, by, from) {
      reason.current = next ? 'host' : by
      if (from) trigger.current = from
      setOpen(next, by)
    },
    reason,
    presentation,
    wire,
    view,
    trigger,
    stage,
    setStage,
    handleIntent() {
      void fetchWords(wire.locale)
      if (warm === 'off' || stage !== 'absent') return
      // A link made on the server is read, and not asked for.
      if (initialPortal) session.fetchLink(request()).catch(() => {})
      else if (!prefetchLink(session, request())) return
      if (warm !== 'frame') return
      setWarmFor(JSON.stringify(request()))
      setStage('warm')
    },
  }
}
