'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import { watchExpiry } from '../frames/watchExpiry'
import type { InitialPortal } from '../portal/LinkEntry'
import { requestOf } from '../portal/requestOf'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { useQueries } from './useQueries'

/** The wire options of a portal, and whether and from what to make its link. */
export type UsePortalOptions = CreatePortalInput & {
  /** Whether to make the link at all. @default true */
  enabled?: boolean | undefined
  /**
   * A link made on the server, or the promise of one, used in place of the first request. It serves one request of one
   * user, so keep such pages private.
   */
  initialPortal?: InitialPortal
}

/** A link is renewed this long before it ends, in milliseconds, or at half of a shorter life. */
const LEAD = 60_000

/** A failed renewal is retried after this long at the earliest, in milliseconds. */
const PAUSE = 15_000

/**
 * A live link to a portal: made when first needed, shared by all parts that ask for the same, renewed before it ends.
 * Gives TanStack's query result; `data` is the link, and its `url` is a secret.
 *
 * @example
 * const { data, error, isPending } = usePortal({ locale: 'fr-FR' })
 */
export function usePortal({
  enabled = true,
  initialPortal,
  ...input
}: UsePortalOptions = {}): UseQueryResult<PortalLink, PortalError> {
  const { session, options } = usePortalContext()
  const queries = useQueries()
  const { links, isSignedIn } = session
  const entry = links.entry(requestOf(undefined, options, input))
  const isOn = enabled && isSignedIn
  // Numbers and not the request: query keys show in tools, and a request can hold a guest's e-mail address.
  const queryKey = [session.id, entry.id]
  useEffect(() => {
    if (isSignedIn) links.offer(requestOf(undefined, options, input), initialPortal)
  })
  const result = useQuery<PortalLink, PortalError>(
    {
      queryKey,
      queryFn: async () => {
        // Another part may have made a newer link since the query began.
        const renew = entry.record?.link === queries.getQueryData(queryKey)
        return (await entry.fetch({ renew, queued: true, held: false })).link
      },
      initialData: () => (entry.isFresh() ? entry.record?.link : undefined),
      staleTime: () => (entry.isFresh() ? Number.POSITIVE_INFINITY : 0),
      enabled: isOn,
    },
    queries,
  )
  const { data, error, errorUpdatedAt, refetch } = result

  useEffect(() => {
    if (!isOn) return undefined
    // Another part may renew the link that they share.
    const key = [session.id, entry.id]
    return entry.subscribe(() => {
      const link = entry.record?.link
      // The same link again would hide the error of its renewal, and look newer than it is.
      if (link && link !== queries.getQueryData(key)) queries.setQueryData(key, link)
    })
  }, [isOn, session, entry, queries])

  useEffect(() => {
    const { record } = entry
    if (!isOn || !data || !record) return undefined
    const lead = Math.min(LEAD, record.remaining() / 2)
    const since = performance.now()
    const pause = error && errorUpdatedAt ? PAUSE : 0
    return watchExpiry(
      () => Math.max(record.remaining() - lead, since + pause - performance.now()),
      () => void refetch({ cancelRefetch: false }),
    )
    // A failure leaves the link as it is, and starts a new wait.
  }, [isOn, entry, data, error, errorUpdatedAt, refetch])
  return result
}
