import { describe, expect, it, vi } from 'vitest'
import { enUS as words } from '../../src/components/words/enUS'
import { createPortalClient, PortalDialog, PortalError, PortalFrame, usePortal } from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  expectFrame,
  face,
  frames,
  linkOf,
  renderWith,
  settle,
  until,
  untilFace,
} from './onScreen'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Stops the page's clocks, so that the test moves them. */
const holdClocks = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })

/** A laptop sleeps: the wall clock goes on, timers and the monotonic clock stand still. */
function sleep(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}

const wake = {
  visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
  pageshow: () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  focus: () => window.dispatchEvent(new Event('focus')),
  online: () => window.dispatchEvent(new Event('online')),
}

/** A portal in a dialog that the test opens and closes. */
const dialog = (open: boolean) => (
  <PortalDialog.Root open={open}>
    <PortalDialog.Popup />
  </PortalDialog.Root>
)

/** One portal, loaded, with a link that works for an hour. */
async function loaded(ui = <PortalFrame />) {
  holdClocks()
  const vendor = createVendor()
  const { asked, client } = createQuestions()
  const rendered = renderWith(ui, { client, portalOrigins: [vendor.origin] })
  await until(() => expect(asked).toHaveLength(1))
  asked[0]?.answer(linkOf(vendor, HOUR))
  await untilFace({ status: 'loaded' })
  return { ...rendered, vendor, asked, before: frames()[0] }
}

describe('a portal that is seen when its link ends', () => {
  for (const [event, awake] of Object.entries(wake)) {
    it(`expired: says so after a sleep (${event}), keeps the frame, and reloads when told to`, async () => {
      const { vendor, asked, before, events } = await loaded()

      sleep(HOUR - 1000)
      awake()
      await settle()
      expect(face().status).toBe('loaded')

      sleep(2000)
      awake()
      await untilFace({ status: 'expired', code: null })
      expect(document.querySelector('[data-kind=expired]')?.textContent).toContain(words.errors.expired[0])
      expectFrame(before)
      await settle()
      expect(asked).toHaveLength(1)
      expect(events.map(({ type }) => type)).toEqual(['create', 'load', 'expire'])

      button('Reload').click()
      await until(() => expect(asked).toHaveLength(2))
      expectFrame(before)
      asked[1]?.answer(linkOf(vendor, HOUR))
      await untilFace({ status: 'loaded' })
      expect(frames()).toHaveLength(1)
      expect(frames()[0]).not.toBe(before)
    })
  }

  it('says so by its timer when nobody slept', async () => {
    const { before } = await loaded()

    await vi.advanceTimersByTimeAsync(HOUR - 1)
    expect(face().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(2)

    await untilFace({ status: 'expired' })
    expectFrame(before)
  })

  it('keeps the ended frame when its renewal fails, and says why', async () => {
    const { asked } = await loaded()
    sleep(HOUR)
    wake.focus()
    await untilFace({ status: 'expired' })

    button('Reload').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail({ name: 'AbortError' })

    await untilFace({ status: 'failed', code: 'aborted' })
    expect(button('Retry')).toBeVisible()
  })

  it('waits for links that outlive the longest timer a browser has', async () => {
    holdClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, 60 * DAY))
    await untilFace({ status: 'loaded' })

    await vi.advanceTimersByTimeAsync(59 * DAY)
    expect(face().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(2 * DAY)
    await untilFace({ status: 'expired' })
  })
})

describe('a portal that nobody sees when its link ends', () => {
  it('is renewed in silence behind a closed dialog', async () => {
    const { rerender, vendor, asked, before } = await loaded(dialog(true))
    rerender(dialog(false))

    sleep(HOUR)
    wake.visibilitychange()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor, HOUR))
    await until(() => expect(frames()[0]).not.toBe(before))
    await untilFace({ status: 'loaded' })

    expect(frames()).toHaveLength(1)
    const renewed = frames()[0]
    rerender(dialog(true))
    await settle()
    expectFrame(renewed)
    expect(asked).toHaveLength(2)
  })

  it('is asked for once more when its renewal failed behind a closed dialog, and it opens', async () => {
    const { rerender, vendor, asked, events } = await loaded(dialog(true))
    rerender(dialog(false))
    sleep(HOUR)
    wake.visibilitychange()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail({ name: 'AbortError' })
    await untilFace({ status: 'failed' })

    rerender(dialog(true))
    await until(() => expect(asked).toHaveLength(3))
    await settle()
    expect(asked).toHaveLength(3)
    expect(events.filter(({ type }) => type === 'renew').length).toBeLessThanOrEqual(2)
    asked[2]?.answer(linkOf(vendor, HOUR))
    await untilFace({ status: 'loaded' })
    expect(asked).toHaveLength(3)
  })

  it('begins anew when the part comes back after its link has ended', async () => {
    const { rerender, vendor, asked, events } = await loaded()
    rerender(null)
    sleep(HOUR)

    rerender(<PortalFrame />)
    await until(() => expect(asked).toHaveLength(2))
    await settle()
    expect(asked).toHaveLength(2)
    expect(events.filter(({ type }) => type === 'renew').length).toBeLessThanOrEqual(1)
    asked[1]?.answer(linkOf(vendor, HOUR))
    await untilFace({ status: 'loaded' })
    await settle()
    expect(asked).toHaveLength(2)
    expect(frames()).toHaveLength(1)
  })

  it('asks nobody when its user has been signed out', async () => {
    const { rerender, asked } = await loaded(dialog(true))
    const away = (
      <>
        {dialog(false)}
        <PortalFrame locale="de-DE" />
      </>
    )
    rerender(away)
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail(
      Object.assign(new Error('401'), { name: 'PortalError', code: 'unauthorized', status: 401 }),
    )
    await until(() => expect(document.querySelector('[data-code=unauthorized]')).not.toBeNull())

    sleep(HOUR)
    wake.focus()
    await settle()

    expect(asked).toHaveLength(2)
  })
})

