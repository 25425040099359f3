'use client'

import { QueryClient, useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { PortalError } from '../client/PortalError'
import type { PortalSession } from '../portal/createPortalSession'
import { usePortalContext } from './PortalContext'

// The sessions whose end this file watches.
const watched = new WeakSet<PortalSession>()

/**
 * Returns the QueryClient of the query hooks. It is private to the provider. Its keys start with the id of a session, and
 * the end of that session removes them. All sessions share it, because TanStack's hooks keep the client of their first
 * render.
 */
export function useQueries(): QueryClient {
  const { session, queries } = usePortalContext()
  const client = (queries.client ??= createQueryClient())
  useEffect(() => {
    if (watched.has(session)) return
    watched.add(session)
    // It never leaves the session, because React may unmount every hook before the session ends.
    session.join({ end: () => forget(client, session.id) })
  }, [session, client])
  return client
}

/** TanStack's mutation for the signed-in user. It fails while nobody is signed in. */
export function useSessionMutation<Data, Input>(
  mutate: (input: Input) => Promise<Data>,
): UseMutationResult<Data, PortalError, Input> {
  const { session } = usePortalContext()
  return useMutation(
    {
      // A new session has a new key, so TanStack drops the last user's result.
      mutationKey: [session.id],
      async mutationFn(input) {
        if (!session.isSignedIn) throw new PortalError('unauthorized')
        return mutate(input)
      },
    },
    useQueries(),
  )
}

/** Removes the queries of one session, and nothing else: the next session may have started. */
function forget(client: QueryClient, id: number): void {
  client.removeQueries({ queryKey: [id] })
  const mutations = client.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: [id] })) mutations.remove(mutation)
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Otherwise TanStack pauses a query while offline, and a persister stores paused work.
        networkMode: 'always',
        structuralSharing: false,
        refetchOnWindowFocus: false,
        // The session's links retry and cache.
        retry: false,
        gcTime: 0,
      },
      mutations: { networkMode: 'always', gcTime: 0 },
    },
  })
}
