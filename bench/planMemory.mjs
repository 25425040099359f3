// node planMemory.mjs ENTRY COUNT: plans records that are made as they are read, and prints the most memory that this took.
import { makeRow } from './pushRows.mjs'

const [, , entry, count] = process.argv
const { planPush } = await import(entry)

function* rows() {
  for (let at = 0; at < Number(count); at += 1) yield makeRow(at)
}

// What Node and the engine need by themselves. Sampled: the system's own maximum begins with that of the parent.
const before = process.memoryUsage.rss()
let most = before
let records = 0
let chunks = 0
const began = performance.now()
for await (const chunk of planPush({ customer_key: 'hotel_1', reservations: rows() })) {
  records += chunk.records
  chunks += 1
  most = Math.max(most, process.memoryUsage.rss())
}
const took = performance.now() - began
console.log(JSON.stringify({ records, chunks, took, megabytes: (most - before) / 2 ** 20 }))
