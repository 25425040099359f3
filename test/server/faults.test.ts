import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createPortalHandler, type PortalHandlerEvent } from '../../src/server/index'
import { refusalOf } from './startProxy'

const LINK = '{"customer_portal":{"url":"https://se.am/1","customer_key":"hotel_1"},"ok":true}'

const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A vendor on a real port, and a handler in front of it. */
async function startVendor(answer: (req: IncomingMessage, res: ServerResponse) => void, timeout = 5_000) {
  let calls = 0
  let waiting = 0
  const server = createServer((req, res) => {
    calls++
    waiting++
    // The socket of this request. After it, fetch may open a new, idle socket.
    req.socket.on('close', () => waiting--)
    req.resume()
    answer(req, res)
  })
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const events: PortalHandlerEvent[] = []
  const handler = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    authorize: () => ({ customer_key: 'hotel_1' }),
    endpoint,
    timeout,
    onEvent: (event) => {
      events.push(event)
    },
  })
  const ask = (signal?: AbortSignal) =>
    handler(
      new Request('https://app.example.com/customers/create_portal', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
        ...(signal && { signal }),
      }),
    )
  return { ask, events, endpoint, waiting: () => waiting, calls: () => calls }
}

describe('a vendor on the network', () => {
  it('answers through a real socket', async () => {
    const { ask } = await startVendor((_, res) => res.end(LINK))
    expect((await ask()).status).toBe(200)
  })

  it.each<[string, (res: ServerResponse) => void, string]>([
    ['resets the connection', (res) => res.destroy(), 'vendor_error'],
    ['speaks another protocol', (res) => res.socket?.end('SSH-2.0-OpenSSH\r\n'), 'vendor_error'],
    [
      'sends only half of its headers',
      (res) => res.socket?.end('HTTP/1.1 200 OK\r\ncontent-ty'),
      'vendor_error',
    ],
    [
      'answers half its body',
      (res) => {
        res.writeHead(200, { 'content-length': LINK.length })
        res.write(LINK.slice(0, 40), () => res.destroy())
      },
      'vendor_error',
    ],
    ['sends truncated JSON', (res) => res.end(LINK.slice(0, 40)), 'invalid_response'],
    [
      'breaks its UTF-8',
      (res) => res.end(Buffer.from(LINK.replace('hotel_1', 'hotel_\u00ff'), 'latin1')),
      'invalid_response',
    ],
    ['answers with HTML', (res) => res.end('<!doctype html><title>Sign in</title>'), 'invalid_response'],
    ['answers without a body', (res) => res.end(), 'invalid_response'],
    [
      'sends a gzip bomb',
      (res) => {
        res.writeHead(200, { 'content-encoding': 'gzip' })
        res.end(gzipSync(Buffer.alloc(64 << 20)))
      },
      'invalid_response',
    ],
    [
      'sends broken gzip',
      (res) => {
        res.writeHead(200, { 'content-encoding': 'gzip' })
        res.end('no gzip')
      },
      'vendor_error',
    ],
    ['fails', (res) => res.writeHead(503).end('down'), 'vendor_error'],
  ])('that %s causes a clear error', async (_, answer, type) => {
    const { ask, events } = await startVendor((__, res) => answer(res))
    expect(await refusalOf(await ask())).toMatchObject({ status: 502, type })
    expect(events).toMatchObject([{ code: type, status: 502, reason: expect.stringMatching(/[^.]\.?$/) }])
  })

  it('that redirects is not followed', async () => {
    const other = await startVendor((_, res) => res.end(LINK))
    const { ask } = await startVendor((_, res) => res.writeHead(307, { location: other.endpoint }).end())
    expect(await refusalOf(await ask())).toMatchObject({ status: 502, type: 'vendor_error' })
    expect(other.calls()).toBe(0)
  })

  it('that cannot be reached causes a clear error', async () => {
    const { ask } = await startVendor((_, res) => res.end(LINK))
    for (const close of closing.splice(0)) close()
    expect(await refusalOf(await ask())).toMatchObject({ status: 502, type: 'vendor_error' })
  })

  it.each<[string, (res: ServerResponse) => void]>([
    ['before its answer', () => {}],
    ['within its answer', (res) => res.writeHead(200).write(LINK.slice(0, 40))],
  ])('that stalls %s is disconnected', async (_, answer) => {
    const { ask, waiting } = await startVendor((__, res) => answer(res), 100)
    expect(await refusalOf(await ask())).toMatchObject({ status: 504, type: 'timeout' })
    await expect.poll(waiting).toBe(0)
  })

  it('is disconnected when the browser disconnects', async () => {
    const browser = new AbortController()
    const { ask, waiting, events } = await startVendor(() => browser.abort())
    await ask(browser.signal)
    expect(events).toMatchObject([{ code: 'aborted' }])
    await expect.poll(waiting).toBe(0)
  })

  it('is not called when the browser has already disconnected', async () => {
    const { ask, calls, events } = await startVendor((_, res) => res.end(LINK))
    await ask(AbortSignal.abort())
    expect(events).toMatchObject([{ code: 'aborted' }])
    expect(calls()).toBe(0)
  })
})
