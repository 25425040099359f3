import type { Arrival } from './Arrival'
import { readBytes } from './readBytes'

/** A request that came as a Request. */
export function webArrival(request: Request): Arrival {
  return {
    request,
    wasRead: request.bodyUsed,
    read: (maxBytes) => readBytes(request.body, maxBytes),
    onGone(listener) {
      const { signal } = request
      if (signal.aborted) listener()
      else signal.addEventListener('abort', listener)
      return () => signal.removeEventListener('abort', listener)
    },
  }
}
