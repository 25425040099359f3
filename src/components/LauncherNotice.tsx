'use client'

import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { Words } from './words/Words'

/** What a notice beside a launcher says, and what the user can do. */
export interface LauncherNoticeProps {
  words: Words
  sentence: string
  /** The first one gets the focus. */
  actions: readonly (readonly [label: string, onPress: (button: HTMLElement) => void])[]
}

/** A sentence beside a launcher whose portal did not open, and the ways out as links. Renders a `<span>`. */
export function LauncherNotice({ words, sentence, actions }: LauncherNoticeProps): ReactNode {
  const first: RefObject<HTMLButtonElement | null> = useRef(null)
  // It comes from a press, and its button is where to go on. Later the user may be elsewhere, and the words may change.
  useEffect(() => first.current?.focus(), [])
  return (
    <span lang={words.locale} data-seam-portal="blocked" role="status">
      {sentence}{' '}
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
