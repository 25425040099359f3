import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useDeleteData } from '../../src/index'

interface CancelDialogProps {
  code: string
  /** Whether the dashboard has cancelled it already. */
  isCancelled: boolean
  /** Cancels the reservation in the dashboard. */
  onCancel: (code: string) => Promise<void>
  onClose: () => void
}

/**
 * Cancels one reservation: first in the dashboard, then its access. In this order the server can refuse to end the
 * access of a stay that is still booked. When the second step fails, it is tried again from here or from the row.
 */
export function CancelDialog({ code, isCancelled, onCancel, onClose }: CancelDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const remove = useDeleteData()
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])

  const cancel = async () => {
    setBusy(true)
    setFault('')
    try {
      if (!isCancelled) await onCancel(code)
      // Its own key and nothing else. With `customer_keys` beside it, everything of the customer would go.
      await remove.mutateAsync({ reservation_keys: [code] })
      dialog.current?.close()
    } catch {
      setFault('The access did not end. Try again in a moment.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <dialog className="cancel-dialog" ref={dialog} onClose={onClose} aria-labelledby={id}>
      <h2 id={id}>{isCancelled ? `End access for ${code}?` : `Cancel ${code}?`}</h2>
      <p>The guest’s access ends at once. Nothing else is deleted.</p>
      {fault && (
        <p className="import-fault" role="alert">
          {fault}
        </p>
      )}
      <footer>
        <button type="button" className="outline" onClick={() => dialog.current?.close()}>
          {isCancelled ? 'Close' : 'Keep reservation'}
        </button>
        <button
          type="button"
          className="button danger"
          aria-busy={isBusy}
          disabled={isBusy}
          onClick={() => void cancel()}
        >
          {isCancelled ? 'End access' : 'Cancel reservation'}
        </button>
      </footer>
    </dialog>
  )
}
