/** The longest a browser's timer can wait, in milliseconds; longer ones fire at once. */
const LONGEST = 2 ** 31 - 1

/** What tells that time may have gone by unseen: in sleep, in the background, in the page cache, offline. */
const WAKING = ['visibilitychange', 'pageshow', 'focus', 'online']

/**
 * Calls back once when nothing remains, however the time went by: timers stand still in sleep and in hidden tabs, so
 * the time is asked again whenever the page wakes. The returned function stops the watch.
 */
export function watchExpiry(remaining: () => number, onExpire: () => void): () => void {
  const watch = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  function stop() {
    clearTimeout(timer)
    watch.abort()
  }
  function check() {
    clearTimeout(timer)
    const left = remaining()
    if (left > 0) timer = setTimeout(check, Math.min(left, LONGEST))
    else {
      stop()
      onExpire()
    }
  }
  // Captured: visibilitychange is sent to the document, and the window hears it on its way there.
  for (const event of WAKING) window.addEventListener(event, check, { capture: true, signal: watch.signal })
  check()
  return stop
}
