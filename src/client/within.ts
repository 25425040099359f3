import { PortalError } from './PortalError'

/**
 * Runs a task for a time at most, in milliseconds. The limit, and an abort of `given`, abort the task's signal. They also
 * end the wait, because a function of the host may ignore the signal, or never answer. Rejects with a PortalError then.
 */
export function within<Value>(
  limit: number,
  given: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const release = () => {
      clearTimeout(timer)
      given?.removeEventListener('abort', stop)
    }
    const stop = () => {
      release()
      controller.abort()
      // No answer arrived, though PORTAL_ERRORS has a status for `timeout`.
      reject(new PortalError(given?.aborted ? 'aborted' : 'timeout', undefined, { status: 0 }))
    }
    const timer = setTimeout(stop, limit)
    given?.addEventListener('abort', stop)
    if (given?.aborted) stop()
    else run(controller.signal).then(resolve, reject).finally(release)
  })
}

/** Waits for a time in milliseconds, or until `signal` is aborted. Never rejects. */
export function pause(time: number, signal: AbortSignal): Promise<void> {
  return within(time, signal, () => new Promise<never>(() => {})).catch(() => {})
}
