import { createPortalClient } from '../../src/client/index.ts'
import { checkInSlices, pushData } from '../../src/push/index.ts'
import { makeData, makeRows } from '../pushRows.mjs'
import { watchTasks } from './watchTasks.js'

const client = createPortalClient({ endpoint: '/api/sink' })

/** Pushes records; gives the time, the longest tasks, and what became of them. */
window.push = (count) => {
  const reservations = makeRows(count)
  return watchTasks(async () => {
    const { pushed, failed, remaining } = await pushData(client, { customer_key: 'hotel_1', reservations })
    return { pushed, failed: failed.length, remaining }
  })
}

/** Looks for findings in records of which one in a hundred has one, in slices. */
window.check = (count) => {
  const data = makeData(count)
  for (let at = 0; at < count; at += 100) data.reservations[at].guest_key = 'nobody'
  return watchTasks(async () => ({ findings: (await checkInSlices(data)).length }))
}
