import { findPostgres } from './findPostgres'
import { measureRuns } from './measureRuns'
import { startQueueDemo } from './startQueueDemo'
import { readSettings } from './readSettings'
import { runWorker } from './runWorker'
import { sampleSource } from './sampleSource'
import { startProxy } from './startProxy'
import { startVendor } from './startVendor'

const { env } = process

/** What this program can be. The start script is `demo`; the others are its processes. */
const ROLES: Record<string, () => Promise<unknown>> = {
  demo: () => startQueueDemo(import.meta.dirname, process.argv.slice(3), env),

  async measure() {
    const [file = '', ...counts] = process.argv.slice(3)
    await measureRuns(import.meta.dirname, findPostgres(env), file, counts.map(Number))
    process.exit()
  },

  async worker() {
    const { databaseUrl, endpoint, apiKey, ...settings } = readSettings(env)
    const ending = new AbortController()
    process.on('SIGTERM', () => ending.abort())
    // Ctrl-C reaches the whole group. The process that started this one then ends it in order.
    process.on('SIGINT', () => {})
    process.send?.('started')
    await runWorker({
      databaseUrl,
      vendor: { endpoint, apiKey },
      source: sampleSource,
      ...settings,
      onChunk: () => process.send?.('chunk'),
      signal: ending.signal,
    })
    // The channel to the parent would keep the process.
    process.exit()
  },

  async vendor() {
    process.on('SIGINT', () => {})
    const { origin } = await startVendor({
      latency: Number(env.LATENCY ?? 50),
      perSecond: env.VENDOR_PER_SECOND ? Number(env.VENDOR_PER_SECOND) : undefined,
      isForgetful: env.IS_FORGETFUL === 'true',
    })
    process.send?.(origin)
  },

  async proxy() {
    const { databaseUrl, endpoint, apiKey } = readSettings(env)
    const { origin } = await startProxy({
      databaseUrl,
      endpoint,
      apiKey,
      callsPerMinute: Number(env.CALLS_PER_MINUTE ?? 30),
    })
    process.send?.(origin)
  },
}

// A process whose parent has died would run on, and no one would stop it.
process.on('disconnect', () => process.exit())

try {
  await ROLES[process.argv[2] ?? 'demo']?.()
} catch (thrown) {
  process.stderr.write(`${(thrown as Error).message}\n`)
  process.exit(1)
}
