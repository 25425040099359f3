import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { toNodeHandler } from '../../src/server/index'
import { sendRaw, serveNode } from './serveNode'
import { startProxy } from './startProxy'

const WISH = '{"locale":"de-DE"}'
const CHUNKED = 'transfer-encoding: chunked'
const JSON_TYPE = 'content-type: application/json'
const CHUNKS = `${WISH.length.toString(16)}\r\n${WISH}\r\n0\r\n\r\n`

interface Raw {
  line?: string
  /** @default the headers of a valid request */
  headers?: string[]
  body?: string
}

/** Sends a request byte for byte. The server closes the connection after it. */
function raw({ line = 'POST /customers/create_portal HTTP/1.1', headers, body = WISH }: Raw): string {
  const honest = ['host: app.example.com', JSON_TYPE, `content-length: ${body.length}`]
  return `${[line, ...(headers ?? honest), 'connection: close'].join('\r\n')}\r\n\r\n${body}`
}

const withHeaders = (...headers: string[]) => ({
  headers: ['host: app.example.com', JSON_TYPE, `content-length: ${WISH.length}`, ...headers],
})

const to = (target: string) => ({ line: `POST ${target} HTTP/1.1` })

describe('a caller with a socket', () => {
  it.each<[string, Raw, number]>([
    ['a valid request', {}, 200],
    ['valid chunks', { headers: ['host: x', JSON_TYPE, CHUNKED], body: CHUNKS }, 200],
    ['an upgrade that the server does not offer', withHeaders('connection: upgrade', 'upgrade: h2c'), 200],
    [
      'HTTP/1.0 without a Host',
      { line: 'POST /customers/create_portal HTTP/1.0', ...only(JSON_TYPE, 'content-length: 18') },
      200,
    ],
    ['//', to('//evil.example.com/customers/create_portal'), 200],
    ['a backslash', to('/\\evil.example.com/customers/create_portal'), 200],
    ['an absolute target', to('https://user:pass@evil.example.com/customers/create_portal'), 200],
  ])('gets one portal of the grant, from the vendor’s own address, with %s', async (_, parts, status) => {
    const { said, sent } = await send(parts)
    expect(statusesOf(said)).toEqual([status])
    expect(sent.map(({ url, body }) => [url, body.locale, body.customer_data])).toEqual([
      ['https://connect.getseam.com/customers/create_portal', 'de-DE', { customer_key: 'hotel_1' }],
    ])
  })

  it.each<[string, Raw, number]>([
    ['an encoded slash', to('/customers%2fcreate_portal'), 404],
    ['an encoded letter', to('/customers/%63reate_portal'), 404],
    ['encoded dots and an encoded slash', to('/x/..%2fcustomers/create_portal'), 404],
    ['an encoded line break', to('/customers/create_portal%0d%0ax:y'), 404],
    ['a doubled slash inside', to('/customers//create_portal'), 404],
    ['a target that is not a path', to('customers/create_portal'), 400],
    ['a method in small letters', { line: 'post /customers/create_portal HTTP/1.1' }, 400],
    ['no Host', only(JSON_TYPE, `content-length: ${WISH.length}`), 400],
    ['an empty Host', only('host:', JSON_TYPE, `content-length: ${WISH.length}`), 400],
    ['a Host with an invalid port', only('host: x:99999', JSON_TYPE, 'content-length: 18'), 400],
    ['two content types', withHeaders('content-type: text/plain'), 415],
    ['one content type twice', withHeaders(JSON_TYPE), 415],
    ['two encodings', withHeaders('content-encoding: identity', 'content-encoding: gzip'), 415],
    ['two origins', withHeaders('origin: https://evil.example.com', 'origin: http://app.example.com'), 403],
    ['two sites', withHeaders('sec-fetch-site: cross-site', 'sec-fetch-site: same-origin'), 403],
    ['two cookies and no origin', withHeaders('cookie: a=1', 'cookie: b=2'), 403],
    ['two lengths', withHeaders('content-length: 3'), 400],
    ['a length and chunks', withHeaders(CHUNKED), 400],
    ['a chunk without a size', { headers: ['host: x', JSON_TYPE, CHUNKED], body: `zz\r\n${WISH}` }, 400],
    ['a blank before the colon', withHeaders('origin : https://evil.example.com'), 400],
    ['a folded header', withHeaders('x-a: b\r\n c'), 400],
    ['a header with a null byte', withHeaders('x-a: a\0b'), 400],
    ['an unknown expectation', withHeaders('expect: 200-ok'), 417],
    ['a null byte after the JSON', { body: `${WISH}\0` }, 400],
    ['an empty body', { body: '' }, 400],
  ])('gets nothing with %s', async (_, parts, status) => {
    const { said, sent } = await send(parts)
    expect(statusesOf(said)).toEqual([status])
    expect(sent).toEqual([])
  })

  it('does not count as a page of localhost without a Host', async () => {
    const { said, sent } = await send({
      line: 'POST /customers/create_portal HTTP/1.0',
      ...only(JSON_TYPE, 'content-length: 18', 'origin: https://localhost', 'cookie: session=1'),
    })
    expect(statusesOf(said)).toEqual([403])
    expect(sent).toEqual([])
  })

  it('may send its headers slowly', async () => {
    const { handler } = startProxy()
    const all = raw({})
    const pieces = [all.slice(0, 9), all.slice(9, 60), all.slice(60, 110), all.slice(110)]
    const said = await sendRaw(await serveNode(toNodeHandler(handler)), ...pieces)
    expect(statusesOf(said)).toEqual([200])
  })

  it('gets 100 Continue when it expects it', async () => {
    const { said, sent } = await send(withHeaders('expect: 100-continue'))
    expect(statusesOf(said)).toEqual([100, 200])
    expect(sent).toHaveLength(1)
  })

  it('cannot hide a second request after the last chunk', async () => {
    const { handler, sent } = startProxy()
    const first = raw({ headers: ['host: x', JSON_TYPE, CHUNKED], body: CHUNKS }).replace(
      /connection: \w+\r\n/,
      '',
    )
    const second = raw({ ...to('/customers/delete_data'), body: '{"customer_keys":["hotel_1"]}' })
    const said = await sendRaw(await serveNode(toNodeHandler(handler)), first + second)
    expect(statusesOf(said)).toEqual([200, 403])
    expect(sent).toHaveLength(1)
  })

  it('cannot change a header by a trailer', async () => {
    const trailers = 'content-type: text/plain\r\nx-request-id: trailer\r\n'
    const { said, sent } = await send({
      headers: ['host: x', JSON_TYPE, CHUNKED],
      body: CHUNKS.replace(/\r\n$/, `${trailers}\r\n`),
    })
    expect(statusesOf(said)).toEqual([200])
    expect(sent[0]?.headers['x-request-id']).not.toBe('trailer')
  })
})

