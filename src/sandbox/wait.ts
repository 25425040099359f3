/** Waits some milliseconds, or for good, and rejects as soon as the caller aborts. Leaves no timer and no listener. */
export async function wait(signal: AbortSignal, ms?: number): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(end, ms)
    signal.addEventListener('abort', abort)
    function end(): void {
      signal.removeEventListener('abort', abort)
      resolve()
    }
    function abort(): void {
      signal.removeEventListener('abort', abort)
      clearTimeout(timer)
      reject(signal.reason)
    }
  })
}
