import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { ConfirmDelete, PushProgress } from '../../src/components/push/index'
import { createPortalClient, type PushProgressState } from '../../src/index'
import {
  createPushControl,
  type DeleteResult,
  deleteData,
  type Ledger,
  planDelete,
} from '../../src/push/index'
import type { PushResult } from '../../src/push/index'
import { askedOn } from './askedOn'

interface LeftoversProps {
  /** What was imported before and is not in the file any more. */
  vanished: PushResult['ledger']['vanished']
  ledger: Ledger
  /** Whether they were deleted before the page was opened. */
  isTidy: boolean
  /** Told when they are deleted. */
  onDeleted: () => void
}

/** The name of the vendor's workspace in the ledger: the dashboard has only one. */
export const WORKSPACE = 'dashboard'

/** Offers to delete what an import no longer has. Nothing is deleted before the number is typed. */
export function Leftovers({ vanished, ledger, isTidy, onDeleted }: LeftoversProps): ReactNode {
  const plan = useMemo(() => planDelete(vanished), [vanished])
  const [wasTidy] = useState(isTidy)
  const [isAsking, setAsking] = useState(false)
  const [progress, setProgress] = useState<PushProgressState>()
  const [result, setResult] = useState<DeleteResult>()
  const [control] = useState(createPushControl)
  const ending = useRef<AbortController>(undefined)
  const card = useRef<HTMLDivElement>(null)
  const question = useRef<HTMLFormElement>(null)
  // A deletion ends with its page. What is left is offered again after the next import.
  useEffect(() => () => ending.current?.abort(), [])
  const isRunning = !!progress
  useEffect(() => {
    if (isRunning) card.current?.focus()
  }, [isRunning])

  useEffect(() => {
    if (isAsking) question.current?.querySelector('input')?.focus()
  }, [isAsking])

  const run = async () => {
    const { signal } = (ending.current = new AbortController())
    const client = createPortalClient({ endpoint: '/api/seam', headers: askedOn })
    const done = await deleteData(client, plan, {
      ledger,
      workspace: WORKSPACE,
      control,
      signal,
      checkpoint: result?.checkpoint,
      onProgress: (state) => !signal.aborted && setProgress(state),
    })
    setResult(done)
    if (done.remaining === 0 && done.failed.length === 0) onDeleted()
  }

  if (wasTidy) return null
  if (progress) {
    return (
      <PushProgress
        ref={card}
        action="delete"
        heading="Deleting reservations"
        progress={progress}
        failures={result?.failed}
        onPause={control.pause}
        onResume={control.resume}
        onCancel={() => ending.current?.abort()}
        onRetry={() => void run()}
      />
    )
  }
  if (isAsking) {
    return (
      <ConfirmDelete
        ref={question}
        plan={plan}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      />
    )
  }
  const { records } = plan
  return (
    <section className="panel leftovers" aria-label="No longer in the file">
      <p>
        {records === 1 ? '1 reservation was' : `${records.toLocaleString('en-US')} reservations were`}{' '}
        imported before and {records === 1 ? 'is' : 'are'} not in this file.
      </p>
      <button type="button" className="outline" onClick={() => setAsking(true)}>
        Review
      </button>
    </section>
  )
}
