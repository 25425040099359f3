'use client'

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { Glyph } from './Glyph'
import { useFocusFallback } from './useFocusFallback'
import { fillTime } from './words/fillTime'
import type { Words } from './words/Words'

// Loaded after the error state is on screen. If it cannot be loaded, the error state does without.
const FailureDetails = lazy(() =>
  import('./FailureDetails').then(
    ({ FailureDetails }) => ({ default: FailureDetails }),
    () => ({ default: () => null }),
  ),
)

/** What an error state shows. */
export interface ErrorStateProps {
  error: PortalError
  words: Words
  /** A sentence to show in place of what to do. */
  notice: string | undefined
  /** Whether a new attempt is in flight. */
  renewing: boolean
  onRetry: () => void
  onOpenTab: () => void
}

/** Says that there is no portal, why, and what the user can do. Renders a `<div>`. */
export function ErrorState({
  error,
  words,
  notice,
  renewing,
  onRetry,
  onOpenTab,
}: ErrorStateProps): ReactNode {
  const { message } = PORTAL_ERRORS[error.code]
  const [title, body] = words.errors[message]
  const seconds = useCountdown(error)
  // A second try cannot help where the page's policy forbids the frame, so the new tab is the main button there.
  const isBlocked = message === 'blocked'
  return (
    <div data-seam-portal="failed" ref={useFocusFallback()} data-code={error.code}>
      <div data-seam-portal="badge">
        <Glyph name={message} />
      </div>
      <h3 data-seam-portal="heading">{title}</h3>
      <p data-seam-portal="body">{notice ?? fillTime(body, seconds, words)}</p>
      <div data-seam-portal="actions">
        <button
          type="button"
          data-seam-portal="button"
          data-variant={isBlocked ? 'outline' : undefined}
          aria-busy={renewing}
          aria-disabled={seconds > 0}
          onClick={renewing || seconds ? undefined : onRetry}
        >
          {message === 'expired' ? words.reload : words.retry}
        </button>
        <button
          type="button"
          data-seam-portal="button"
          data-variant={isBlocked ? undefined : 'outline'}
          onClick={onOpenTab}
        >
          {words.newTab}
        </button>
      </div>
      <Suspense>
        <FailureDetails error={error} words={words} />
      </Suspense>
    </div>
  )
}

/** Whole seconds until a retry makes sense, at most a minute, counted down on screen. */
function useCountdown(error: PortalError): number {
  const [left, setLeft] = useState(0)
  // The component stays from one error to the next, and so does the focus on its button.
  useBrowserLayoutEffect(() => {
    // Only this error state says that there is a wait.
    setLeft(error.code === 'rate_limited' ? Math.min(60, Math.ceil(error.retryAfter ?? 0)) : 0)
  }, [error])
  useEffect(() => {
    const timer = left ? setTimeout(() => setLeft(left - 1), 1000) : undefined
    return () => clearTimeout(timer)
  }, [left])
  return left
}
