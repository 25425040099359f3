import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, createSecureServer, createServer as createHttp2Server, type Http2Server } from 'node:http2'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type NodeContext, type PortalHandler, toNodeHandler } from '../../src/server/index'
import { CERTIFICATE } from './CERTIFICATE'
import { sendRaw, serveNode } from './serveNode'
import { startProxy } from './startProxy'

const WISH = '{"locale":"de-DE"}'

/** The handler as it is, and inside a function, which hides its property `direct`. */
const WAYS: [string, (handler: PortalHandler) => PortalHandler<NodeContext>][] = [
  ['as it is', (handler) => handler],
  ['wrapped', (handler) => (request, context) => handler(request, context)],
]

describe.each(WAYS)('HTTP/2, the handler %s', (_, shown) => {
  it('is answered like HTTP/1.1 on the same server', async () => {
    const { handler, sent, events } = startProxy({ authorize: sessionOf })
    const options = { ...CERTIFICATE, allowHTTP1: true }
    const port = await listen(createSecureServer(options, toNodeHandler(shown(handler))))
    const headers = { origin: `https://localhost:${port}`, cookie: ['a=1', 'session=hotel_1'] }
    expect(await post2(`https://localhost:${port}`, headers)).toMatchObject({
      ':status': 200,
      'cache-control': 'no-store',
      body: { customer_portal: { customer_key: 'hotel_1' } },
    })
    expect(await post1(port, { ...headers, cookie: headers.cookie.join('; ') })).toBe(200)
    expect(sent.map(({ body }) => body.locale)).toEqual(['de-DE', 'de-DE'])
    expect(events.map(({ status }) => status)).toEqual([200, 200])
  })

  it('takes the host from :authority, for the rule about origins', async () => {
    const { handler, sent } = startProxy()
    const port = await listen(createHttp2Server(toNodeHandler(shown(handler))))
    const origin = 'http://app.example.com'
    const own = await post2(`http://localhost:${port}`, { ':authority': 'app.example.com', origin })
    expect(own[':status']).toBe(200)
    const foreign = await post2(`http://localhost:${port}`, { ':authority': 'api.example.com', origin })
    expect(foreign[':status']).toBe(403)
    expect(sent).toHaveLength(1)
  })

  it('stops when the client cancels its stream', async () => {
    let vendorSignal: AbortSignal | undefined
    const { handler, events } = startProxy({
      vendor: (request) => {
        vendorSignal = request.signal
        return new Promise(() => {})
      },
    })
    const listener = toNodeHandler(shown(handler))
    let over: Promise<void> | undefined
    const port = await listen(createHttp2Server((req, res) => void (over = listener(req, res))))
    const client = connect(`http://localhost:${port}`)
    const stream = client.request(POST)
    stream.end(WISH)
    await expect.poll(() => vendorSignal).toBeDefined()
    stream.close()
    await expect.poll(() => vendorSignal?.aborted).toBe(true)
    await over
    client.close()
    expect(events).toMatchObject([{ code: 'aborted' }])
  })
})

describe.each(WAYS)('the promise, the handler %s', (_, shown) => {
  it('resolves when the answer has been sent', async () => {
    const { handler } = startProxy()
    const listener = toNodeHandler(shown(handler))
    let wasSent: boolean | undefined
    const origin = await serveNode((req, res) => {
      void (async () => {
        await listener(req, res)
        wasSent = res.writableFinished
      })()
    })
    expect((await post(origin)).status).toBe(200)
    await expect.poll(() => wasSent).toBe(true)
  })

  it('resolves when the client has disconnected', async () => {
    const { handler } = startProxy({ vendor: () => new Promise(() => {}) })
    const listener = toNodeHandler(shown(handler))
    let over: Promise<void> | undefined
    const origin = await serveNode((req, res) => void (over = listener(req, res)))
    const client = new AbortController()
    const call = post(origin, client.signal)
    await expect.poll(() => over !== undefined).toBe(true)
    client.abort()
    await expect(call).rejects.toThrow()
    await expect(over).resolves.toBeUndefined()
  })

  it('resolves when the handler throws, and the connection is closed', async () => {
    const listener = toNodeHandler(() => Promise.reject(new Error('No')))
    let over: Promise<void> | undefined
    const origin = await serveNode((req, res) => void (over = listener(req, res)))
    await expect(post(origin)).rejects.toThrow()
    await expect(over).resolves.toBeUndefined()
  })
})

