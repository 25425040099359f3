'use client'

import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { useFocusFallback } from '../hooks/useFocusFallback'
import { useBrowserLayoutEffect } from '../hooks/useLatest'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import type { PortalStatusDetails } from './FrameView'
import { Glyph } from './Glyph'
import type { Words } from './words/Words'

// Loaded after the error state is on screen. If it cannot be loaded, the error state omits it.
const FailureDetails = lazy(() =>
  import('./FailureDetails').then(
    ({ FailureDetails }) => ({ default: FailureDetails }),
    () => ({ default: () => null }),
  ),
)

/** The props of an error state. */
export interface ErrorStateProps extends PortalStatusDetails {
  error: PortalError
  words: Words
  /** A sentence to show instead of the error's body. */
  notice: string | undefined
  /** Whether a new attempt is in flight. */
  renewing: boolean
}

/** Shows why there is no portal, and what the user can do. Renders a `<div>`. */
export function ErrorState({
  error,
  words,
  notice,
  renewing,
  status,
  retry,
  openInTab,
}: ErrorStateProps): ReactNode {
  const { message } = PORTAL_ERRORS[error.code]
  const [title, body] = words.errors[message]
  const seconds = useCountdown(error)
  // A retry cannot help when a policy of the page blocks the frame, so the new tab is the main button.
  const isBlocked = message === 'blocked'
  return (
    <div data-seam-portal="failed" ref={useFocusFallback()} data-code={error.code}>
      <div data-seam-portal="badge">
        <Glyph name={message} />
      </div>
      <h3 data-seam-portal="heading">{title}</h3>
      <p data-seam-portal="body">{notice ?? fillTime(body, seconds, words)}</p>
      {/* Only the host can sign a user in, so a button could not help. */}
      {status !== 'idle' && (
        <>
          <div data-seam-portal="actions">
            <button
              type="button"
              data-seam-portal="button"
              data-variant={isBlocked ? 'outline' : undefined}
              aria-busy={renewing}
              aria-disabled={seconds > 0}
              onClick={renewing || seconds ? undefined : retry}
            >
              {message === 'expired' ? words.reload : words.retry}
            </button>
            <button
              type="button"
              data-seam-portal="button"
              data-variant={isBlocked ? undefined : 'outline'}
              onClick={openInTab}
            >
              {words.newTab}
            </button>
          </div>
          <Suspense>
            <FailureDetails error={error} words={words} />
          </Suspense>
        </>
      )}
    </div>
  )
}

/** Replaces `{time}` in a sentence with the wait: "in 20 seconds", or "now" when it is over. */
export function fillTime(sentence: string, seconds: number, { locale }: Words): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return sentence.replace('{time}', format.format(seconds, 'second'))
}

/** Counts down the seconds until a retry can succeed, from at most 60. */
function useCountdown(error: PortalError): number {
  const [left, setLeft] = useState(0)
  // The component stays mounted from one error to the next, so that its button keeps the focus.
  useBrowserLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function wait(seconds: number): void {
      setLeft(seconds)
      if (seconds) timer = setTimeout(wait, 1000, seconds - 1)
    }
    // Only this error state tells the user to wait.
    wait(error.code === 'rate_limited' ? Math.min(60, Math.ceil(error.retryAfter ?? 0)) : 0)
    return () => clearTimeout(timer)
  }, [error])
  return left
}
