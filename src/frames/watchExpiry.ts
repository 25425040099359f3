/** The longest wait of a browser's timer, in milliseconds. A longer one fires at once. */
const LONGEST = 2 ** 31 - 1

/** After these events more time may have passed than timers saw: sleep, a background tab, the page cache, offline. */
const WAKING = ['visibilitychange', 'pageshow', 'focus', 'online']

/**
 * Calls back once when no time remains. Timers stand still in sleep and in hidden tabs, so it asks for the remaining
 * time again whenever the page wakes. The returned function stops it.
 */
export function watchExpiry(remaining: () => number, onExpire: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    clearTimeout(timer)
    for (const event of WAKING) window.removeEventListener(event, check, true)
  }
  function check() {
    clearTimeout(timer)
    const left = remaining()
    if (left > 0) timer = setTimeout(check, Math.min(Math.ceil(left), LONGEST))
    else {
      stop()
      onExpire()
    }
  }
  // Capture: visibilitychange is sent to the document, and the window hears it on the way there.
  for (const event of WAKING) window.addEventListener(event, check, true)
  check()
  return stop
}
