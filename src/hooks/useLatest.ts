import { type RefObject, useInsertionEffect, useRef } from 'react'

/** A value as of the last render, for callbacks and timers that outlive the render they were made in. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  // The earliest effect there is, so that no other effect reads the value before; silent on a server, also in React 18.
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
