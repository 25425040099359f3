import { useEffect, useState } from 'react'
import type { DemoState } from '../server/DemoState'

/** The queue as the server sees it, twice a second. Undefined until the first news. */
export function useQueue(): DemoState | undefined {
  const [state, setState] = useState<DemoState>()
  useEffect(() => {
    const source = new EventSource('/api/queue')
    source.addEventListener('message', ({ data }: MessageEvent<string>) =>
      setState(JSON.parse(data) as DemoState),
    )
    return () => source.close()
  }, [])
  return state
}
