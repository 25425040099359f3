'use client'

import { type PointerEvent, useRef } from 'react'

/** Milliseconds that a pointer rests on a button before it counts as intent. */
const HOVER_DELAY = 65

/** Event handlers for a button. They detect intent. */
export interface IntentHandlers {
  onPointerEnter: (event: PointerEvent) => void
  onPointerLeave: () => void
  onPointerDown: (event: PointerEvent) => void
  onFocus: () => void
}

/** Detects that the user is about to press a button. Touch does not count, because a finger may only scroll. */
export function useIntent(onIntent: () => void): IntentHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cancel = () => clearTimeout(timer.current)
  return {
    onPointerEnter(event) {
      const { currentTarget } = event
      // The button may have unmounted. This check costs less than an effect in each of 500 rows.
      if (isIntent(event))
        timer.current = setTimeout(() => currentTarget.isConnected && onIntent(), HOVER_DELAY)
    },
    onPointerLeave: cancel,
    onPointerDown(event) {
      cancel()
      if (isIntent(event)) onIntent()
    },
    onFocus: onIntent,
  }
}

function isIntent({ pointerType, currentTarget }: PointerEvent): boolean {
  return pointerType !== 'touch' && !currentTarget.matches(':disabled')
}
