'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import { watchExpiry } from '../frames/watchExpiry'
import type { InitialPortal } from '../portal/createLinkEntry'
import { requestOf } from '../portal/requestOf'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { useQueries } from './useQueries'

/** The wire options of a portal, and how its link is made. */
export type UsePortalOptions = CreatePortalInput & {
  /** Whether to make the link. @default true */
  enabled?: boolean | undefined
  /**
   * A link made on the server, or a promise of one. It replaces the first request. It serves one request of one user,
   * so never cache such a page for several users.
   */
  initialPortal?: InitialPortal
}

/** Milliseconds before its end at which a link is renewed. A link of under two minutes is renewed at half its life. */
const LEAD = 60_000

/** Milliseconds to wait at least before a failed renewal is retried. */
const RETRY_DELAY = 15_000

/**
 * Makes a portal link, and renews it before it ends. All parts with the same request share the link.
 * Returns TanStack's query result. `data` is the link; its `url` is a secret.
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
  // Numbers, not the request: developer tools show query keys, and a request can hold a guest's e-mail address.
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
      staleTime: () => (entry.isFresh() ? Infinity : 0),
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
    const pause = error && errorUpdatedAt ? RETRY_DELAY : 0
    return watchExpiry(
      () => Math.max(record.remaining() - lead, since + pause - performance.now()),
      () => void refetch({ cancelRefetch: false }),
    )
    // A failed renewal keeps the link, and starts a new wait.
  }, [isOn, entry, data, error, errorUpdatedAt, refetch])
  return result
}
