import { describe, expect, it, vi } from 'vitest'
import { enUS as words } from '../../src/components/words/enUS'
import { createPortalClient, PortalDialog, PortalError, PortalFrame, usePortal } from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  expectFrame,
  portalState,
  frames,
  linkOf,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Replaces the page's clocks with clocks that the test moves. */
const replaceClocks = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })

/** A laptop sleeps: the wall clock runs on, while timers and the monotonic clock stop. */
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
  replaceClocks()
  const vendor = createVendor()
  const { asked, client } = createQuestions()
  const rendered = renderWith(ui, { client, portalOrigins: [vendor.origin] })
  await until(() => expect(asked).toHaveLength(1))
  asked[0]?.answer(linkOf(vendor, HOUR))
  await untilPortalState({ status: 'loaded' })
  return { ...rendered, vendor, asked, before: frames()[0] }
}

describe('a visible portal whose link ends', () => {
  for (const [event, awake] of Object.entries(wake)) {
    it(`expired: shows a notice after a sleep (${event}), keeps the frame, and Reload renews it`, async () => {
      const { vendor, asked, before, events } = await loaded()

      sleep(HOUR - 1000)
      awake()
      await settle()
      expect(portalState().status).toBe('loaded')

      sleep(2000)
      awake()
      await untilPortalState({ status: 'expired', code: null })
      expect(document.querySelector('[data-kind=expired]')?.textContent).toContain(words.errors.expired[0])
      expectFrame(before)
      await settle()
      expect(asked).toHaveLength(1)
      expect(events.map(({ type }) => type)).toEqual(['create', 'load', 'expire'])

      button('Reload').click()
      await until(() => expect(asked).toHaveLength(2))
      expectFrame(before)
      asked[1]?.answer(linkOf(vendor, HOUR))
      await untilPortalState({ status: 'loaded' })
      expect(frames()).toHaveLength(1)
      expect(frames()[0]).not.toBe(before)
    })
  }

  it('expires by its timer when the laptop did not sleep', async () => {
    const { before } = await loaded()

    await vi.advanceTimersByTimeAsync(HOUR - 1)
    expect(portalState().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(2)

    await untilPortalState({ status: 'expired' })
    expectFrame(before)
  })

  it('shows an error state when the renewal fails', async () => {
    const { asked } = await loaded()
    sleep(HOUR)
    wake.focus()
    await untilPortalState({ status: 'expired' })

    button('Reload').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail({ name: 'AbortError' })

    await untilPortalState({ status: 'failed', code: 'aborted' })
    expect(button('Retry')).toBeVisible()
  })

  it('watches a link that lasts longer than a browser’s longest timer', async () => {
    replaceClocks()
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, 60 * DAY))
    await untilPortalState({ status: 'loaded' })

    await vi.advanceTimersByTimeAsync(59 * DAY)
    expect(portalState().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(2 * DAY)
    await untilPortalState({ status: 'expired' })
  })
})

