import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PortalError, type PortalEvent } from '../../src/index'
import { createPortalController } from '../../src/portal/createPortalController'
import { createPortalSession } from '../../src/portal/createPortalSession'
import { PORTAL_STATES, type PortalStateEvent, type PortalStatus } from '../../src/portal/PORTAL_STATES'
import type { PortalWish } from '../../src/portal/PortalController'
import { type FakeFrame, fakeFrames } from './fakeFrames'

// Each row of the table by what the host, the backend, the frame and the clock do, and by what the user then sees.
const ORIGIN = 'https://partner-ui.seam.vc'
const HOUR = 3_600_000
const SLOT = { isConnected: true } as Element

/** One portal. Its backend answers when the test says so. */
function startPortal() {
  const calls: { locale: unknown; answer: (link: unknown) => void; fail: (error: Error) => void }[] = []
  const events: string[] = []
  const { make, frames } = fakeFrames()
  const session = createPortalSession({
    config: () => ({
      client: {
        createPortal: async ({ locale }) =>
          new Promise((answer, fail) => {
            calls.push({ locale, answer, fail })
          }),
      },
      portalOrigins: [ORIGIN],
      probe: false,
      onEvent: ({ type }: PortalEvent) => events.push(type),
    }),
    isSignedIn: true,
    consumedLinks: new Set(),
  })
  let wish: PortalWish = { request: { locale: 'en-US' }, enabled: false, visible: true, name: 'Access' }
  const controller = createPortalController(session, wish, make)
  let disconnect = controller.connect(SLOT)
  return {
    session,
    calls,
    events,
    frames,
    get status() {
      return controller.getSnapshot().status
    },
    get code() {
      return controller.getSnapshot().error?.code
    },
    get renewing() {
      return controller.getSnapshot().renewing
    },
    /** The frames on the page. */
    get alive() {
      return frames.filter(({ destroyed }) => !destroyed)
    },
    get frame(): FakeFrame {
      const frame = frames.at(-1)
      if (!frame) throw new Error('There is no frame.')
      return frame
    },
    async want(change: Partial<PortalWish>) {
      wish = { ...wish, ...change }
      controller.setWish(wish)
      await settle()
    },
    async renew() {
      controller.renew()
      await settle()
    },
    async answer(ms = HOUR) {
      const now = Date.now()
      calls.at(-1)?.answer({
        url: `${ORIGIN}/p/${calls.length}`,
        created_at: new Date(now).toISOString(),
        expires_at: new Date(now + ms).toISOString(),
      })
      await settle()
    },
    async fail(code: PortalError['code'] = 'vendor_error') {
      calls.at(-1)?.fail(new PortalError(code))
      await settle()
    },
    async block() {
      portalFailed(this.frame)
      await settle()
    },
    async hidePart() {
      disconnect()
      await settle()
    },
    async showPart() {
      disconnect = controller.connect(SLOT)
      await settle()
    },
    leave: controller.leave,
  }
}

type Portal = ReturnType<typeof startPortal>

function portalFailed(frame: FakeFrame): void {
  frame.become('failed', { code: 'blocked_by_csp', message: 'Add the origin to frame-src.' })
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await settle()
}

/** How a portal comes into a state. */
const REACH: Record<PortalStatus, (portal: Portal) => Promise<void>> = {
  idle: async () => {},
  creating: (portal) => portal.want({ enabled: true }),
  async loading(portal) {
    await REACH.creating(portal)
    await portal.answer()
  },
  async slow(portal) {
    await REACH.loading(portal)
    portal.frame.become('slow')
  },
  async loaded(portal) {
    await REACH.loading(portal)
    portal.frame.become('loaded')
  },
  async expired(portal) {
    await REACH.loaded(portal)
    await pass(HOUR)
  },
  async failed(portal) {
    await REACH.loaded(portal)
    await portal.block()
  },
}

/** A portal in a state, and nothing told so far. */
async function portalIn(status: PortalStatus): Promise<Portal> {
  const portal = startPortal()
  await REACH[status](portal)
  expect(portal.status).toBe(status)
  portal.events.length = 0
  return portal
}

/** Ways into an event that have a test of their own. */
const WAYS = { renewed: 'link', renewal_error: 'link_error', show_expired: 'expire_hidden' } as const

type Way = PortalStateEvent | keyof typeof WAYS

