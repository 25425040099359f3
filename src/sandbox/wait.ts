/** Waits some milliseconds, or forever. Rejects when the caller aborts, and leaves no timer and no listener behind. */
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
