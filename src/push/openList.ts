/** Reads a list step by step, whichever kind it is. A step of an array costs no turn of the event loop. */
export interface OpenList {
  next: () => IteratorResult<unknown> | Promise<IteratorResult<unknown>>
  /** Tells the list that no more is wanted. */
  close: () => Promise<void>
}

/** Opens an array, an iterable or an async iterable. Gives undefined for anything else. */
export function openList(list: unknown): OpenList | undefined {
  if (list === null || typeof list !== 'object') return undefined
  const both = list as Partial<AsyncIterable<unknown> & Iterable<unknown>>
  const iterator = both[Symbol.asyncIterator]?.() ?? both[Symbol.iterator]?.()
  if (!iterator) return undefined
  return {
    next: () => iterator.next(),
    close: async () => {
      await iterator.return?.()
    },
  }
}
