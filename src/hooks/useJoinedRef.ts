'use client'

import { type Ref, type RefCallback, useMemo } from 'react'

/** One ref for two who need the element: a part, and the host. */
export function useJoinedRef<Node>(one: Ref<Node>, other: Ref<Node>): RefCallback<Node> {
  return useMemo(() => {
    const ends: (ReturnType<RefCallback<Node>> | undefined)[] = []
    return (node) =>
      [one, other].forEach((ref, index) => {
        // A ref that gave a function for its end is not told null in its place.
        if (typeof ref === 'function') ends[index] = ends[index] ? void ends[index]() : ref(node)
        else if (ref) ref.current = node
      })
  }, [one, other])
}
