import { type ReactNode, useState } from 'react'
import type { AppliedPortal } from './usePlayground'

interface ReloadChipProps {
  applied: AppliedPortal
  isWaiting: boolean
  /** How many fields are not usable. */
  problems: number
  /** How many requests the backend has received. */
  calls: number
}

/** Says what the last change did: a new link with a new frame, or nothing of the kind. It counts the requests. */
export function ReloadChip({ applied, isWaiting, problems, calls }: ReloadChipProps): ReactNode {
  const [last, setLast] = useState({ applied, calls: 0, effect: '' })
  if (last.applied !== applied) setLast({ applied, calls, effect: effectOf(last.applied, applied) })
  const { effect } = last
  // Whether there was a new link is known by the requests: an option that is taken back may find its link again.
  const word = effect === RELOAD && calls > last.calls ? NEW_LINK : effect
  return (
    <>
      <p className="pg-chip" role="status" data-effect={effect === RELOAD ? 'reload' : undefined}>
        {problems > 0 ? (
          `Waiting for ${problems === 1 ? 'a field' : `${problems} fields`}`
        ) : isWaiting ? (
          // A screen reader hears only what the change did.
          <span aria-hidden="true">Waiting for the last change</span>
        ) : (
          word || 'Ready'
        )}
      </p>
      <p className="pg-calls">
        {calls} {calls === 1 ? 'request' : 'requests'}
      </p>
    </>
  )
}

const RELOAD = 'Frame reloads'
const NEW_LINK = 'New link, frame reloads'

function effectOf(before: AppliedPortal, after: AppliedPortal): string {
  const isMoved = before.presentation !== after.presentation
  const isOther =
    before.backend !== after.backend || JSON.stringify(before.input) !== JSON.stringify(after.input)
  if (after.presentation === 'inline') return isOther || isMoved ? RELOAD : 'No reload'
  return isOther ? 'New link at the next opening' : 'No reload'
}
