// Measures a sync over several workers, for docs/scale.md: node demo/queue/measure.mjs [customers] [workers …]
// By default 25 customers have a million records, and the runs are over 1, 2 and 4 workers. It keeps the results in measured.json. A run of one number of workers leaves those of others. Then run scale.mjs.
import { join } from 'node:path'
import { runProgram } from './runProgram.mjs'

await runProgram('measure', join(import.meta.dirname, 'measured.json'), ...process.argv.slice(2))
