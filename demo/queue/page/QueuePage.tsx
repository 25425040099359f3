import { type ReactNode, useState } from 'react'
import { PushProgress } from '../../../src/components/push/index'
import { Icon } from '../../src/Icon'
import { ThemeMenu } from '../../src/ThemeMenu'
import { DeadLetterList } from './DeadLetterList'
import { useQueue } from './useQueue'
import { WorkerList } from './WorkerList'

/** A sync of many customers over several workers: its progress, the workers, and what did not arrive. */
export function QueuePage(): ReactNode {
  const state = useQueue()
  const [isPoisoned, setPoisoned] = useState(false)
  const run = state?.run
  const isRunning = run !== undefined && run.progress.state !== 'done'
  return (
    <div className="dashboard">
      <aside className="sidebar">
        <p className="wordmark">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M10 24V13l6-5 6 5v11z" />
          </svg>
          <span>Lodgekeep</span>
        </p>
        <nav className="sections" aria-label="Sections">
          <a href="/" aria-current="page">
            <Icon name="import" />
            Sync
          </a>
        </nav>
      </aside>
      <header className="topbar">
        <nav aria-label="Breadcrumb">
          <ol className="breadcrumb">
            <li>
              <span aria-current="page">Sync</span>
            </li>
          </ol>
        </nav>
        <ThemeMenu />
      </header>
      <main className="content">
        <header className="page-header">
          <h1>Nightly sync</h1>
          {state && <p>At most {state.perSecond} requests a second, over all workers</p>}
        </header>
        <form
          className="sync-start"
          onSubmit={(event) => {
            event.preventDefault()
            void fetch(`/api/runs${isPoisoned ? '?poison' : ''}`, { method: 'POST' })
          }}
        >
          <button type="submit" className="button" disabled={!state || isRunning}>
            {run ? 'Sync again, 25 changes each' : `Sync ${state?.customers ?? 'all'} customers`}
          </button>
          <label>
            <input
              type="checkbox"
              checked={isPoisoned}
              onChange={(event) => setPoisoned(event.currentTarget.checked)}
            />
            With records that the vendor fails on
          </label>
        </form>
        <div className="sync">
          {run ? (
            <PushProgress
              key={run.id}
              progress={run.progress}
              heading="Syncing all customers"
              failures={run.failures}
              locale="en-US"
            />
          ) : (
            <section className="empty">
              <Icon name="import" />
              <h2>No sync yet</h2>
              <p>
                The workers wait for one. Kill a worker while it runs: another one sends what it had in hand.
              </p>
            </section>
          )}
          <WorkerList workers={state?.workers ?? []} />
        </div>
        {run && run.dead.length > 0 && <DeadLetterList letters={run.dead} />}
      </main>
    </div>
  )
}
