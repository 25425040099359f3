'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { Glyph } from './Glyph'
import type { Words } from './words/Words'

/** What the face of a failure shows. */
export interface FailedFaceProps {
  error: PortalError
  words: Words
  /** A new attempt is under way. */
  renewing: boolean
  onRetry: () => void
  onOpenTab: () => void
}

const ICONS = {
  offline: 'cloudOff',
  unavailable: 'cloudOff',
  unauthorized: 'lock',
  forbidden: 'lock',
  rate_limited: 'clock',
  expired: 'clock',
  blocked: 'window',
  popup_blocked: 'window',
} as const

/** Says that there is no portal, why, and what can be done. Renders a `<div>`. */
export function FailedFace({ error, words, renewing, onRetry, onOpenTab }: FailedFaceProps): ReactNode {
  const { message } = PORTAL_ERRORS[error.code]
  const [title, body] = words.errors[message]
  const seconds = useCountdown(error)
  const root = useRef<HTMLDivElement>(null)
  useBrowserLayoutEffect(() => {
    const face = root.current
    return () => {
      // The face goes and takes the focused button with it: the portal that comes in its place inherits the focus.
      if (face?.contains(document.activeElement)) face.parentElement?.focus()
    }
  }, [])
  return (
    <div data-seam-portal="failed" data-code={error.code} ref={root}>
      <div data-seam-portal="badge">
        <Glyph name={ICONS[message]} />
      </div>
      <h3 data-seam-portal="heading">{title}</h3>
      <p data-seam-portal="body">{body.replace('{seconds}', String(seconds))}</p>
      <div data-seam-portal="actions">
        <button
          type="button"
          data-seam-portal="button"
          aria-busy={renewing}
          aria-disabled={renewing || seconds > 0}
          onClick={() => {
            if (!renewing && !seconds) onRetry()
          }}
        >
          {message === 'expired' ? words.reload : words.retry}
        </button>
        <button type="button" data-seam-portal="button" data-variant="outline" onClick={onOpenTab}>
          {words.newTab}
        </button>
      </div>
      {error.requestId && <Reference words={words} id={error.requestId} />}
    </div>
  )
}

function Reference({ words, id }: { words: Words; id: string }): ReactNode {
  const [copied, setCopied] = useState(false)
  return (
    <p data-seam-portal="reference">
      {words.reference.replace('{id}', id)}{' '}
      <button
        type="button"
        data-seam-portal="link"
        onClick={() => void navigator.clipboard?.writeText(id).then(() => setCopied(true))}
      >
        {copied ? words.copied : words.copy}
      </button>
    </p>
  )
}

/** Whole seconds until another attempt makes sense, counted down on screen. */
function useCountdown({ retryAfter = 0 }: PortalError): number {
  const [left, setLeft] = useState(Math.ceil(retryAfter))
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
