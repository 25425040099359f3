import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLinks } from '../../src/portal/createLinks'
import type { PortalBackend } from '../../src/portal/createPortalSession'
import type { PortalLink } from '../../src/schemas/PortalLink'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('ends the wait for a client that never answers, and aborts its signal', async () => {
  const signals: AbortSignal[] = []
  const links = linksOf((_, { signal }) => {
    signals.push(signal)
    return new Promise(() => {})
  })
  const failed = expect(links.fetch({}, { queued: true })).rejects.toMatchObject({ code: 'timeout' })
  await vi.advanceTimersByTimeAsync(119_999)
  expect(links.entry({}).fetching).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  await failed
  expect(links.entry({}).fetching).toBe(false)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  expect(vi.getTimerCount()).toBe(0)
})

it('requests a link in place of a server-made one that never comes', async () => {
  const links = linksOf(async () => linkOf('requested'))
  links.offer({}, new Promise(() => {}))
  const record = links.entry({}).fetch()
  await vi.advanceTimersByTimeAsync(20_000)
  expect((await record).link.url).toBe('https://se.am/requested')
  expect(vi.getTimerCount()).toBe(0)
})

it('has six requests in flight at most when fifty server-made links have failed', async () => {
  let inFlight = 0
  let most = 0
  const links = linksOf(async () => {
    most = Math.max(most, (inFlight += 1))
    await new Promise((resolve) => setTimeout(resolve, 100))
    inFlight -= 1
    return linkOf('requested')
  })
  const records = Array.from({ length: 50 }, (_, at) => {
    const request = { customer_data: { customer_key: `hotel_${at}` } }
    links.offer(request, Promise.reject(new Error('The page was rendered without a link.')))
    return links.fetch(request, { queued: true })
  })
  await vi.runAllTimersAsync()
  await expect(Promise.all(records)).resolves.toHaveLength(50)
  expect(most).toBe(6)
})

it('uses no server-made link that is offered after the first request', async () => {
  const links = linksOf(async () => linkOf('requested'))
  links.offer({}, linkOf('first'))
  expect((await links.fetch({})).link.url).toBe('https://se.am/first')
  links.offer({}, linkOf('second'))
  expect(links.entry({}).hasInitial()).toBe(false)
  expect((await links.fetch({}, { renew: true })).link.url).toBe('https://se.am/requested')
})

it('has one entry for equal requests, whatever the order of their fields, and another for other lists', () => {
  const links = linksOf(async () => linkOf('requested'))
  const one = { field: 'building', operation: '=', value: 'a' } as const
  const other = { field: 'building', operation: '=', value: 'b' } as const
  const entry = links.entry({ locale: 'fr-FR', customer_resources_filters: [one, other] })
  expect(links.entry({ customer_resources_filters: [one, other], locale: 'fr-FR' })).toBe(entry)
  expect(links.entry({ locale: 'fr-FR', customer_resources_filters: [other, one] })).not.toBe(entry)
})

it('asks for nothing after the session has ended', async () => {
  const life = new AbortController()
  const createPortal = vi.fn(async () => linkOf('requested'))
  const links = linksOf(createPortal, life)
  life.abort()
  await expect(links.fetch({})).rejects.toMatchObject({ code: 'aborted' })
  expect(links.entry({}).fetching).toBe(false)
  expect(createPortal).not.toHaveBeenCalled()
})

function linksOf(createPortal: NonNullable<PortalBackend['createPortal']>, life = new AbortController()) {
  const config = {
    client: { createPortal },
    portalOrigins: ['https://se.am'],
    probe: false,
    onEvent: undefined,
  }
  return createLinks({ config: () => config, signal: () => life.signal, consumedLinks: new Set() })
}

function linkOf(name: string): PortalLink {
  return { url: `https://se.am/${name}` }
}
