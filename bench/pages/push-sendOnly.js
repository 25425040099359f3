import { makeRows } from '../pushRows.mjs'
import { watchTasks } from './watchTasks.js'

/** The most records in one request, and the most requests in flight: those of `pushData`. */
const [RECORDS, IN_FLIGHT] = [500, 2]

/** Sends the requests that a push makes and does nothing else: nothing is checked, written or fingerprinted. */
window.push = (count) => {
  const rows = makeRows(count)
  const bodies = []
  for (let at = 0; at < count; at += RECORDS)
    bodies.push(JSON.stringify({ customer_key: 'hotel_1', reservations: rows.slice(at, at + RECORDS) }))
  return watchTasks(async () => {
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => sendSome(bodies)))
    return { pushed: count, failed: 0, remaining: 0 }
  })
}

async function sendSome(bodies) {
  for (let body = bodies.pop(); body; body = bodies.pop()) {
    const response = await fetch('/api/sink/customers/push_data', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    await response.json()
  }
}
