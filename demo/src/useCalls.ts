import { useEffect, useState } from 'react'
import type { Call } from '../data/Account'

/** The last calls, the newest first. It updates with every call. */
export function useCalls(): readonly Call[] {
  const [calls, setCalls] = useState<readonly Call[]>([])
  useEffect(() => {
    const source = new EventSource('/api/calls')
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const call = JSON.parse(data) as Call
      // After a reconnection, the stream starts with calls that are here already.
      setCalls((before) => [call, ...before.filter(({ id }) => id !== call.id)].slice(0, 60))
    })
    return () => source.close()
  }, [])
  return calls
}
