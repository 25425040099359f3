/** Runs in a page before its own code and writes down in `window.recorded` how a portal opens. Times are the page's. */
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
    // Those just after a press count too: a portal must not push the page about.
    for (const { value } of list.getEntries()) recorded.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  new MutationObserver(() => {
    if (!recorded.frames.length && document.querySelector('iframe[src]'))
      recorded.frames.push(performance.now())
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['src'] })
  addEventListener('message', ({ data }) => {
    if (data?.bench === 'ready') recorded.ready ??= performance.now()
  })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      if (recorded.click !== undefined) return
      recorded.click = timeStamp
      requestAnimationFrame(look)
    },
    { capture: true },
  )

  function look() {
    const frame = document.querySelector('iframe[src]')
    if (!frame || !isSeen(frame)) return requestAnimationFrame(look)
    recorded.visible = performance.now()
  }

  /** Topmost in its middle, drawn at all, and not behind a face of ours that says it is still loading. */
  function isSeen(frame) {
    const { left, top, width, height } = frame.getBoundingClientRect()
    const status = frame.closest('[data-status]')?.dataset.status ?? 'loaded'
    return (
      status === 'loaded' &&
      frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight - top - 1)) === frame
    )
  }
}
