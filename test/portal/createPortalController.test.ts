import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CreatePortalInput, PortalErrorCode, PortalEvent } from '../../src/index'
import { PortalError } from '../../src/index'
import { createPortalController } from '../../src/portal/createPortalController'
import { createPortalSession } from '../../src/portal/createPortalSession'
import type { PortalController, PortalWish } from '../../src/portal/PortalController'
import { type FakeFrame, fakeFrames } from './fakeFrames'

// Runs in plain Node: the clocks and the frames are fake, and the window is an event target.
const ORIGIN = 'https://partner-ui.seam.vc'
const LOCALES = ['en-US', 'fr-FR'] as const
const CODES: PortalErrorCode[] = [
  'vendor_error',
  'unauthorized',
  'rate_limited',
  'offline',
  'proxy_unreachable',
]
const WAKING = ['visibilitychange', 'pageshow', 'focus', 'online'] as const
/** States in which the user can do nothing. Another event must end them. */
const WAITING = ['creating', 'loading', 'slow']

interface Call {
  locale: string
  signal: AbortSignal
  settled: boolean
  answer: (link: unknown) => void
  fail: (error: Error) => void
}

/** A portal, its session and its backend, with what must hold after every step. */
class Page {
  readonly calls: Call[] = []
  readonly events: PortalEvent[] = []
  readonly fakes = fakeFrames()
  readonly session
  readonly controller: PortalController
  wish: PortalWish = { request: { locale: 'en-US' }, enabled: true, visible: true, name: 'Access' }
  ended = false
  left = false
  #links = 0
  #disconnect: (() => void) | undefined
  /** The loaded frame that the user sees. It must stay until the user or the host wants another. */
  #seen: FakeFrame | undefined

  constructor() {
    const client = {
      createPortal: (input: CreatePortalInput, { signal }: { signal: AbortSignal }) => {
        expect(this.ended, 'a call after the end').toBe(false)
        const locale = String(input.locale)
        const open = this.calls.filter(
          (call) => call.locale === locale && !call.settled && !call.signal.aborted,
        )
        expect(open, 'two calls in flight for one request').toEqual([])
        return new Promise((answer, fail) => {
          this.calls.push({ locale, signal, settled: false, answer, fail })
        })
      },
    }
    this.session = createPortalSession({
      config: () => ({
        client,
        portalOrigins: [ORIGIN],
        probe: false,
        onEvent: (event) => this.events.push(event),
      }),
      isSignedIn: true,
      consumedLinks: new Set(),
    })
    this.session.start()
    this.controller = createPortalController(this.session, this.wish, this.fakes.make)
    this.connect()
  }

  connect(): void {
    this.#disconnect ??= this.controller.connect({ isConnected: true } as Element)
  }

  disconnect(): void {
    this.#disconnect?.()
    this.#disconnect = undefined
    this.#seen = undefined
  }

  want(change: Partial<PortalWish>): void {
    this.wish = { ...this.wish, ...change }
    if (change.request || change.enabled === false || change.visible === false) this.#seen = undefined
    this.controller.setWish(this.wish)
  }

  renew(): void {
    this.#seen = undefined
    this.controller.renew()
  }

  call(at: number): Call | undefined {
    const open = this.calls.filter(({ settled }) => !settled)
    const call = open[at % (open.length || 1)]
    if (call) call.settled = true
    return call
  }

