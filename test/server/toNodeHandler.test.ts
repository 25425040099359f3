import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import express5 from 'express'
import express4 from 'express-4'
import { describe, expect, it } from 'vitest'
import { createPortalHandler, toNodeHandler } from '../../src/server/index'
import { sendRaw, serveNode } from './serveNode'
import { startProxy } from './startProxy'

function post(url: string, body: BodyInit = '{"locale":"de-DE"}', headers: Record<string, string> = {}) {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
}

describe('toNodeHandler', () => {
  it('serves node:http', async () => {
    const { handler, sent } = startProxy()
    const origin = await serveNode(toNodeHandler(handler))
    const response = await post(`${origin}/api/seam/customers/create_portal?x=1`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ customer_portal: { customer_key: 'hotel_1' }, ok: true })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(sent[0]?.body).toMatchObject({ locale: 'de-DE' })
  })

  it.each([
    ['4', express4],
    ['5', express5],
  ])('serves Express %s behind a mount path, with and without a parser before it', async (_, express) => {
    const { handler, sent } = startProxy()
    const app = express()
    app.use('/plain', toNodeHandler(handler))
    app.use('/parsed', express.json(), toNodeHandler(handler))
    app.use('/text', express.text({ type: '*/*' }), toNodeHandler(handler))
    app.use('/raw', express.raw({ type: '*/*' }), toNodeHandler(handler))
    const origin = await serveNode(app)
    const packed = new Uint8Array(gzipSync('{"locale":"de-DE"}'))
    for (const mount of ['plain', 'parsed', 'text', 'raw']) {
      expect((await post(`${origin}/${mount}/customers/create_portal`)).status).toBe(200)
    }
    expect(sent.map(({ body }) => body.locale)).toEqual(['de-DE', 'de-DE', 'de-DE', 'de-DE'])
    const unpacked = await post(`${origin}/parsed/customers/create_portal`, packed, {
      'content-encoding': 'gzip',
    })
    expect(unpacked.status).toBe(200)
    expect(
      (await post(`${origin}/plain/customers/create_portal`, packed, { 'content-encoding': 'gzip' })).status,
    ).toBe(415)
    expect((await post(`${origin}/parsed/customers/create_portal`, '{"__proto__":{}}')).status).toBe(400)
    expect((await fetch(`${origin}/parsed/customers/create_portal`)).status).toBe(405)
  })

  it('passes Node’s request and response to authorize', async () => {
    let context: object | undefined
    const { handler } = startProxy({
      authorize: (_, details) => {
        context = details.context as object
        return { customer_key: 'hotel_1' }
      },
    })
    const origin = await serveNode(toNodeHandler(handler))
    await post(`${origin}/customers/create_portal`)
    expect(context).toMatchObject({ req: { method: 'POST' }, res: { statusCode: 200 } })
  })

  it('answers a body that is too large while it is still arriving', async () => {
    const { handler } = startProxy()
    const origin = await serveNode(toNodeHandler(handler))
    expect((await post(`${origin}/customers/create_portal`, 'x'.repeat(4 << 20))).status).toBe(413)
    const chunked = new Blob(['x'.repeat(4 << 20)]).stream()
    const response = await fetch(`${origin}/customers/create_portal`, {
      method: 'POST',
      body: chunked,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  it('aborts the request when the client disconnects', async () => {
    // Kept whole: in Node a signal is not told of the abort once its Request has been collected as garbage.
    let asked: Request | undefined
    const { handler, events } = startProxy({
      vendor: (request) => {
        asked = request
        return new Promise(() => {})
      },
    })
    const origin = await serveNode(toNodeHandler(handler))
    const caller = new AbortController()
    const call = fetch(`${origin}/customers/create_portal`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
      signal: caller.signal,
    })
    await expect.poll(() => asked).toBeDefined()
    caller.abort()
    await expect(call).rejects.toThrow()
    await expect.poll(() => asked?.signal.aborted).toBe(true)
    await expect.poll(() => events).toMatchObject([{ code: 'aborted' }])
  })

  it('refuses an upload that is not complete', async () => {
    const { handler, events, sent } = startProxy()
    const { port } = new URL(await serveNode(toNodeHandler(handler)))
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      'POST /customers/create_portal HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"loc',
      () => setImmediate(() => socket.destroy()),
    )
    await expect.poll(() => events).toMatchObject([{ code: 'aborted', status: 499 }])
    expect(sent).toEqual([])
  })

  it('closes the connection when the handler throws', async () => {
    const origin = await serveNode(toNodeHandler(() => Promise.reject(new Error('No'))))
    await expect(post(`${origin}/`)).rejects.toThrow('fetch failed')
  })

  it('passes each cookie separately, and a body in pieces', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    const body = new Blob(['x'.repeat(1 << 20)]).stream()
    const origin = await serveNode(toNodeHandler(() => new Response(body, { headers, status: 203 })))
    const response = await fetch(origin)
    expect(response.status).toBe(203)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect((await response.text()).length).toBe(1 << 20)
  })

  it('streams a body, and sends the headers before its first piece', async () => {
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        feed = controller
      },
    })
    const origin = await serveNode(toNodeHandler(() => new Response(body, { status: 202 })))
    const response = await fetch(origin)
    expect(response.status).toBe(202)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (const piece of ['one', 'two']) {
      feed?.enqueue(new TextEncoder().encode(piece))
      expect((await reader?.read())?.value).toBe(piece)
    }
    feed?.close()
    expect((await reader?.read())?.done).toBe(true)
  })

  it('stops reading a body while the client is slow, and cancels it when the client disconnects', async () => {
    let pieces = 0
    let isOver = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces++
        if (pieces > 64) controller.close()
        else controller.enqueue(new Uint8Array(1 << 20))
      },
      cancel() {
        isOver = true
      },
    })
    const { port } = new URL(await serveNode(toNodeHandler(() => new Response(body))))
    const socket = connect(Number(port), '127.0.0.1')
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await expect.poll(() => pieces).toBeGreaterThan(1)
    socket.destroy()
    await expect.poll(() => isOver).toBe(true)
    expect(pieces).toBeLessThan(64)
  })

  it('closes the connection when the body fails', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('No'))
      },
    })
    const origin = await serveNode(toNodeHandler(() => new Response(body)))
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow()
  })

  it('answers HEAD, and answers without a body, with headers only', async () => {
    const origin = await serveNode(
      toNodeHandler(({ method }) => new Response(method === 'HEAD' ? 'body' : null, { status: 203 })),
    )
    for (const method of ['HEAD', 'POST']) {
      const response = await fetch(origin, { method })
      expect([response.status, await response.text()]).toEqual([203, ''])
    }
  })

  it('leaves no connection open after 60 clients have disconnected', async () => {
    const waiting = new Set<object>()
    const vendor = await serveNode((req, res) => {
      waiting.add(res)
      res.on('close', () => waiting.delete(res))
      req.resume()
    })
    const codes: string[] = []
    const handler = createPortalHandler({
      apiKey: 'seam_test_sandbox',
      authorize: () => ({ customer_key: 'hotel_1' }),
      endpoint: vendor,
      onEvent: ({ code }) => {
        codes.push(code)
      },
    })
    const open = new Set<object>()
    const origin = await serveNode((req, res) => {
      open.add(req.socket)
      req.socket.on('close', () => open.delete(req.socket))
      void toNodeHandler(handler)(req, res)
    })
    const sockets = Array.from({ length: 60 }, () => connect(Number(new URL(origin).port), '127.0.0.1'))
    const request = 'POST /customers/create_portal HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
    for (const [at, socket] of sockets.entries()) {
      // A third disconnects within the body. The rest waits for the vendor.
      socket.write(`${request}content-length: ${at % 3 ? 2 : 9}\r\n\r\n{}`)
    }
    await expect.poll(() => waiting.size).toBe(40)
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => [waiting.size, open.size]).toEqual([0, 0])
    await expect.poll(() => codes.filter((code) => code === 'aborted')).toHaveLength(60)
  })

  it.each([
    ['//evil.example.com/customers/create_portal', 200],
    ['http://evil.example.com/customers/create_portal', 200],
    ['/customers/create_portal#x', 200],
    ['/locks/unlock_door#/customers/create_portal', 404],
    ['/locks/unlock_door?/customers/create_portal', 404],
    ['/customers/create_portal?x', 200],
    ['/a/../customers/create_portal', 200],
    ['*', 404],
  ])('keeps the path %s apart from the host', async (path, status) => {
    const { handler, sent } = startProxy()
    const { port } = new URL(await serveNode(toNodeHandler(handler)))
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' }
      const call = httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      call.on('error', reject)
      call.end('{}')
    })
    expect(answered).toBe(status)
    expect(sent.map(({ url }) => url)).toEqual(
      status === 200 ? ['https://connect.getseam.com/customers/create_portal'] : [],
    )
  })

  it.each([
    ['a method that no Request has', 'TRACE', 'x'],
    ['a Host that is not a host', 'POST', 'a b'],
    ['a Host with a name', 'POST', 'user:pass@x'],
  ])('answers 400 to %s', async (_, method, host) => {
    const { handler, sent } = startProxy()
    const text = await sendRaw(
      await serveNode(toNodeHandler(handler)),
      `${method} /customers/create_portal HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(sent).toEqual([])
  })
})
