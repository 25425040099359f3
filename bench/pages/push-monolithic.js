import { PushDataRequest } from '../../src/schemas/index.ts'
import { makeRows } from '../pushRows.mjs'
import { watchTasks } from './watchTasks.js'

/** Pushes records as one body: checked whole, written whole, sent whole. */
window.push = (count) => {
  const reservations = makeRows(count)
  return watchTasks(async () => {
    const { success } = PushDataRequest.safeParse({ customer_key: 'hotel_1', reservations })
    if (!success) throw new Error('The data of the bench is not valid.')
    const response = await fetch('/api/sink/customers/push_data', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customer_key: 'hotel_1', reservations }),
    })
    await response.json()
    return { pushed: count, failed: 0, remaining: 0 }
  })
}
