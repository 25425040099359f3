'use client'

import { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { usePortalContext } from './PortalContext'

/**
 * The QueryClient of the query hooks: private to the provider, and emptied when a session ends. It is one for all
 * sessions, since TanStack's hooks keep the client they began with.
 */
export function useQueries(): QueryClient {
  const { session, queries } = usePortalContext()
  const client = (queries.client ??= createQueryClient())
  useEffect(() => session.join({ end: () => client.clear() }), [session, client])
  return client
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A query that waits for a connection is paused, and a persister writes paused work down.
        networkMode: 'always',
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The session's links do both.
        retry: false,
        gcTime: 0,
      },
      mutations: { networkMode: 'always', gcTime: 0 },
    },
  })
}
