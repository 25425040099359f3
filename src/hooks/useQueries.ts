'use client'

import { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PortalSession } from '../portal/createPortalSession'
import { usePortalContext } from './PortalContext'

// The sessions whose end is waited for.
const watched = new WeakSet<PortalSession>()

/**
 * The QueryClient of the query hooks: private to the provider. What a session asked for is removed when it ends: keys
 * begin with its id. The client is one for all sessions, since TanStack's hooks keep the client they began with.
 */
export function useQueries(): QueryClient {
  const { session, queries } = usePortalContext()
  const client = (queries.client ??= createQueryClient())
  useEffect(() => {
    if (watched.has(session)) return
    watched.add(session)
    // It never leaves: React may unmount every hook before the session ends.
    session.join({ end: () => forget(client, session.id) })
  }, [session, client])
  return client
}

/** Removes what one session asked for, and nothing else: the next session may have begun. */
function forget(client: QueryClient, id: number): void {
  client.removeQueries({ queryKey: [id] })
  const mutations = client.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: [id] })) mutations.remove(mutation)
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