  link(ms: number): object {
    const now = Date.now()
    this.#links += 1
    return {
      url: `${ORIGIN}/p/${this.#links}`,
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + ms).toISOString(),
    }
  }

  leave(): void {
    this.left = true
    this.controller.leave()
  }

  end(): void {
    this.ended = true
    this.#seen = undefined
    this.session.end()
  }

  async check(): Promise<void> {
    // Enough for every chain of promises. To move the fake clock takes a hundred times as long.
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
    const { status, error, renewing } = this.controller.getSnapshot()
    expect(this.controller.getSnapshot(), 'the snapshot is stable').toBe(this.controller.getSnapshot())
    const alive = this.fakes.frames.filter(({ destroyed }) => !destroyed)
    expect(alive.length, 'at most one frame').toBeLessThanOrEqual(1)
    expect(!!error, 'an error stands with failed alone').toBe(status === 'failed')
    if (this.ended) {
      // A part that has unmounted gets no more calls.
      if (!this.left) expect(status).toBe('idle')
      expect(alive).toEqual([])
      return
    }
    if (['loading', 'slow', 'loaded', 'expired'].includes(status)) expect(alive).toHaveLength(1)
    if (['idle', 'creating'].includes(status)) expect(alive).toEqual([])
    // A visible loaded frame is replaced only by the host or the user.
    if (this.#seen) expect(alive[0]).toBe(this.#seen)
    const isSeen = this.#disconnect && this.wish.visible && status === 'loaded' && !renewing
    this.#seen = isSeen ? alive[0] : undefined
    // Every state has a way out: a portal that waits has a call, a retry or a frame.
    if (this.#disconnect && WAITING.includes(status)) {
      const waits = this.session.links.entry(this.wish.request).fetching
      expect(waits || !!alive[0], `${status} waits for something`).toBe(true)
    }
    if (this.#disconnect && renewing) expect(this.session.links.entry(this.wish.request).fetching).toBe(true)
  }
}

/** A window that counts its listeners. Node's own EventTarget also calls listeners that are added during a dispatch. */
class FakeWindow {
  readonly #listeners = new Set<{ type: string; listener: () => void }>()

  get listeners(): readonly string[] {
    return [...this.#listeners].map(({ type }) => type)
  }

  addEventListener(type: string, listener: () => void): void {
    this.#listeners.add({ type, listener })
  }

  removeEventListener(type: string, listener: () => void): void {
    for (const one of this.#listeners) {
      if (one.type === type && one.listener === listener) this.#listeners.delete(one)
    }
  }

  wake(type: string): void {
    for (const one of Array.from(this.#listeners))
      if (one.type === type && this.#listeners.has(one)) one.listener()
  }
}

type Step = (page: Page) => unknown

const steps: fc.Arbitrary<{ name: string; run: Step }>[] = [
  fc.tuple(fc.nat(2), fc.constantFrom(3_600_000, 3_600_000, 40_000, 5_000, -1)).map(([at, ms]) => ({
    name: `answer ${at}: ${ms} ms`,
    run: (page) => page.call(at)?.answer(page.link(ms)),
  })),
  fc.tuple(fc.nat(2), fc.constantFrom(...CODES)).map(([at, code]) => ({
    name: `fail ${at}: ${code}`,
    run: (page) => page.call(at)?.fail(new PortalError(code)),
  })),
  fc.constantFrom('slow' as const, 'loaded' as const).map((status) => ({
    name: `frame ${status}`,
    run: (page) => {
      const frame = page.fakes.frames.at(-1)
      if (frame && !frame.destroyed && frame.status !== 'failed' && frame.status !== 'loaded')
        frame.become(status)
    },
  })),
  fc.constant({
    name: 'violation',
    run: (page: Page) => {
      const frame = page.fakes.frames.at(-1)
      if (frame?.destroyed) return
      // The user cannot work in a blocked frame.
      page.want({ visible: false })
      frame?.become('failed', { code: 'blocked_by_csp', message: 'Add the origin to frame-src.' })
    },
  }),
  fc
    .constantFrom(1_000, 8_000, 30_000, 3_600_000)
    .map((ms) => ({ name: `wait ${ms}`, run: async () => vi.advanceTimersByTimeAsync(ms) })),
  fc
    .constantFrom(5_000, 3_600_000, -86_400_000)
    .map((ms) => ({ name: `clock ${ms}`, run: () => vi.setSystemTime(Date.now() + ms) })),
  fc.constantFrom(...WAKING).map((type) => ({ name: `wake ${type}`, run: () => host.wake(type) })),
  fc
    .constantFrom(...LOCALES)
    .map((locale) => ({ name: `ask ${locale}`, run: (page) => page.want({ request: { locale } }) })),
  fc.boolean().map((visible) => ({ name: `visible ${visible}`, run: (page) => page.want({ visible }) })),
  fc.boolean().map((enabled) => ({ name: `enabled ${enabled}`, run: (page) => page.want({ enabled }) })),
  fc.constant({ name: 'renew', run: (page: Page) => page.renew() }),
  fc.constant({ name: 'hide part', run: (page: Page) => page.disconnect() }),
  fc.constant({ name: 'show part', run: (page: Page) => page.connect() }),
]
const anyStep: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(...steps)

let host: FakeWindow

beforeEach(() => {
  host = new FakeWindow()
  vi.stubGlobal('window', host)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('holds its invariants in two thousand random sequences', { timeout: 120_000 }, async () => {
  const seed = Number(process.env.SEED) || Date.now()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { maxLength: 30, size: 'max' }),
      fc.boolean(),
      async (lives, leaves) => {
        const page = new Page()
        await page.check()
        for (const { run } of lives) {
          await run(page)
          await page.check()
        }

        if (leaves) page.leave()
        page.end()
        await page.check()
        const before = page.events.length
        for (const call of page.calls) call.answer(page.link(3_600_000))
        for (const type of WAKING) host.wake(type)
        await vi.advanceTimersByTimeAsync(3_600_000)
        await page.check()
        expect(page.events.length, 'events after the end').toBe(before)
        expect(vi.getTimerCount(), 'timers after the end').toBe(0)
        expect(host.listeners, 'listeners after the end').toEqual([])
      },
    ),
    { numRuns: 2000, seed, endOnFailure: false },
  )
})
