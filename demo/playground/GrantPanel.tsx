import { type ReactNode, useId } from 'react'
import { maskSecrets } from './code/maskSecrets'
import type { ServerChanges } from './serverChanges'

interface GrantPanelProps {
  grant: string
  problem: string | undefined
  changes: ServerChanges
  onChange: (grant: string) => void
  /** Makes the form's options the grant. */
  onTake: () => void
}

/** What the server grants, while the options are those of a signed-in user. */
export function GrantPanel({ grant, problem, changes, onChange, onTake }: GrantPanelProps): ReactNode {
  const id = useId()
  return (
    <section className="pg-grant" aria-labelledby={id}>
      <h3 id={id}>What the server grants</h3>
      <textarea
        className="pg-input"
        data-mono=""
        rows={8}
        aria-labelledby={id}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem ? true : undefined}
        spellCheck={false}
        value={grant}
        onChange={({ target }) => onChange(maskSecrets(target.value))}
      />
      <p className="pg-problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      <footer>
        <p role="status">
          {[...changes.values()].some(({ isRefused }) => isRefused)
            ? 'The server refuses this request. The fields below say why.'
            : changes.size === 0
              ? 'The server changes nothing.'
              : `The server changes ${changes.size} ${changes.size === 1 ? 'field' : 'fields'} below.`}
        </p>
        <button type="button" className="pg-link" onClick={onTake}>
          Grant what the form says
        </button>
      </footer>
    </section>
  )
}
