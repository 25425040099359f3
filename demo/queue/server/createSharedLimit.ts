import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimitDetails, RateLimitVerdict } from '../../../src/server/index'

/** One rate limit for all processes that use the same database. */
export interface SharedLimit {
  /** Resolves when the caller may send one request, or when the signal aborts. Rejects when the table is missing. */
  pass: (signal: AbortSignal) => Promise<void>
  /** Holds every process back: the vendor asked for it. */
  rest: (seconds: number) => Promise<void>
  /** How much longer all processes rest, in milliseconds. */
  restMs: () => Promise<number>
}

const KEY = 'vendor'

/** How long to wait for a database that does not answer, in milliseconds. */
const OUTAGE = 250

/** What PostgreSQL answers for a table that is not there. */
const UNDEFINED_TABLE = '42P01'

/**
 * Spaces requests evenly, over all processes: one in each `1000 / perSecond` milliseconds. A window of a second would
 * let two seconds' requests meet where two windows do. The processes' clocks have to agree, which NTP sees to.
 */
export function createSharedLimit(pool: Pool, { perSecond }: { perSecond: number }): SharedLimit {
  const step = Math.ceil(1000 / perSecond)
  const limiter = limiterOn(pool, 'push', 1, step / 1000)

  async function restMs(): Promise<number> {
    const left = (await limiter.get(KEY))?.msBeforeNext ?? 0
    // Anything up to a step is the way from one request to the next.
    return left > step ? left : 0
  }

  return {
    async pass(signal) {
      while (!signal.aborted) {
        const delay = await limiter.consume(KEY).then(() => 0, delayAfter)
        if (delay === 0) return
        await wait(delay, undefined, { signal }).catch(() => {})
      }
    },
    async rest(seconds) {
      if (seconds * 1000 > (await restMs())) await limiter.block(KEY, seconds)
    },
    restMs,
  }
}

/**
 * Makes the `rateLimit` of `createPortalHandler`, for any number of processes: so many calls of each user in so many
 * seconds. A database that does not answer stops the call, since each call makes a link that lives for days.
 *
 * @example
 * createPortalHandler({ apiKey, authorize, rateLimit: createHandlerLimit(pool, { calls: 30, seconds: 60 }) })
 */
export function createHandlerLimit(
  pool: Pool,
  { calls, seconds }: { calls: number; seconds: number },
): (details: RateLimitDetails) => Promise<RateLimitVerdict> {
  const limiter = limiterOn(pool, 'handler', calls, seconds)
  return async ({ actor, customer_key }) => {
    try {
      // Not the names themselves: a user may be called like a customer, and a key has 255 characters at most.
      const who = actor === undefined ? `c:${customer_key ?? ''}` : `a:${actor}`
      await limiter.consume(createHash('sha256').update(who).digest('base64url'))
      return true
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown
      return { ok: false, retryAfter: Math.ceil(thrown.msBeforeNext / 1000) }
    }
  }
}

/** How long to wait after a refusal, in milliseconds. Throws what no waiting changes. */
function delayAfter(thrown: unknown): number {
  if (thrown instanceof RateLimiterRes) return Math.max(1, thrown.msBeforeNext)
  if ((thrown as { code?: string }).code !== UNDEFINED_TABLE) return OUTAGE
  const message =
    'The table `seam_rate` is missing, so no request can be counted and none is sent. Make it as `MIGRATIONS` does, and start the run again.'
  // `pushData` shows the message of an error that has a type, and does not send again after a status of 500.
  throw Object.assign(new Error(message), { type: 'no_rate_table', status: 500 })
}

function limiterOn(pool: Pool, keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'seam_rate',
    // A migration makes it.
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  })
}