describe('a clock that is wrong', () => {
  for (const skew of [DAY, -DAY]) {
    it(`changes nothing: ${skew > 0 ? 'a day ahead' : 'a day behind'}`, async () => {
      const now = Date.now()
      holdClocks()
      vi.setSystemTime(now + skew)
      const vendor = createVendor()
      const { asked, client } = createQuestions()
      renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })
      await until(() => expect(asked).toHaveLength(1))
      asked[0]?.answer(linkOf(vendor, HOUR, now))
      await untilFace({ status: 'loaded' })

      await vi.advanceTimersByTimeAsync(HOUR - 1000)
      expect(face().status).toBe('loaded')
      await vi.advanceTimersByTimeAsync(2000)
      await untilFace({ status: 'expired' })
      expect(asked).toHaveLength(1)
    })
  }

  it('counts from the Date of the answer, also when a host’s client copies the link', async () => {
    holdClocks()
    const vendor = createVendor()
    const link = linkOf(vendor, HOUR)
    const date = new Date(Date.now() + HOUR / 2).toUTCString()
    const backend = createPortalClient({ fetch: async () => Response.json(link, { headers: { date } }) })
    renderWith(<PortalFrame />, {
      client: { createPortal: async (body) => ({ ...(await backend.createPortal(body)) }) },
      portalOrigins: [vendor.origin],
    })
    await untilFace({ status: 'loaded' })

    await vi.advanceTimersByTimeAsync(HOUR / 2 - 2000)
    expect(face().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(4000)
    await untilFace({ status: 'expired' })
  })

  it('is not believed when it is set back while a portal is open', async () => {
    await loaded()

    vi.setSystemTime(Date.now() - DAY)
    await vi.advanceTimersByTimeAsync(HOUR + 1000)

    await untilFace({ status: 'expired' })
  })
})

describe('usePortal', () => {
  it('renews its link a minute before it ends, however the time went by', async () => {
    holdClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const urls: (string | undefined)[] = []
    function Host() {
      urls.push(usePortal().data?.url)
      return null
    }
    renderWith(<Host />, { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    const links = [linkOf(vendor, HOUR), linkOf(vendor, 2 * HOUR)]
    asked[0]?.answer(links[0])
    await until(() => expect(urls.at(-1)).toBe(links[0]?.url))

    sleep(HOUR - 59_000)
    wake.focus()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(links[1])
    await until(() => expect(urls.at(-1)).toBe(links[1]?.url))
  })

  it('tries a renewal that has failed again, neither at once nor never', async () => {
    holdClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const urls: (string | undefined)[] = []
    function Host() {
      urls.push(usePortal().data?.url)
      return null
    }
    renderWith(<Host />, { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, HOUR))
    await until(() => expect(urls.at(-1)).toBeDefined())

    sleep(HOUR - 20_000)
    wake.focus()
    for (const tries of [2, 3, 4]) {
      await until(() => expect(asked).toHaveLength(tries))
      asked[tries - 1]?.fail(new PortalError('vendor_error'))
      await settle()
      wake.focus()
      await settle()
      expect(asked).toHaveLength(tries)
      // Twice half of what is left, and then, after the link's end, no more often than at first.
      await vi.advanceTimersByTimeAsync(15_000)
    }
    await until(() => expect(asked).toHaveLength(5))
    const last = linkOf(vendor, 2 * HOUR)
    asked[4]?.answer(last)
    await until(() => expect(urls.at(-1)).toBe(last.url))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(5)
  })
})

describe('debug', () => {
  it('prints each step of the state machine, and no address', async () => {
    const debug = vi.spyOn(console, 'debug').mockImplementation(() => {})
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame />, { client, debug: true })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilFace({ status: 'loaded' })

    await until(() => expect(debug).toHaveBeenCalledTimes(3))
    expect(debug.mock.calls.flat()).toEqual([
      'react-seam-portal: idle → creating (enable)',
      'react-seam-portal: creating → loading (link)',
      'react-seam-portal: loading → loaded (frame_load)',
    ])
  })
})