describe('a hidden portal whose link ends', () => {
  it('is renewed behind a closed dialog without asking the user', async () => {
    const { rerender, vendor, asked, before } = await loaded(dialog(true))
    rerender(dialog(false))

    sleep(HOUR)
    wake.visibilitychange()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor, HOUR))
    await until(() => expect(frames()[0]).not.toBe(before))
    await untilPortalState({ status: 'loaded' })

    expect(frames()).toHaveLength(1)
    const renewed = frames()[0]
    rerender(dialog(true))
    await settle()
    expectFrame(renewed)
    expect(asked).toHaveLength(2)
  })

  it('is renewed once more when its renewal has failed behind a closed dialog that opens', async () => {
    const { rerender, vendor, asked, events } = await loaded(dialog(true))
    rerender(dialog(false))
    sleep(HOUR)
    wake.visibilitychange()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail({ name: 'AbortError' })
    await untilPortalState({ status: 'failed' })

    rerender(dialog(true))
    await until(() => expect(asked).toHaveLength(3))
    await settle()
    expect(asked).toHaveLength(3)
    expect(events.filter(({ type }) => type === 'renew').length).toBeLessThanOrEqual(2)
    asked[2]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    expect(asked).toHaveLength(3)
  })

  it('makes a new link when the part mounts again after its link has ended', async () => {
    const { rerender, vendor, asked, events } = await loaded()
    rerender(null)
    sleep(HOUR)

    rerender(<PortalFrame />)
    await until(() => expect(asked).toHaveLength(2))
    await settle()
    expect(asked).toHaveLength(2)
    expect(events.filter(({ type }) => type === 'renew').length).toBeLessThanOrEqual(1)
    asked[1]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    await settle()
    expect(asked).toHaveLength(2)
    expect(frames()).toHaveLength(1)
  })

  it('sends no request after the user has been signed out', async () => {
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
    it(`does not change the expiry: ${skew > 0 ? 'a day ahead' : 'a day behind'}`, async () => {
      const now = Date.now()
      replaceClocks()
      vi.setSystemTime(now + skew)
      const vendor = createVendor()
      const { asked, client } = createQuestions()
      renderWith(<PortalFrame />, { client, portalOrigins: [vendor.origin] })
      await until(() => expect(asked).toHaveLength(1))
      asked[0]?.answer(linkOf(vendor, HOUR, now))
      await untilPortalState({ status: 'loaded' })

      await vi.advanceTimersByTimeAsync(HOUR - 1000)
      expect(portalState().status).toBe('loaded')
      await vi.advanceTimersByTimeAsync(2000)
      await untilPortalState({ status: 'expired' })
      expect(asked).toHaveLength(1)
    })
  }

  it('does not matter for a link with a Date header, also when a host’s client copies the link', async () => {
    replaceClocks()
    const vendor = createVendor()
    const link = linkOf(vendor, HOUR)
    const date = new Date(Date.now() + HOUR / 2).toUTCString()
    const backend = createPortalClient({ fetch: async () => Response.json(link, { headers: { date } }) })
    renderWith(<PortalFrame />, {
      client: { createPortal: async (body) => ({ ...(await backend.createPortal(body)) }) },
      portalOrigins: [vendor.origin],
    })
    await untilPortalState({ status: 'loaded' })

    await vi.advanceTimersByTimeAsync(HOUR / 2 - 2000)
    expect(portalState().status).toBe('loaded')
    await vi.advanceTimersByTimeAsync(4000)
    await untilPortalState({ status: 'expired' })
  })

  it('does not delay the expiry when it is set back while a portal is open', async () => {
    await loaded()

    vi.setSystemTime(Date.now() - DAY)
    await vi.advanceTimersByTimeAsync(HOUR + 1000)

    await untilPortalState({ status: 'expired' })
  })
})

describe('usePortal', () => {
  it('renews its link a minute before it ends, also after a sleep', async () => {
    replaceClocks()
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

  it('retries a failed renewal after 15 seconds', async () => {
    replaceClocks()
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
      // At least 15 seconds apart, also after the link has ended.
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

const warnings = () => vi.mocked(console.warn).mock.calls.flat() as string[]
const steps = () => warnings().filter((line) => line.includes('→'))

describe('debug', () => {
  it('prints each step of the state machine, and no address', async () => {
    const debug = vi.spyOn(console, 'debug').mockImplementation(() => {})
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame />, { client, debug: true })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })

    await until(() => expect(debug).toHaveBeenCalledTimes(3))
    expect(debug.mock.calls.flat()).toEqual([
      'react-seam-portal: idle → creating (enable)',
      'react-seam-portal: creating → loading (link)',
      'react-seam-portal: loading → loaded (frame_load)',
    ])
  })

  it('prints each error’s own message, also of a second error with the same code', async () => {
    vi.spyOn(console, 'debug').mockImplementation(() => {})
    const messages = ['locale: Expected one of ten.', 'deep_link: Expected a resource_key.']
    let calls = 0
    const client = {
      createPortal: () => Promise.reject(new PortalError('invalid_input', messages[calls++])),
    }
    renderWith(<PortalFrame />, { client, debug: true })
    await until(() => expect(steps()).toHaveLength(1))
    button('Retry').click()
    await until(() => expect(steps()).toHaveLength(2))

    const [locale, link] = messages
    expect(steps()).toEqual([
      `react-seam-portal: creating → failed (link_error) invalid_input: ${locale}`,
      `react-seam-portal: failed → failed (link_error) invalid_input: ${link}`,
    ])
    expect(warnings().filter((line) => line.includes('The vendor does not accept'))).toHaveLength(1)
    vi.mocked(console.warn).mockClear()
  })
})
