import type { ServerResponse } from 'node:http'
import type { Call } from '../data/Account'

/** The last calls, and the streams that get the next ones. */
export interface CallLog {
  add: (call: Omit<Call, 'id' | 'at'>) => void
  /** Answers with a stream of server-sent events: first the last calls, then each new one. */
  stream: (res: ServerResponse) => void
}

const KEPT = 60

/** Keeps the last calls for the panel at the bottom of the dashboard. */
export function createCallLog(): CallLog {
  const calls: Call[] = []
  const listeners = new Set<(call: Call) => void>()
  let count = 0
  return {
    add(entry) {
      // The end of a portal's path is part of its address, which is a secret.
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
