import { QueryClient } from '@tanstack/react-query'

/** A QueryClient for portal links alone: nothing in it is written down, shared, or refetched unasked. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What waits for a connection is paused work, which a persister writes down.
        networkMode: 'always',
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // No timers for links nobody looks at: they end with their session.
        gcTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', gcTime: 0 },
    },
  })
}
