import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { PushProgress } from '../../src/components/push/index'
import { type PushFailure, usePushData } from '../../src/index'
import { createMemoryLedger, type Ledger } from '../../src/push/index'
import type { Account } from '../data/Account'
import type { Batch } from './Batch'
import { DropZone } from './DropZone'
import { Leftovers, WORKSPACE } from './Leftovers'
import { FindingList } from './FindingList'
import { makeSample, readFile } from './readBatch'

interface ImportPageProps {
  account: Account
  /** Remembers what was imported. */
  ledger: RefObject<Ledger | undefined>
  batch: Batch | undefined
  onBatchChange: (batch: Batch | undefined) => void
}

/** Reservations from a file: what is wrong with them, how far they are, and what was not taken. */
export function ImportPage({ account, ledger, batch, onBatchChange }: ImportPageProps): ReactNode {
  const { start, pause, resume, cancel, progress, result, error, isPushing } = usePushData({ id: 'import' })
  const [reading, setReading] = useState(false)
  const [fault, setFault] = useState<string>()
  const work = useRef<AbortController>(undefined)
  // A file that is still read when the page goes is nobody's.
  useEffect(() => () => work.current?.abort(), [])

  const take = async (read: (signal: AbortSignal) => Promise<Batch>) => {
    work.current?.abort()
    const { signal } = (work.current = new AbortController())
    setReading(true)
    setFault(undefined)
    try {
      const taken = await read(signal)
      if (!signal.aborted) onBatchChange(taken)
    } catch (thrown) {
      if (!signal.aborted) setFault((thrown as Error).message)
    } finally {
      if (!signal.aborted) setReading(false)
    }
  }

  const send = (next: Batch) => {
    onBatchChange({ ...next, isSent: true })
    const memory = (ledger.current ??= createMemoryLedger())
    // A part of a file says nothing about the rest, so it goes without the ledger.
    start(next.data, next.isPart ? {} : { ledger: memory, workspace: WORKSPACE })
  }

  const failed = result?.failed ?? []
  const vanished = result?.ledger.vanished ?? []
  const count = batch?.data.reservations.length ?? 0
  const reservations = `${count.toLocaleString('en-US')} ${count === 1 ? 'reservation' : 'reservations'}`
  const isOffered = batch && !batch.isSent && !isPushing

  return (
    <>
      <header className="page-header">
        <h1>Import</h1>
        <p>Reservations from another system</p>
      </header>
      {!isPushing && (
        <DropZone
          isBusy={reading}
          onFile={(file) => void take((signal) => readFile(file, account, signal))}
          onSample={() => void take((signal) => makeSample(account, signal))}
        />
      )}
      {(fault ?? error) && (
        <p className="import-fault" role="alert">
          {fault ?? error?.message}
        </p>
      )}
      {isOffered && (
        <section className="panel import-batch" aria-label="Before sending">
          <h2>
            {batch.name} · {reservations}
          </h2>
          <FindingList batch={batch} />
          <footer>
            <button type="button" className="button" disabled={count === 0} onClick={() => send(batch)}>
              Import {reservations}
            </button>
          </footer>
        </section>
      )}
      {progress && !isOffered && (
        <PushProgress
          progress={progress}
          heading="Importing reservations"
          failures={failed}
          onPause={pause}
          onResume={resume}
          onCancel={cancel}
          onRetry={
            batch &&
            (() => {
              if (result?.stopped)
                start(batch.data, {
                  ...(ledger.current && { ledger: ledger.current, workspace: WORKSPACE }),
                  checkpoint: result.checkpoint,
                })
              else send(onlyFailed(batch, failed))
            })
          }
        />
      )}
      {batch && !isOffered && !isPushing && vanished.length > 0 && ledger.current && (
        <Leftovers
          isTidy={!!batch.isTidy}
          vanished={vanished}
          ledger={ledger.current}
          onDeleted={() => onBatchChange({ ...batch, isTidy: true })}
        />
      )}
    </>
  )
}

function onlyFailed(batch: Batch, failed: readonly PushFailure[]): Batch {
  const reservations = failed.flatMap(({ index }) => batch.data.reservations[index] ?? [])
  return { ...batch, data: { ...batch.data, reservations }, skipped: [], findings: [], isPart: true }
}
