import { Activity, startTransition, ViewTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, vi } from 'vitest'
import { PortalError, PortalFrame, PortalProvider, usePortal } from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  expectFrame,
  portalState,
  frames,
  linkOf,
  part,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

const HOUR = 3_600_000

const elsewhere = <p>Elsewhere</p>

const stay = (key: string) => (
  <PortalFrame key="same" deep_link={{ resource_type: 'reservation', resource_key: key }} />
)

const three = (mode: 'visible' | 'hidden') => (
  <Activity mode={mode}>
    {['R-1', 'R-2', 'R-3'].map((key) => (
      <PortalFrame key={key} deep_link={{ resource_type: 'reservation', resource_key: key }} />
    ))}
  </Activity>
)

/** Waits for all of them: a frame that has not loaded is not kept, and they may load in any order. */
async function untilLoaded(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await untilPortalState({ status: 'loaded' }, at)
}

/** Renews its link one minute before it ends. Every part with the same request shares this link. */
function Renewing() {
  usePortal({ is_embedded: true })
  return <PortalFrame />
}

describe('a frame in the cache', () => {
  it('is not shown again instead of a newer link', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const provider = { client, keepAlive: true, portalOrigins: [vendor.origin] }
    const { rerender } = renderWith(<PortalFrame />, provider)
    await until(() => expect(asked).toHaveLength(1))
    // A link that ends within 30 seconds is not used for a new frame.
    asked[0]?.answer(linkOf(vendor, 20_000))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()

    rerender(elsewhere)
    await settle()
    rerender(<PortalFrame />)
    await until(() => expect(asked).toHaveLength(2))
    expect(portalState()).toMatchObject({ status: 'creating' })
    const link = linkOf(vendor)
    asked[1]?.answer(link)
    await untilPortalState({ status: 'loaded' })

    expect(part()?.querySelector('iframe')?.src).toBe(link.url)
    expect(before?.isConnected).toBe(false)
    expect(frames()).toHaveLength(1)
  })

  it('is one of two at most, also when two parts with the same request unmount together many times', async () => {
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const both = (
      <>
        <PortalFrame />
        <PortalFrame />
      </>
    )
    const { rerender } = renderWith(both, { client, keepAlive: true, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))

    for (let route = 0; route < 4; route += 1) {
      await untilLoaded(2)
      rerender(elsewhere)
      await settle()
      expect(frames()).toHaveLength(2)
      rerender(both)
    }
    await untilLoaded(2)
    expect(frames()).toHaveLength(2)
  })

  it('is evicted when a third frame enters the cache', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(three('visible'), { client, keepAlive: true })
    await until(() => expect(asked).toHaveLength(3))
    for (const question of asked) question.answer(linkOf(vendor))
    await untilLoaded(3)
    const [first, ...others] = frames()

    rerender(elsewhere)
    await settle()

    expect(first?.isConnected).toBe(false)
    expect(frames()).toEqual(others)
  })

  it('is destroyed when the provider’s `keepAlive` becomes false', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(<PortalFrame />, { client, keepAlive: true })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    rerender(elsewhere)
    await settle()
    expect(frames()).toHaveLength(1)

    rerender(elsewhere, { keepAlive: false })
    await settle()

    expect(frames()).toHaveLength(0)
  })

  it('is not evicted by frames that <Activity> hides', async () => {
    const { asked, client } = createQuestions()
    const vendor = createVendor()
    const { rerender } = renderWith(three('visible'), {
      client,
      keepAlive: true,
      portalOrigins: [vendor.origin],
    })
    await until(() => expect(asked).toHaveLength(3))
    for (const question of asked) question.answer(linkOf(vendor))
    await untilLoaded(3)
    const before = frames()
    const loads = before.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve)))

    rerender(three('hidden'))
    await settle()
    rerender(three('visible'))
    await settle()

    expect(frames()).toEqual(before)
    expect(await Promise.race([...loads, settle().then(() => 'none')])).toBe('none')
  })
})

