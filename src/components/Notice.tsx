'use client'

import type { ReactNode } from 'react'
import { Glyph } from './Glyph'
import { useFocusFallback } from './useFocusFallback'
import type { Words } from './words/Words'

/** The props of a notice. */
export interface NoticeProps {
  kind: 'slow' | 'expired'
  sentence: string | undefined
  words: Words
  /** Whether a new link is in flight. */
  renewing: boolean
  onPress: () => void
}

/** Says at the edge of a frame that it loads slowly, or that its session has ended. Renders a `<div>`. */
export function Notice({ kind, sentence, words, renewing, onPress }: NoticeProps): ReactNode {
  const ended = kind === 'expired'
  return (
    <div data-seam-portal="notice" data-kind={kind} ref={useFocusFallback()}>
      {ended && <Glyph name={kind} />}
      <span>
        {sentence}
        {ended && '.'}
      </span>
      <button
        type="button"
        data-seam-portal="button"
        aria-busy={renewing}
        data-variant={ended ? undefined : 'text'}
        onClick={onPress}
      >
        {ended ? words.reload : words.newTab}
      </button>
    </div>
  )
}
