'use client'

import { type ReactNode, useState } from 'react'
import type { PortalError } from '../client/PortalError'
import { shortReference } from './shortReference'
import type { Words } from './words/Words'

/** The props of the details of a failure. */
export interface FailureDetailsProps {
  error: PortalError
  words: Words
}

/**
 * Shows the reference that support asks for, and a button that copies the details of the failure: codes and times,
 * never an address. Loaded when there is a failure. Renders a `<p>`.
 */
export function FailureDetails({ error, words }: FailureDetailsProps): ReactNode {
  const [copied, setCopied] = useState(false)
  const { code, status, requestId, retryAfter, fields } = error
  const diagnostics = { code, status, requestId, retryAfter, fields: Object.keys(fields ?? {}) }
  const handleClick = () =>
    void navigator.clipboard
      ?.writeText(JSON.stringify({ ...diagnostics, at: new Date().toISOString() }, null, 2))
      .then(
        () => setCopied(true),
        // The browser may deny the copy. The user can still read the reference.
        () => {},
      )
  return (
    <p data-seam-portal="reference">
      {words.reference.replace('{id}', shortReference(requestId ?? code))}{' '}
      <button type="button" data-seam-portal="link" onClick={handleClick}>
        {copied ? words.copied : words.copy}
      </button>
    </p>
  )
}
