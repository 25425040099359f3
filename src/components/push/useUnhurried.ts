'use client'

import { useEffect, useState } from 'react'
import { useLatest } from '../../hooks/useLatest'

/** A value that changes at most once a second, and at once when `key` does: a line that flickers cannot be read. */
export function useUnhurried<Value>(value: Value, key: string): Value {
  const [shown, setShown] = useState({ value, key })
  const latest = useLatest({ value, key })
  if (shown.key !== key) setShown({ value, key })
  const isBehind = shown.key === key && shown.value !== value
  useEffect(() => {
    // Not started again by the next value: one that changes all the time would never be shown.
    const timer = isBehind ? setTimeout(() => setShown(latest.current), 1000) : undefined
    return () => clearTimeout(timer)
  }, [isBehind, latest])
  return shown.key === key ? shown.value : value
}