describe('a parser before the handler', () => {
  const ring: Record<string, unknown> = {}
  ring.ring = ring
  const bytes = new TextEncoder().encode(WISH)

  it.each<[string, unknown, number]>([
    ['an object', { locale: 'de-DE' }, 200],
    ['bytes', bytes, 200],
    ['a buffer', bytes.buffer, 200],
    ['a view', new DataView(bytes.buffer), 200],
    ['text', WISH, 200],
    ['nothing', undefined, 400],
    ['null', null, 400],
    ['a number', 7, 400],
    ['a list', [], 400],
    ['a function', () => WISH, 400],
    ['a circular object', ring, 400],
    ['a BigInt', { locale: 1n }, 400],
    ['an object whose toJSON throws', { toJSON: () => fail() }, 400],
    ['a prototype', JSON.parse('{"__proto__":{"read_only":false}}'), 400],
    ['20,000 levels', JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)), 400],
    ['too many bytes', { locale: 'x'.repeat(70_000) }, 413],
  ])('may leave %s', async (_, left, status) => {
    const { handler, sent, events } = startProxy()
    const inner = toNodeHandler(handler)
    const parse = (req: IncomingMessage, res: ServerResponse) => {
      req.resume()
      req.on('end', () => inner(Object.assign(req, { body: left }), res))
    }
    expect(statusesOf(await sendRaw(await serveNode(parse), raw({})))).toEqual([status])
    expect(sent.map(({ body }) => body.locale)).toEqual(status === 200 ? ['de-DE'] : [])
    expect(events).toMatchObject([{ status }])
  })
})

async function send(parts: Raw) {
  const { handler, sent } = startProxy()
  const said = await sendRaw(await serveNode(toNodeHandler(handler)), raw(parts))
  return { said, sent }
}

/** Returns the status lines of what a server has sent. */
function statusesOf(said: string): number[] {
  return [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
}

function only(...headers: string[]): { headers: string[] } {
  return { headers: [...headers] }
}

function fail(): never {
  throw new Error('No')
}
