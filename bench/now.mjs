/** The time in milliseconds on the clock that a page's `performance.timeOrigin` counts from. */
export function now() {
  return performance.timeOrigin + performance.now()
}
