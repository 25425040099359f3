import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPortalClient, isPortalError } from '../../src/client/index'
import { toNodeHandler } from '../../src/server/index'
import { serveNode } from '../server/serveNode'
import { startProxy } from '../server/startProxy'

/** A server in front of the handler that can redirect. It records the requests. */
async function startServer(redirect: (path: string) => string | undefined) {
  const proxy = startProxy({ grant: { customer_key: 'hotel_1', allow: { push_data: true } } })
  const listener = toNodeHandler(proxy.handler)
  const asked: string[] = []
  const origin = await serveNode((req: IncomingMessage, res: ServerResponse) => {
    const path = req.url ?? ''
    asked.push(path)
    const location = redirect(path)
    if (location === undefined) void listener(req, res)
    else res.writeHead(308, { location }).end()
  })
  const client = createPortalClient({ endpoint: `${origin}/api/seam` })
  return { ...proxy, asked, client, origin }
}

const PATH = '/api/seam/customers/create_portal'

describe('a server that redirects', () => {
  it('to the final slash gets the request again with the slash, and later requests with it at once', async () => {
    const { client, asked, sent } = await startServer((path) => (path.endsWith('/') ? undefined : `${path}/`))

    expect((await client.createPortal({})).customer_key).toBe('hotel_1')
    await client.createPortal({})
    await client.pushData({ customer_key: 'hotel_1' })

    expect(asked).toEqual([PATH, `${PATH}/`, `${PATH}/`, '/api/seam/customers/push_data/'])
    expect(sent).toHaveLength(3)
  })

  it('away from the final slash later gets the request without it', async () => {
    let hasSlash = true
    const { client, asked } = await startServer((path) =>
      path.endsWith('/') === hasSlash ? undefined : path,
    )
    await client.createPortal({})
    hasSlash = false
    await client.createPortal({})
    await client.createPortal({})
    expect(asked).toEqual([PATH, `${PATH}/`, `${PATH}/`, PATH, PATH])
  })

  it('to the final slash after another request has found that out gets the request again with the slash', async () => {
    const late: (() => void)[] = []
    const client = createPortalClient({
      endpoint: 'https://app.test',
      async fetch({ url }) {
        if (url.endsWith('/')) return Response.json({ url: 'https://se.am/portal' })
        if (late.length === 0) await new Promise<void>((resolve) => late.push(resolve))
        return new Response(null, { status: 308 })
      },
    })
    const first = client.createPortal({})
    await client.createPortal({})
    late[0]?.()
    expect((await first).url).toBe('https://se.am/portal')
  })

  it('to a login page from one address learns nothing from an error at the other', async () => {
    let isSignedIn = false
    const asked: string[] = []
    const client = createPortalClient({
      endpoint: 'https://app.test',
      async fetch({ url }) {
        asked.push(url.endsWith('/') ? 'slash' : 'plain')
        if (url.endsWith('/')) return new Response(null, { status: 405 })
        if (!isSignedIn) return new Response(null, { status: 302 })
        return Response.json({ url: 'https://se.am/portal' })
      },
    })
    await expect(client.createPortal({})).rejects.toMatchObject({ code: 'method_not_allowed' })
    isSignedIn = true
    expect((await client.createPortal({})).url).toBe('https://se.am/portal')
    expect(asked).toEqual(['plain', 'slash', 'plain'])
  })

  it('to a login page from both addresses is unauthorized, and the error says what to do', async () => {
    const { client, asked, sent } = await startServer(() => '/login')

    const error = await client.createPortal({}).catch((thrown: unknown) => thrown)

    expect(error).toSatisfy(isPortalError)
    expect(error).toMatchObject({ code: 'unauthorized' })
    for (const word of ['login page', '`endpoint`', 'final slash']) expect(String(error)).toContain(word)
    expect(asked).toEqual([PATH, `${PATH}/`])
    expect(sent).toEqual([])
  })

  it('to another origin never causes the body to be sent there', async () => {
    const other: string[] = []
    const elsewhere = await serveNode((req, res) => {
      other.push(req.url ?? '')
      res.end()
    })
    const { client, origin, asked } = await startServer(() => elsewhere)
    await expect(client.createPortal({})).rejects.toMatchObject({ code: 'unauthorized' })
    expect([other, asked]).toEqual([[], [PATH, `${PATH}/`]])
    expect(origin).not.toBe(elsewhere)
  })

  it('from one address to a login page, and answers 404 at the other, is unauthorized', async () => {
    const client = createPortalClient({
      endpoint: await serveNode((req, res) => {
        res.writeHead(req.url?.endsWith('/') ? 404 : 302, { location: '/login' })
        res.end()
      }),
    })
    await expect(client.createPortal({})).rejects.toMatchObject({ code: 'unauthorized' })
  })
})