/** What is done to a portal, and what must have come of it, in any state that lists the event. */
const EVENTS: Record<Way, (portal: Portal, from: PortalStatus) => Promise<void>> = {
  async enable(portal) {
    await portal.want({ enabled: true })
    expect(portal.status).toBe('creating')
    expect(portal.calls).toHaveLength(1)
  },
  async disable(portal) {
    await portal.want({ enabled: false })
    expect(portal.status).toBe('idle')
    expect(portal.alive).toEqual([])
  },
  async change(portal) {
    const before = portal.calls.length
    await portal.want({ request: { locale: 'fr-FR' } })
    expect(portal.status).toBe('creating')
    expect(portal.alive).toEqual([])
    expect(portal.calls.slice(before).map(({ locale }) => locale)).toEqual(['fr-FR'])
  },
  async link(portal, from) {
    if (from === 'failed') await failWithoutFrame(portal)
    const before = portal.frames.length
    if (from === 'failed') await retryElsewhere(portal)
    await portal.answer()
    expect(portal.status).toBe('loading')
    expect(portal.frames).toHaveLength(before + 1)
    expect(portal.alive).toEqual([portal.frame])
  },
  async link_error(portal, from) {
    if (from === 'failed') {
      await failWithoutFrame(portal)
      await retryElsewhere(portal)
    }
    await portal.fail('forbidden')
    expect(portal.status).toBe('failed')
    expect(portal.code).toBe('forbidden')
  },
  async renew(portal, from) {
    const before = portal.calls.length
    const { code } = portal
    await portal.renew()
    expect(portal.status).toBe(from)
    expect(portal.code).toBe(code)
    // A request that is in flight is shared.
    expect(portal.calls).toHaveLength(from === 'creating' ? before : before + 1)
    expect(portal.renewing).toBe(from !== 'creating')
  },
  async renewed(portal) {
    const before = portal.frame
    await portal.renew()
    await portal.answer()
    expect(portal.status).toBe('loading')
    expect(portal.alive).toEqual([portal.frame])
    expect(portal.frame).not.toBe(before)
  },
  async renewal_error(portal) {
    await portal.renew()
    await portal.fail('forbidden')
    expect(portal.status).toBe('failed')
    expect(portal.code).toBe('forbidden')
  },
  async frame_slow(portal) {
    portal.frame.become('slow')
    expect(portal.status).toBe('slow')
    expect(portal.events).toEqual(['slow'])
  },
  async frame_load(portal) {
    portal.frame.become('loaded')
    expect(portal.status).toBe('loaded')
    expect(portal.events).toEqual(['load'])
  },
  async frame_error(portal) {
    portal.frame.become('failed', { code: 'portal_unreachable', message: 'Nothing answers.' })
    expect(portal.status).toBe('failed')
    expect(portal.code).toBe('portal_unreachable')
    expect(portal.events).toEqual(['error'])
  },
  async expire(portal) {
    const before = portal.frame
    await pass(HOUR)
    expect(portal.status).toBe('expired')
    expect(portal.alive).toEqual([before])
    expect(portal.events).toEqual(['expire'])
    expect(portal.calls).toHaveLength(1)
  },
  async expire_hidden(portal) {
    await portal.want({ visible: false })
    await pass(HOUR)
    expectRestart(portal)
  },
  async show_expired(portal) {
    await portal.hidePart()
    await pass(HOUR)
    await portal.showPart()
    expectRestart(portal)
  },
}

function expectRestart(portal: Portal): void {
  expect(portal.status).toBe('creating')
  expect(portal.alive).toEqual([])
  expect(portal.events).toEqual(['renew'])
  expect(portal.calls).toHaveLength(2)
}

/** A portal that never had a frame. */
async function failWithoutFrame(portal: Portal): Promise<void> {
  await portal.want({ request: { locale: 'fr-FR' } })
  await portal.fail()
  expect(portal.status).toBe('failed')
  expect(portal.alive).toEqual([])
}

