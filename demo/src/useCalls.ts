import { useEffect, useState } from 'react'
import type { Call } from '../data/Account'

/** The last calls that were made, the newest first, as they happen. */
export function useCalls(): readonly Call[] {
  const [calls, setCalls] = useState<readonly Call[]>([])
  useEffect(() => {
    const source = new EventSource('/api/calls')
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const call = JSON.parse(data) as Call
      // A stream that was taken up again begins with what we have.
      setCalls((before) => [call, ...before.filter(({ id }) => id !== call.id)].slice(0, 60))
    })
    return () => source.close()
  }, [])
  return calls
}