describe('a frame in the hidden container while React moves its part', () => {
  it('triggers no MutationObserver on the children of `body`', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(<PortalFrame heading="one" />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    const woken: MutationRecord[] = []
    const watcher = new MutationObserver((records) => woken.push(...records))
    watcher.observe(document.body, { childList: true })

    for (const heading of ['two', 'three']) rerender(<PortalFrame heading={heading} />)
    await settle()

    watcher.disconnect()
    expect(woken).toEqual([])
  })

  it('is back before a view transition paints the page', async () => {
    const vendor = createVendor()
    const { client, asked } = createQuestions()
    const home = document.body.appendChild(document.createElement('main'))
    const root = createRoot(home)
    const draw = (heading: string, image?: string) =>
      root.render(
        <PortalProvider client={client} portalOrigins={[vendor.origin]}>
          <ViewTransition>
            <div>
              <p>{heading}</p>
              {image && <img src={image} width="50" height="50" alt="" />}
            </div>
          </ViewTransition>
          <ViewTransition>
            <section>
              <PortalFrame heading={heading} />
            </section>
          </ViewTransition>
        </PortalProvider>,
      )
    draw('one')
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()
    const places = new Set<unknown>()
    // Checked in the task after each change. The browser does not paint within a task.
    const look = () => places.add(before?.parentElement?.dataset.seamPortal)
    const watcher = new MutationObserver(() => setTimeout(look))
    watcher.observe(document, { childList: true, subtree: true })

    // Between the change of the page and the layout effects, React waits for the browser’s snapshot.
    const slow = createVendor()
    await slow.fail('portal_hangs')
    const { url } = await slow.createOfficially()
    startTransition(() => draw('two', url))
    await until(() => expect(before?.title).toBe('two'))

    watcher.disconnect()
    expectFrame(before)
    expect([...places]).toEqual(['slot'])
    root.unmount()
    home.remove()
  })
})

describe('a frame whose link another part has renewed', () => {
  it('shows the expiry of its own link', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<Renewing />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()

    await vi.advanceTimersByTimeAsync(HOUR - 60_000)
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor, HOUR))
    await settle()
    expectFrame(before)
    await vi.advanceTimersByTimeAsync(60_000)

    await untilPortalState({ status: 'expired' })
    expectFrame(before)
  })
})

function EmbeddedLink() {
  usePortal({ is_embedded: true })
  return null
}

const beside = (mode: 'visible' | 'hidden') => (
  <>
    <EmbeddedLink />
    <Activity mode={mode}>
      <PortalFrame />
    </Activity>
  </>
)

const alone = (mode: 'visible' | 'hidden') => (
  <Activity mode={mode}>
    <PortalFrame />
  </Activity>
)

describe('a frame in a part that React hides', () => {
  it('is renewed when its link has ended meanwhile, also while another part renews the link', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(beside('visible'), { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()
    rerender(beside('hidden'))
    await settle()
    await vi.advanceTimersByTimeAsync(HOUR + 1)
    await until(() => expect(asked).toHaveLength(2))
    rerender(beside('visible'))
    await settle()
    asked[1]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    await settle()
    expect(frames()).toHaveLength(1)
    expect(frames()[0]).not.toBe(before)
  })

  it('shows the link of a renewal that was answered meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const vendor = createVendor()
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(alone('visible'), { client, portalOrigins: [vendor.origin] })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor, HOUR))
    await untilPortalState({ status: 'loaded' })
    const [before] = frames()
    await vi.advanceTimersByTimeAsync(HOUR + 1)
    await untilPortalState({ status: 'expired' })
    button('Reload').click()
    await until(() => expect(asked).toHaveLength(2))
    rerender(alone('hidden'))
    await settle()
    asked[1]?.answer(linkOf(vendor, HOUR))
    await settle()
    rerender(alone('visible'))
    await untilPortalState({ status: 'loaded' })
    expect(frames()[0]).not.toBe(before)
    expect(asked).toHaveLength(2)
  })
})

describe('callbacks and Retry', () => {
  it('does not give the return value of onStatusChange to React', async () => {
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame onStatusChange={async () => {}} />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))

    await untilPortalState({ status: 'loaded' })
  })

  it('keeps the error state of one portal when the Retry of another is answered', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(stay('R-1'), { client })
    for (const [at, key] of ['R-1', 'R-2'].entries()) {
      rerender(stay(key))
      await until(() => expect(asked).toHaveLength(2 * at + 1))
      asked[2 * at]?.fail(new PortalError('vendor_error'))
      await untilPortalState({ code: 'vendor_error' })
      button('Retry').click()
      await until(() => expect(asked).toHaveLength(2 * at + 2))
    }

    asked[1]?.fail(new PortalError('vendor_error'))
    await settle()

    expect(portalState()).toMatchObject({ status: 'failed', code: 'vendor_error' })
  })
})
