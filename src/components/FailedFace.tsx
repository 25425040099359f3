'use client'

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { Glyph } from './Glyph'
import { useHeir } from './useHeir'
import { fillTime } from './words/fillTime'
import type { Words } from './words/Words'

// Support can wait; when even this cannot be loaded, the face does without.
const FailureDetails = lazy(() =>
  import('./FailureDetails').then(
    ({ FailureDetails }) => ({ default: FailureDetails }),
    () => ({ default: () => null }),
  ),
)

/** What the face of a failure shows. */
export interface FailedFaceProps {
  error: PortalError
  words: Words
  /** What is to be said in place of what to do. */
  notice: string | undefined
  /** A new attempt is under way. */
  renewing: boolean
  onRetry: () => void
  onOpenTab: () => void
}

/** Says that there is no portal, why, and what can be done. Renders a `<div>`. */
export function FailedFace({
  error,
  words,
  notice,
  renewing,
  onRetry,
  onOpenTab,
}: FailedFaceProps): ReactNode {
  const { message } = PORTAL_ERRORS[error.code]
  const [title, body] = words.errors[message]
  const seconds = useCountdown(error)
  // What the page's policy forbids, no second try will allow.
  const [first, second] = message === 'blocked' ? ['outline', undefined] : [undefined, 'outline']
  return (
    <div data-seam-portal="failed" ref={useHeir()} data-code={error.code}>
      <div data-seam-portal="badge">
        <Glyph name={message} />
      </div>
      <h3 data-seam-portal="heading">{title}</h3>
      <p data-seam-portal="body">{notice ?? fillTime(body, seconds, words)}</p>
      <div data-seam-portal="actions">
        <button
          type="button"
          data-seam-portal="button"
          data-variant={first}
          aria-busy={renewing}
          aria-disabled={seconds > 0}
          onClick={renewing || seconds ? undefined : onRetry}
        >
          {message === 'expired' ? words.reload : words.retry}
        </button>
        <button type="button" data-seam-portal="button" data-variant={second} onClick={onOpenTab}>
          {words.newTab}
        </button>
      </div>
      <Suspense>
        <FailureDetails error={error} words={words} />
      </Suspense>
    </div>
  )
}

/** Whole seconds until another attempt makes sense, at most a minute, counted down on screen. */
function useCountdown(error: PortalError): number {
  const [left, setLeft] = useState(0)
  // The face stays from one error to the next, and so does the focus on its button.
  useBrowserLayoutEffect(() => {
    // Only this face says that there is a wait.
    setLeft(error.code === 'rate_limited' ? Math.min(60, Math.ceil(error.retryAfter ?? 0)) : 0)
  }, [error])
  useEffect(() => {
    const timer = left ? setTimeout(() => setLeft(left - 1), 1000) : undefined
    return () => clearTimeout(timer)
  }, [left])
  return left
}
