import { type RefObject, useInsertionEffect, useRef } from 'react'

/** Returns a ref to the value of the last render, for callbacks and timers that run after their own render. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  // React runs insertion effects first, so every other effect reads the new value. React 18 does not warn about them.
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
