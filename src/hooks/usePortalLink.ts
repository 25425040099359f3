'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import type { PortalLink } from '../schemas/PortalLink'
import type { InitialPortal } from './PortalSession'
import { usePortalContext } from './PortalContext'

/** What is asked of a link beside its wire options. */
export interface PortalLinkOptions {
  /** Whether to ask for the link at all. @default true */
  enabled?: boolean | undefined
  /**
   * A link made ahead on the server, or the promise of one: used first, and not asked for. It serves one request of
   * one user. Keep such pages private.
   */
  initialPortal?: InitialPortal
}

/** The link of a request as a query, shared by everyone who asks for the same. */
export function usePortalLink(
  request: CreatePortalInput,
  { enabled = true, initialPortal }: PortalLinkOptions,
): { on: boolean; id: number; result: UseQueryResult<PortalLink, PortalError> } {
  const { session } = usePortalContext()
  const on = enabled && !session.idle
  const query = session.linkQuery(request)
  // Before the query asks, and also when it does not: a link that this user does not need is not for the next one.
  useEffect(() => {
    if (initialPortal) session.linkQuery(request, initialPortal)
  })
  const result = useQuery({ ...query, enabled: on }, session.queries)
  useEffect(() => (on ? session.hold(query) : undefined), [session, query, on])
  return { on, id: query.id, result }
}
