'use client'

import { type FocusEvent, type PointerEvent, useRef } from 'react'

/** A pointer that rests this long on a button, in milliseconds, is as likely to press it as not. */
const HOVER = 65

/** The handlers that notice intent, to spread on a button. */
export interface IntentHandlers {
  onPointerEnter: (event: PointerEvent) => void
  onPointerLeave: () => void
  onPointerDown: (event: PointerEvent) => void
  onFocus: (event: FocusEvent) => void
}

/** Notices that a button is about to be pressed. A finger that comes down may be scrolling, so touch is no sign. */
export function useIntent(onIntent: () => void): IntentHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cancel = () => clearTimeout(timer.current)
  // Asked when the time has come, and not in an effect of each of five hundred rows: a button may have left.
  const notice = (button: Element) => {
    if (button.isConnected && !button.matches(':disabled, [aria-disabled=true]')) onIntent()
  }
  return {
    onPointerEnter({ pointerType, currentTarget }) {
      if (pointerType === 'touch') return
      timer.current = setTimeout(() => notice(currentTarget), HOVER)
    },
    onPointerLeave: cancel,
    onPointerDown({ pointerType, currentTarget }) {
      cancel()
      if (pointerType !== 'touch') notice(currentTarget)
    },
    onFocus: ({ currentTarget }) => notice(currentTarget),
  }
}
