'use client'

import { type PointerEvent, useRef } from 'react'

/** A pointer that rests this long on a button, in milliseconds, is as likely to press it as not. */
const HOVER = 65

/** The handlers that notice intent, to spread on a button. */
export interface IntentHandlers {
  onPointerEnter: (event: PointerEvent) => void
  onPointerLeave: () => void
  onPointerDown: (event: PointerEvent) => void
  onFocus: () => void
}

/** Notices that a button is about to be pressed. A finger that comes down may be scrolling, so touch is no sign. */
export function useIntent(onIntent: () => void): IntentHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cancel = () => clearTimeout(timer.current)
  return {
    onPointerEnter(event) {
      const { currentTarget } = event
      // Asked when the time has come, and not in an effect of each of five hundred rows: a button may have left.
      if (isSign(event)) timer.current = setTimeout(() => currentTarget.isConnected && onIntent(), HOVER)
    },
    onPointerLeave: cancel,
    onPointerDown(event) {
      cancel()
      if (isSign(event)) onIntent()
    },
    onFocus: onIntent,
  }
}

function isSign({ pointerType, currentTarget }: PointerEvent): boolean {
  return pointerType !== 'touch' && !currentTarget.matches(':disabled')
}
