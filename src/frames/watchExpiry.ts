/** The longest wait of a browser's timer, in milliseconds. A longer one fires at once. */
const MAX_TIMEOUT = 2 ** 31 - 1

/** Events after which a timer may be late: the end of sleep, of a background tab, of the page cache or of offline. */
const WAKE_EVENTS = ['visibilitychange', 'pageshow', 'focus', 'online']

/**
 * Calls back once when no time remains. Timers stop in sleep and in hidden tabs, so it checks the remaining time again
 * after each of WAKE_EVENTS. The returned function stops the watch.
 */
export function watchExpiry(remaining: () => number, onExpire: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    clearTimeout(timer)
    for (const event of WAKE_EVENTS) window.removeEventListener(event, check, true)
  }
  function check() {
    clearTimeout(timer)
    const left = remaining()
    if (left > 0) timer = setTimeout(check, Math.min(Math.ceil(left), MAX_TIMEOUT))
    else {
      stop()
      onExpire()
    }
  }
  // Capture: the browser fires visibilitychange at the document, and capture reaches the window first.
  for (const event of WAKE_EVENTS) window.addEventListener(event, check, true)
  check()
  return stop
}
