'use client'

import { type Ref, type RefCallback, useCallback } from 'react'

/** One ref for two who need the element: a part, and the host. */
export function useJoinedRef<Node>(one: Ref<Node>, other: Ref<Node>): RefCallback<Node> {
  return useCallback(
    (node) => {
      const ends = [one, other].map((ref) => setRef(ref, node))
      // React 18 calls again with null, and warns of an end: it gets none but from a host.
      if (!ends.some(Boolean)) return undefined
      return () => [one, other].forEach((ref, index) => (ends[index] ?? setRef)(ref, null))
    },
    [one, other],
  )
}

function setRef<Node>(ref: Ref<Node>, node: Node | null): ReturnType<RefCallback<Node>> {
  if (typeof ref === 'function') return ref(node)
  if (ref) ref.current = node
  return undefined
}
