import { type RefObject, useEffect, useInsertionEffect, useLayoutEffect, useRef } from 'react'

/** Returns a ref to the value of the last render, for callbacks and timers that run after their own render. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  // React runs insertion effects first, so every other effect reads the new value. React 18 does not warn about them.
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}

/** A layout effect in the browser. On a server, React 18 warns about layout effects, so there it is an effect. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
