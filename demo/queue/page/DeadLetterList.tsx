import type { ReactNode } from 'react'
import type { DeadLetter } from '../server/readProgress'

/** The chunks that did not arrive, each with its reason. */
export function DeadLetterList({ letters }: { letters: readonly DeadLetter[] }): ReactNode {
  return (
    <section className="panel" aria-labelledby="dead">
      <h2 id="dead">Dead letters</h2>
      <ul className="rows">
        {letters.map(({ id, customer_key, records, reason }) => (
          <li key={id}>
            <span>
              {customer_key ?? 'Unknown customer'}{' '}
              <span className="muted">
                {records.toLocaleString('en-US')} {records === 1 ? 'record' : 'records'}
              </span>
            </span>
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
