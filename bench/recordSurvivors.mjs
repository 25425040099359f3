/**
 * Runs in a page before its own code, and counts what is added and not removed. `window.survivors()` returns what is
 * left: listeners on objects that outlive a component, timers, observers, frames and dialogs.
 */
export function recordSurvivors() {
  if (window !== window.top) return
  const listeners = new Map()
  const timers = new Set()
  const observed = new Map()
  let added = 0

  const { addEventListener, removeEventListener } = EventTarget.prototype
  const keyOf = (type, options) =>
    `${type} ${Boolean(typeof options === 'object' ? options?.capture : options)}`
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window
    addEventListener.call(target, type, callback, options)
    if (!callback) return
    added += 1
    const types = listeners.get(target) ?? new Map()
    listeners.set(target, types)
    const key = keyOf(type, options)
    const callbacks = types.get(key) ?? new Set()
    types.set(key, callbacks.add(callback))
    const drop = () => callbacks.delete(callback)
    if (options?.once) addEventListener.call(target, type, drop, { once: true })
    if (options?.signal) addEventListener.call(options.signal, 'abort', drop, { once: true })
  }
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    const target = this ?? window
    removeEventListener.call(target, type, callback, options)
    listeners.get(target)?.get(keyOf(type, options))?.delete(callback)
  }

  for (const [start, stop, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ]) {
    const [begin, end] = [window[start].bind(window), window[stop].bind(window)]
    window[start] = (callback, ...rest) => {
      const id = begin(
        (...args) => {
          if (!repeats) timers.delete(`${start} ${id}`)
          callback(...args)
        },
        ...rest,
      )
      timers.add(`${start} ${id}`)
      return id
    }
    window[stop] = (id) => {
      timers.delete(`${start} ${id}`)
      end(id)
    }
  }

  for (const name of [
    'ResizeObserver',
    'IntersectionObserver',
    'MutationObserver',
    'PerformanceObserver',
    'ReportingObserver',
  ]) {
    const Observer = window[name]
    if (!Observer) continue
    window[name] = class extends Observer {
      observe(target, ...rest) {
        super.observe(target, ...rest)
        observed.set(this, (observed.get(this) ?? new Set()).add(target ?? name))
      }
      unobserve(target) {
        super.unobserve(target)
        observed.get(this)?.delete(target)
      }
      disconnect() {
        super.disconnect()
        observed.delete(this)
      }
    }
  }

  window.survivors = () => ({
    listeners: [...listeners]
      .filter(([target]) => outlives(target))
      .flatMap(([, types]) => [...types.values()])
      .reduce((sum, { size }) => sum + size, 0),
    timers: timers.size,
    observers: [...observed.values()].filter(({ size }) => size).length,
    frames: document.querySelectorAll('iframe').length,
    dialogs: document.querySelectorAll('dialog').length,
  })
  window.listenersAdded = () => added

  /** Not counted: listeners on elements that are no longer on the page, on signals, and on ports. */
  function outlives(target) {
    if (target instanceof Node) return target.isConnected
    return !(
      target instanceof AbortSignal ||
      target instanceof MessagePort ||
      target instanceof XMLHttpRequest
    )
  }
}
