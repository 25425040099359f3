/** Runs in a page before its own code, and records in `window.recorded` how a portal opens, on the page's clock. */
export function recordOpening() {
  if (window !== window.top) return
  const recorded = { origin: performance.timeOrigin, commits: [], frames: [], shift: 0 }
  window.recorded = recorded

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE() {},
    onCommitFiberRoot: () => recorded.commits.push(performance.now()),
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
  }
  new PerformanceObserver((list) => {
    // Layout shifts just after a press count too, because a portal must not move the page.
    for (const { value } of list.getEntries()) recorded.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  const watched = {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['src', 'data-status'],
  }
  new MutationObserver(() => {
    if (!recorded.frames.length && document.querySelector('iframe[src]'))
      recorded.frames.push(performance.now())
    // A portal can become ready, and its skeleton disappear, between two animation frames.
    if (recorded.click !== undefined) look()
  }).observe(document, watched)
  addEventListener('message', ({ data }) => {
    if (data?.bench === 'ready') recorded.ready ??= performance.now()
  })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      if (recorded.click !== undefined) return
      recorded.click = timeStamp
      requestAnimationFrame(lookAgain)
    },
    { capture: true },
  )

  function lookAgain() {
    look()
    if (recorded.full === undefined) requestAnimationFrame(lookAgain)
  }

  function look() {
    const frame = document.querySelector('iframe[src]')
    if (!frame || !isUsable(frame)) return
    recorded.usable ??= performance.now()
    if (isDrawnInFull(frame)) recorded.full ??= performance.now()
  }

  /** Whether a pointer reaches the frame, and the library does not show it as loading. */
  function isUsable(frame) {
    const { left, top, width, height } = frame.getBoundingClientRect()
    const status = frame.closest('[data-status]')?.dataset.status ?? 'loaded'
    return (
      status === 'loaded' &&
      frame.checkVisibility({ visibilityProperty: true }) &&
      document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight - top - 1)) === frame
    )
  }

  /** Whether all fades have ended: those of its ancestors, and of elements above it. */
  function isDrawnInFull(frame) {
    for (let element = frame; element; element = element.parentElement) {
      if (getComputedStyle(element).opacity < 0.99) return false
    }
    const cover = frame.closest('[data-status]')?.querySelector('[data-seam-portal="skeleton"]')
    return !cover?.checkVisibility({ visibilityProperty: true }) || getComputedStyle(cover).opacity < 0.01
  }
}
