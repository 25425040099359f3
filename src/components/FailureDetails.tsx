'use client'

import { type ReactNode, useState } from 'react'
import type { PortalError } from '../client/PortalError'
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
  const copy = async (paragraph: Element | null) => {
    try {
      await navigator.clipboard.writeText(
        JSON.stringify({ ...diagnostics, at: new Date().toISOString() }, null, 2),
      )
      setCopied(true)
    } catch {
      // The browser denies the copy, or has no clipboard, as on plain http. Select the reference, to copy it by hand.
      if (paragraph) window.getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 1)
    }
  }
  return (
    <p data-seam-portal="reference">
      {words.reference.replace('{id}', shortReference(requestId ?? code))}{' '}
      <button
        type="button"
        data-seam-portal="link"
        onClick={(event) => void copy(event.currentTarget.parentElement)}
      >
        {copied ? words.copied : words.copy}
      </button>
    </p>
  )
}

/**
 * Shortens a request's id so that a person can read it out: to its last eight letters and digits, in two groups. A
 * search for each group finds the id in a log. It takes the last ones, because some ids begin with the time.
 * A shorter id stays unchanged.
 */
export function shortReference(id: string): string {
  const characters = id.replace(/[^a-z0-9]/gi, '')
  return characters.length > 8 && /\d/.test(id)
    ? characters.slice(-8).toUpperCase().replace(/^.{4}/, '$&-')
    : id
}