/** The user presses Retry on another part with the same request. */
async function retryElsewhere(portal: Portal): Promise<void> {
  portal.session.links.fetch({ locale: 'fr-FR' }, { renew: true }).catch(() => {})
  await settle()
  expect(portal.renewing).toBe(true)
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The rows that must be there, written down apart from the table. */
const ROWS: Record<PortalStatus, string> = {
  idle: 'enable',
  creating: 'disable change link link_error renew',
  loading: 'disable change renewed frame_error expire expire_hidden show_expired renew frame_slow frame_load',
  slow: 'disable change renewed frame_error expire expire_hidden show_expired renew frame_load',
  loaded: 'disable change renewed frame_error expire expire_hidden show_expired renew',
  expired: 'disable change renew renewed renewal_error frame_error',
  failed: 'disable change link link_error renew renewed renewal_error frame_error expire_hidden show_expired',
}

describe('each row of the table', () => {
  it.each(Object.keys(ROWS) as PortalStatus[])('has a test for every event of %s', (status) => {
    const events = ROWS[status].split(' ').map((way) => (way in WAYS ? WAYS[way as keyof typeof WAYS] : way))
    expect(Object.keys(PORTAL_STATES[status]).sort()).toEqual([...new Set(events)].sort())
  })

  for (const [status, events] of Object.entries(ROWS) as [PortalStatus, string][]) {
    for (const event of events.split(' ') as Way[]) {
      it(`${status}: ${event}`, async () => {
        const portal = await portalIn(status)
        await EVENTS[event](portal, status)
      })
    }
  }
})

describe('a request of a portal that fails', () => {
  it('is made again after a 401 only when the user asks', async () => {
    const portal = await portalIn('creating')
    await portal.fail('unauthorized')

    await portal.want({ request: { locale: 'fr-FR' } })
    expect(portal.status).toBe('failed')
    expect(portal.calls).toHaveLength(1)
    await portal.renew()

    expect(portal.calls).toHaveLength(2)
  })

  it('is sent after all when the user asks while it waits, though another request was answered 401', async () => {
    const portal = await portalIn('creating')
    await portal.fail('proxy_unreachable')
    const other = portal.session.links.fetch({ locale: 'de-DE' }).catch(({ code }: PortalError) => code)
    await settle()
    await portal.fail('unauthorized')
    expect(await other).toBe('unauthorized')

    await portal.renew()
    await pass(1000)

    expect(portal.calls.map(({ locale }) => locale)).toEqual(['en-US', 'de-DE', 'en-US'])
    expect(portal.status).toBe('creating')
  })

  it('is aborted when the host wants no portal any more', async () => {
    const portal = await portalIn('creating')
    await portal.want({ enabled: false })
    await portal.answer()

    expect(portal.status).toBe('idle')
    expect(portal.events).toEqual([])
    expect(portal.frames).toEqual([])
  })

  it('waits for the connection again when React shows the part again', async () => {
    const portal = await portalIn('failed')
    await portal.renew()
    await portal.fail('offline')
    expect(portal.code).toBe('offline')
    const before = portal.calls.length

    await portal.hidePart()
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(portal.calls).toHaveLength(before)
    await portal.showPart()
    window.dispatchEvent(new Event('online'))
    await settle()

    expect(portal.calls).toHaveLength(before + 1)
  })
})

describe('a renewal that the user asked for', () => {
  it('is shown when its link came while React hid the part', async () => {
    const portal = await portalIn('expired')
    await portal.renew()
    await portal.hidePart()
    await portal.answer()
    expect(portal.frames).toHaveLength(1)

    await portal.showPart()

    expect(portal.status).toBe('loading')
    expect(portal.alive).toEqual([portal.frames[1]])
  })

  it('begins anew when its link came and ended while React hid the part', async () => {
    const portal = await portalIn('expired')
    await portal.renew()
    await portal.hidePart()
    await portal.answer(40_000)
    await pass(40_000)

    await portal.showPart()

    expect(portal.status).toBe('creating')
    expect(portal.alive).toEqual([])
    expect(portal.calls).toHaveLength(3)
  })

  it('is over when it has failed: a link of another part does not replace the frame', async () => {
    const portal = await portalIn('expired')
    await portal.renew()
    await portal.fail()
    expect(portal.status).toBe('failed')

    portal.session.links.fetch({ locale: 'en-US' }, { renew: true }).catch(() => {})
    await settle()
    await portal.answer()

    expect(portal.status).toBe('failed')
    expect(portal.frames).toHaveLength(1)
  })
})

it.each(['loaded', 'failed'] as const)(
  'makes no new link for a portal that is %s when the connection comes back',
  async (status) => {
    const portal = await portalIn(status)

    window.dispatchEvent(new Event('online'))
    await settle()

    expect(portal.status).toBe(status)
    expect(portal.calls).toHaveLength(1)
  },
)

it('watches no link of a frame that went into the cache', async () => {
  const portal = await portalIn('loaded')
  portal.session.frameCache = { keep: () => true, take: () => undefined, clear() {} }

  portal.leave()

  expect(portal.alive).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})
