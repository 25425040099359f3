import { vi } from 'vitest'

/** Counts what a page still has: listeners of its window and document, timers, and connected observers. */
export function watchPage(): { left: () => { listeners: string[]; timers: number; observers: number } } {
  const listeners = new Map<string, string>()
  const names = new WeakMap<object, number>()
  let serial = 0
  const nameOf = (value: object) => {
    if (!names.has(value)) names.set(value, (serial += 1))
    return names.get(value)
  }
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target)
    const remove = target.removeEventListener.bind(target)
    const keyOf = (type: string, listener: object, options: unknown) =>
      [
        nameOf(target),
        type,
        nameOf(listener),
        (options as { capture?: boolean } | undefined)?.capture ?? options === true,
      ].join()
    vi.spyOn(target, 'addEventListener').mockImplementation(
      (
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: AddEventListenerOptions | boolean,
      ) => {
        const key = keyOf(type, listener, options)
        listeners.set(key, type)
        const { signal, once } = typeof options === 'object' ? options : {}
        signal?.addEventListener('abort', () => listeners.delete(key))
        if (once) add(type, () => listeners.delete(key), { once })
        add(type, listener, options)
      },
    )
    vi.spyOn(target, 'removeEventListener').mockImplementation(
      (
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: EventListenerOptions | boolean,
      ) => {
        listeners.delete(keyOf(type, listener, options))
        remove(type, listener, options)
      },
    )
  }

  const timers = new Set<number>()
  const start = window.setTimeout.bind(window)
  const stop = window.clearTimeout.bind(window)
  vi.spyOn(window, 'setTimeout').mockImplementation(((
    run: (...args: unknown[]) => void,
    ms?: number,
    ...args: unknown[]
  ) => {
    const id = start(() => {
      timers.delete(id)
      run(...args)
    }, ms)
    timers.add(id)
    return id
  }) as never)
  vi.spyOn(window, 'clearTimeout').mockImplementation((id) => {
    timers.delete(Number(id))
    stop(id)
  })

  const observing = new Set<object>()
  for (const name of [
    'MutationObserver',
    'ResizeObserver',
    'IntersectionObserver',
    'PerformanceObserver',
    'ReportingObserver',
  ]) {
    const { prototype } = (window as never)[name] as {
      prototype: { observe: () => void; disconnect: () => void }
    }
    const { observe, disconnect } = prototype
    vi.spyOn(prototype, 'observe').mockImplementation(function (this: object, ...args: unknown[]) {
      observing.add(this)
      return Reflect.apply(observe, this, args)
    })
    vi.spyOn(prototype, 'disconnect').mockImplementation(function (this: object) {
      observing.delete(this)
      disconnect.call(this as never)
    })
  }
  return {
    left: () => ({
      listeners: [...listeners.values()].toSorted(),
      timers: timers.size,
      observers: observing.size,
    }),
  }
}
