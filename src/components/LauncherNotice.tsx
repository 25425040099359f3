'use client'

import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { PortalError } from '../client/PortalError'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import type { ButtonWords } from './words/Words'

/** The props of a notice beside a launcher. */
export interface LauncherNoticeProps {
  words: ButtonWords
  /** Why the portal did not open. */
  error: PortalError
  /** The buttons. The first one gets the focus. */
  actions: readonly (readonly [label: string, onPress: (button: HTMLElement) => void])[]
}

/** Says beside a launcher why its portal did not open, with buttons for what to do. Renders a `<span>`. */
export function LauncherNotice({ words, error, actions }: LauncherNoticeProps): ReactNode {
  const first: RefObject<HTMLButtonElement | null> = useRef(null)
  // The notice follows a press, so the user continues at its first button. Later the focus may be elsewhere.
  useEffect(() => first.current?.focus(), [])
  return (
    <span lang={words.locale} data-seam-portal="blocked" role="status">
      {words.errors[PORTAL_ERRORS[error.code].message][0]}{' '}
      <span>
        {actions.map(([label, onPress], at) => (
          <Fragment key={at}>
            {at > 0 && ' · '}
            <button
              type="button"
              data-seam-portal="link"
              ref={at ? undefined : first}
              onClick={({ currentTarget }) => onPress(currentTarget)}
            >
              {label}
            </button>
          </Fragment>
        ))}
      </span>
    </span>
  )
}
