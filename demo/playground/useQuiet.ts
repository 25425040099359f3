import { useEffect, useState } from 'react'

/** Follows a value once it has not changed for a while, in milliseconds. `key` says when two values are the same. */
export function useQuiet<Value>(
  value: Value,
  key: string,
  quiet: number,
): { value: Value; isWaiting: boolean } {
  const [settled, setSettled] = useState({ value, key })
  useEffect(() => {
    if (settled.key === key) return undefined
    const timer = setTimeout(() => setSettled({ value, key }), quiet)
    return () => clearTimeout(timer)
    // The key stands for the value, which is a new object at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, settled.key, quiet])
  return { value: settled.value, isWaiting: settled.key !== key }
}
