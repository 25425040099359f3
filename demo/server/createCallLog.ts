import type { ServerResponse } from 'node:http'
import type { Call } from '../data/Account'

/** The last calls, and whoever wants to hear of the next. */
export interface CallLog {
  add: (call: Omit<Call, 'id' | 'at'>) => void
  /** Answers with a stream of server-sent events: the calls so far, then each as it happens. */
  stream: (res: ServerResponse) => void
}

const KEPT = 60

/** Keeps the last calls for the strip at the dashboard's bottom. */
export function createCallLog(): CallLog {
  const calls: Call[] = []
  const listeners = new Set<(call: Call) => void>()
  let count = 0
  return {
    add(entry) {
      // The end of a portal's path is half of its address, which is a secret.
      const path = entry.path.replace(/^\/portals\/.*/, '/portals/…')
      const call = { ...entry, path, id: ++count, at: Date.now() }
      calls.push(call)
      if (calls.length > KEPT) calls.shift()
      for (const tell of listeners) tell(call)
    },
    stream(res) {
      const tell = (call: Call) => res.write(`id: ${call.id}\ndata: ${JSON.stringify(call)}\n\n`)
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      res.flushHeaders()
      for (const call of calls) tell(call)
      listeners.add(tell)
      res.on('close', () => listeners.delete(tell))
    },
  }
}
