'use client'

import { type ForwardedRef, type RefObject, useCallback } from 'react'

/** One ref for two who need the element: a part, and the host. */
export function useJoinedRef<Node>(
  own: RefObject<Node | null>,
  host: ForwardedRef<Node>,
): (node: Node | null) => void {
  return useCallback(
    (node) => {
      // React calls this when it attaches the element, where writing refs is the point.
      // oxlint-disable react/immutability
      own.current = node
      if (typeof host === 'function') host(node)
      else if (host) host.current = node
      // oxlint-enable react/immutability
    },
    [own, host],
  )
}
