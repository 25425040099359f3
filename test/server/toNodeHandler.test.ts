import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import express5 from 'express'
import express4 from 'express-4'
import { afterEach, describe, expect, it } from 'vitest'
import { toNodeHandler } from '../../src/server/index'
import { startProxy } from './startProxy'

const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function post(url: string, body: BodyInit = '{"locale":"de-DE"}', headers: Record<string, string> = {}) {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
}

describe('toNodeHandler', () => {
  it('serves node:http', async () => {
    const { handler, sent } = startProxy()
    const origin = await serve(toNodeHandler(handler))
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
    const origin = await serve(app)
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

  it('gives authorize the request and the response of Node', async () => {
    let context: object | undefined
    const { handler } = startProxy({
      authorize: (_, details) => {
        context = details.context as object
        return { customer_key: 'hotel_1' }
      },
    })
    const origin = await serve(toNodeHandler(handler))
    await post(`${origin}/customers/create_portal`)
    expect(context).toMatchObject({ req: { method: 'POST' }, res: { statusCode: 200 } })
  })

  it('answers a body that is too large while it is still arriving', async () => {
    const { handler } = startProxy()
    const origin = await serve(toNodeHandler(handler))
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

  it('aborts the request when the caller hangs up', async () => {
    let vendorSignal: AbortSignal | undefined
    const { handler, events } = startProxy({
      vendor: (request) => {
        vendorSignal = request.signal
        return new Promise(() => {})
      },
    })
    const origin = await serve(toNodeHandler(handler))
    const caller = new AbortController()
    const call = fetch(`${origin}/customers/create_portal`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
      signal: caller.signal,
    })
    await expect.poll(() => vendorSignal).toBeDefined()
    caller.abort()
    await expect(call).rejects.toThrow()
    await expect.poll(() => vendorSignal?.aborted).toBe(true)
    await expect.poll(() => events).toMatchObject([{ code: 'aborted' }])
  })

  it('refuses an upload that breaks off', async () => {
    const { handler, events, sent } = startProxy()
    const { port } = new URL(await serve(toNodeHandler(handler)))
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      'POST /customers/create_portal HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"loc',
      () => setImmediate(() => socket.destroy()),
    )
    await expect.poll(() => events).toMatchObject([{ code: 'aborted', status: 499 }])
    expect(sent).toEqual([])
  })

  it('cuts the connection when the handler fails', async () => {
    const origin = await serve(toNodeHandler(() => Promise.reject(new Error('No'))))
    await expect(post(`${origin}/`)).rejects.toThrow('fetch failed')
  })

  it('passes cookies one by one, and a body in pieces', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    const body = new Blob(['x'.repeat(1 << 20)]).stream()
    const origin = await serve(toNodeHandler(() => new Response(body, { headers, status: 203 })))
    const response = await fetch(origin)
    expect(response.status).toBe(203)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect((await response.text()).length).toBe(1 << 20)
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
    const { port } = new URL(await serve(toNodeHandler(handler)))
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
    ['a method no Request has', 'TRACE', 'x'],
    ['a Host that is none', 'POST', 'a b'],
    ['a Host with a name', 'POST', 'user:pass@x'],
  ])('answers 400 to %s', async (_, method, host) => {
    const { handler, sent } = startProxy()
    const { port } = new URL(await serve(toNodeHandler(handler)))
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1')
      let all = ''
      socket.setEncoding('utf8')
      socket.on('data', (piece: string) => {
        all += piece
      })
      socket.on('end', () => resolve(all))
      socket.on('error', reject)
      socket.write(
        `${method} /customers/create_portal HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      )
    })
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(sent).toEqual([])
  })
})
