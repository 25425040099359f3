'use client'

import { type Ref, type RefCallback, useMemo } from 'react'

/** Joins two refs of one element: the part's and the host's. */
export function useJoinedRef<Node>(one: Ref<Node>, other: Ref<Node>): RefCallback<Node> {
  return useMemo(() => {
    const setters = [createSetter(one), createSetter(other)]
    return (node) => {
      for (const set of setters) set(node)
    }
  }, [one, other])
}

/** Returns a function that sets one ref to the element, and to null when the element unmounts. */
function createSetter<Node>(ref: Ref<Node>): (node: Node | null) => void {
  let cleanup: ReturnType<RefCallback<Node>>
  return (node) => {
    if (typeof ref === 'function') {
      // In React 19 a callback ref may return a cleanup. React then calls the cleanup instead of the ref with null.
      if (cleanup) cleanup = void cleanup()
      else cleanup = ref(node)
    } else if (ref) ref.current = node
  }
}
