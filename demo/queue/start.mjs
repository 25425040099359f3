// Starts the queue demo: npm run demo:queue
import { runProgram } from './runProgram.mjs'

await runProgram('demo', ...process.argv.slice(2))
