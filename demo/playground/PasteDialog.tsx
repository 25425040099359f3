import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { maskSecrets } from './code/maskSecrets'
import type { Pasted } from './code/Pasted'
import { parsePaste } from './code/parsePaste'
import { DifferenceList } from './DifferenceList'
import { Sentence } from './Sentence'

interface PasteDialogProps {
  onApply: (pasted: Pasted) => void
  onClose: () => void
}

/** A box for code from elsewhere. It says what it understands before the form takes it. Secrets are masked at once. */
export function PasteDialog({ onApply, onClose }: PasteDialogProps): ReactNode {
  const [text, setText] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const read = useMemo(() => (text.trim() ? parsePaste(text) : undefined), [text])
  const isUsable = read !== undefined && read.problem === undefined

  return (
    <dialog className="pg-dialog" aria-labelledby={id} ref={dialog} onClose={onClose}>
      <form method="dialog" onSubmit={() => isUsable && onApply(read)}>
        <h2 id={id}>Paste code</h2>
        <p>
          A cURL of the vendor’s console, our JSX, a grant, or a JSON body. Keys and tokens are masked as you
          paste, and the text is not stored.
        </p>
        <textarea
          className="pg-input"
          data-mono=""
          rows={9}
          aria-label="Code"
          aria-describedby={`${id}-problem`}
          aria-invalid={read?.problem ? true : undefined}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          onChange={({ target }) => setText(maskSecrets(target.value))}
        />
        <div role="status">
          {read?.problem && (
            <p className="pg-problem" id={`${id}-problem`}>
              <Sentence text={`${read.problem} The form stays as it is.`} />
            </p>
          )}
          {isUsable && <p>{summaryOf(read)}</p>}
        </div>
        {isUsable && <DifferenceList differences={read.differences} />}
        <footer>
          <button type="button" className="pg-button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="pg-button" data-strong="" disabled={!isUsable}>
            Use it
          </button>
        </footer>
      </form>
    </dialog>
  )
}

const EXAMPLE = `curl -X POST 'https://connect.getseam.com/customers/create_portal' \\
  -H 'Authorization: Bearer …' \\
  -d '{ "features": { "connect": { "exclude": true } } }'`

function summaryOf({ differences }: Pasted): string {
  const count = (kind: string) => differences.filter((one) => one.kind === kind).length
  return `${count('kept')} kept, ${count('translated')} translated, ${count('dropped')} dropped`
}
