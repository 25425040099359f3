'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { CreatePortalInput } from '../../client/createPortalClient'
import { keepWarm } from '../../hooks/keepWarm'
import { usePortalContext } from '../../hooks/PortalContext'
import type { PortalCloseReason } from '../../hooks/PortalConfig'
import { prefetchLink } from '../../hooks/prefetchLink'
import { requestOf } from '../../hooks/requestOf'
import { type OpenProps, useControllableOpen } from '../../hooks/useControllableOpen'
import type { PortalViewProps } from '../FrameView'
import { splitPortalProps } from '../splitPortalProps'
import { useWords } from '../WordsContext'
import { DialogContext, type DialogStage } from './DialogContext'

/** How much is made ready when a button is about to be pressed. */
export type PortalWarmth = 'off' | 'session' | 'frame'

/** The vendor's props, what the frame is told, and how the dialog opens. */
export type DialogRootProps = CreatePortalInput &
  PortalViewProps &
  OpenProps & {
    /** A dialog in the middle, or a panel at the side. @default 'dialog' */
    presentation?: 'dialog' | 'drawer' | undefined
    /** What to make ready on a sign of intent: nothing, the link, or the whole frame. @default 'session' */
    warm?: PortalWarmth | undefined
    children?: ReactNode
  }

/** Holds whether a portal's dialog is open, and what it shows. Renders nothing of its own. */
export function DialogRoot(props: DialogRootProps): ReactNode {
  const [wire, rest] = splitPortalProps(props)
  const {
    open: wanted,
    defaultOpen,
    onOpenChange,
    presentation = 'dialog',
    warm = 'session',
    children,
    ...view
  } = rest
  const { session, options } = usePortalContext()
  const [open, setOpen] = useControllableOpen({ open: wanted, defaultOpen, onOpenChange })
  const [stage, setStage] = useState<DialogStage>(open ? 'opened' : 'absent')
  const request = requestOf(true, options, wire)
  const asked = JSON.stringify(request)
  const [warmFor, setWarmFor] = useState<string>()
  const titleId = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const reason = useRef<PortalCloseReason>('host')
  // Once on the page it stays there, closed: reopening finds the same frame.
  if (open && stage !== 'opened' && stage !== 'kept') setStage('opened')
  if (!open && stage === 'opened') setStage('kept')
  // A frame made ahead for something else is of no use.
  if (stage === 'warm' && warmFor !== asked) setStage('absent')
  useEffect(
    () =>
      stage === 'warm' ? keepWarm(() => setStage((now) => (now === 'warm' ? 'absent' : now))) : undefined,
    [stage],
  )

  const value = {
    open,
    setOpen(next: boolean, by: PortalCloseReason) {
      reason.current = next ? 'host' : by
      setOpen(next, by)
    },
    reason,
    presentation,
    wire,
    view,
    words: useWords(wire.locale),
    titleId,
    trigger,
    stage,
    handleIntent() {
      if (warm === 'off' || stage !== 'absent') return
      const { initialPortal } = view
      if (initialPortal) {
        // A link made on the server is read, and not asked for.
        session.linkQuery(request, initialPortal)
        session.fetchLink(request).catch(() => {})
      } else if (!prefetchLink(session, request)) return
      if (warm !== 'frame') return
      setWarmFor(asked)
      setStage('warm')
    },
  }
  return <DialogContext.Provider value={value}>{children}</DialogContext.Provider>
}
