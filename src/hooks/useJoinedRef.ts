'use client'

import { type Ref, type RefCallback, useMemo } from 'react'

/** One ref for two owners of an element: a part, and the host. */
export function useJoinedRef<Node>(one: Ref<Node>, other: Ref<Node>): RefCallback<Node> {
  return useMemo(() => {
    const setters = [createSetter(one), createSetter(other)]
    return (node) => {
      for (const set of setters) set(node)
    }
  }, [one, other])
}

/** Gives the element to one ref, and null when it goes. */
function createSetter<Node>(ref: Ref<Node>): (node: Node | null) => void {
  let cleanup: ReturnType<RefCallback<Node>>
  return (node) => {
    if (typeof ref === 'function') {
      // In React 19 a callback ref may return a cleanup, which is then called in place of a call with null.
      if (cleanup) cleanup = void cleanup()
      else cleanup = ref(node)
    } else if (ref) ref.current = node
  }
}