describe('a request that cannot be read', () => {
  it.each([
    ['a Host that is not a host', 'POST', 'a b', /Host header/],
    ['a method that no Request has', 'TRACE', 'x', /TRACE/],
  ])('reaches onEvent: %s', async (_, method, host, reason) => {
    const { handler, events } = startProxy()
    const origin = await serveNode(toNodeHandler(handler))
    const head = `${method} /customers/create_portal HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`
    const answer = await sendRaw(origin, head)
    expect(answer).toMatch(
      /^HTTP\/1\.1 400 [^]*"type":"invalid_input","message":"The request cannot be read\."/,
    )
    expect(events).toMatchObject([
      {
        operation: 'create_portal',
        code: 'invalid_input',
        status: 400,
        reason: expect.stringMatching(reason),
      },
    ])
  })
})

describe('a copy of the property direct', () => {
  it.each<[string, (handler: PortalHandler, wrapper: PortalHandler) => PortalHandler]>([
    [
      'on a Proxy',
      (handler, wrapper) => new Proxy(handler, { apply: (_, __, [request]) => wrapper(request) }),
    ],
    ['on another function', (handler, wrapper) => Object.assign(wrapper, { direct: handler.direct })],
  ])('does not skip the code around the handler: %s', async (_, around) => {
    const { handler, sent } = startProxy()
    const shown = around(handler, async () => new Response(null, { status: 418 }))
    expect((await post(await serveNode(toNodeHandler(shown)))).status).toBe(418)
    expect(sent).toEqual([])
  })
})

describe('a body that was read before', () => {
  it.each<[string, object, number]>([
    ['in rawBody', { rawBody: Buffer.from(WISH), body: { locale: 'fr-FR' } }, 200],
    ['in rawBody as text', { rawBody: WISH }, 200],
    ['in body', { body: { locale: 'de-DE' } }, 200],
    ['nowhere', {}, 400],
  ])('is taken from where it was put: %s', async (_, left, status) => {
    for (const [, shown] of WAYS) {
      const { handler, sent } = startProxy()
      const listener = toNodeHandler(shown(handler))
      const origin = await serveNode((req, res) => {
        req.resume()
        req.on('end', () => void listener(Object.assign(req, left), res))
      })
      const response = await post(origin)
      expect(response.status).toBe(status)
      expect(sent.map(({ body }) => body.locale)).toEqual(status === 200 ? ['de-DE'] : [])
      if (status === 400)
        expect(await response.text()).toContain('`request` in Fastify, `ctx.request` in Koa')
    }
  })
})

const POST = { ':method': 'POST', ':path': '/customers/create_portal', 'content-type': 'application/json' }

function post(origin: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${origin}/customers/create_portal`, {
    method: 'POST',
    body: WISH,
    headers: { 'content-type': 'application/json' },
    signal: signal ?? null,
  })
}

async function post2(origin: string, headers: Record<string, string | string[]>) {
  const client = connect(origin, { rejectUnauthorized: false })
  const stream = client.request({ ...POST, ...headers })
  stream.end(WISH)
  const [head] = (await once(stream, 'response')) as [Record<string, string | number>]
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += chunk
  client.close()
  return { ...head, body: JSON.parse(text) as object } as Record<string, unknown>
}

function post1(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const path = '/customers/create_portal'
    const all = { ...headers, 'content-type': 'application/json' }
    const options = { port, host: 'localhost', path, method: 'POST', headers: all, rejectUnauthorized: false }
    const call = httpsRequest({ ...options, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end(WISH)
  })
}

async function listen(server: Http2Server | Server): Promise<number> {
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return (server.address() as AddressInfo).port
}

function sessionOf(request: Request) {
  const customer_key = /session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return customer_key === undefined ? null : { customer_key }
}
