import type { ReactNode } from 'react'
import type { DemoWorker } from '../server/DemoState'

const STATES = { working: 'Working', starting: 'Starting', killed: 'Killed' }

/** The worker processes, each with a button that ends it at once. */
export function WorkerList({ workers }: { workers: readonly DemoWorker[] }): ReactNode {
  return (
    <section className="panel" aria-labelledby="workers">
      <h2 id="workers">Workers</h2>
      <ul className="rows">
        {workers.map(({ number, pid, chunks, state }) => (
          <li key={number} className="worker">
            <span>
              Worker {number}
              <small className="muted">Process {pid}</small>
            </span>
            <span className="muted worker-count">
              {chunks.toLocaleString('en-US')} {chunks === 1 ? 'request' : 'requests'}
            </span>
            <span className="status" data-tone={state === 'working' ? undefined : 'warning'}>
              {STATES[state]}
            </span>
            <button
              type="button"
              className="outline"
              disabled={state !== 'working'}
              aria-label={`Kill worker ${number}`}
              onClick={() => void fetch(`/api/workers/${number}/kill`, { method: 'POST' })}
            >
              Kill
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
