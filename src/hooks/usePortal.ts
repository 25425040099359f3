'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { linkLifetime } from '../client/linkLifetime'
import type { PortalError } from '../client/PortalError'
import { watchExpiry } from '../frames/watchExpiry'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { requestOf } from './requestOf'
import { type PortalLinkOptions, usePortalLink } from './usePortalLink'

/** The wire options of a portal, and whether and from what to make its link. */
export type UsePortalOptions = CreatePortalInput & PortalLinkOptions

/** A link is renewed this long before it stops working, in milliseconds, or at half of a shorter life. */
const LEAD = 60_000

/** A renewal that has failed is tried again after this long at the earliest, in milliseconds. */
const PAUSE = 15_000

/**
 * A live link to a portal: made when first needed, shared by whoever asks for the same, renewed before it expires.
 * Gives TanStack's query result; `data` is the link, and its `url` is a secret.
 *
 * @example
 * const { data, error, isPending } = usePortal({ locale: 'fr-FR' })
 */
export function usePortal({
  enabled,
  initialPortal,
  ...input
}: UsePortalOptions = {}): UseQueryResult<PortalLink, PortalError> {
  const { options } = usePortalContext()
  const { on, result } = usePortalLink(requestOf(undefined, options, input), { enabled, initialPortal })
  const { data, error, errorUpdatedAt, refetch } = result
  useEffect(() => {
    if (!data || !on) return undefined
    const remaining = linkLifetime(data)
    const lead = Math.min(LEAD, remaining() / 2)
    const since = performance.now()
    const pause = error && errorUpdatedAt ? PAUSE : 0
    return watchExpiry(
      () => Math.max(remaining() - lead, since + pause - performance.now()),
      () => void refetch({ cancelRefetch: false }),
    )
    // Anew after each failure, which leaves the link as it is.
  }, [data, error, errorUpdatedAt, on, refetch])
  return result
}
