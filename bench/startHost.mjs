import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { now } from './now.mjs'

/**
 * Starts a partner's site: its pages, their scripts, and the handler in front of the vendor.
 * `seen.calls` has the times of the requests for a portal or a token.
 */
export async function startHost({ vendor, assets, server: { createPortalHandler, toNodeHandler } }) {
  const seen = { calls: [] }
  const proxy = toNodeHandler(
    createPortalHandler({
      apiKey: 'seam_test_sandbox',
      authorize: () => ({ customer_key: 'hotel_1' }),
      endpoint: vendor.origin,
      portalOrigins: [vendor.origin],
    }),
  )
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host')
    if (pathname.startsWith('/api/')) seen.calls.push(now())
    if (pathname.startsWith('/api/seam/')) return proxy(request, response)
    if (pathname === '/api/signed-url')
      return send(response, 'application/json', JSON.stringify(await create(vendor)))
    if (pathname === '/api/guest-token') {
      await create(vendor)
      return send(response, 'application/json', JSON.stringify({ token: guestToken() }))
    }
    if (pathname === '/api/sink/customers/push_data') {
      const { customer_key } = await json(request)
      return send(response, 'application/json', JSON.stringify({ ok: customer_key === 'hotel_1' }))
    }
    if (pathname.startsWith('/assets/')) {
      const body = assets.get(pathname.slice('/assets/'.length))
      if (body === undefined) return response.writeHead(404).end()
      return send(response, pathname.endsWith('.css') ? 'text/css' : 'text/javascript', body)
    }
    const name = pathname.slice(1)
    if (!assets.has(`${name}.js`)) return response.writeHead(404).end()
    if (name.startsWith('push-')) return send(response, 'text/html', strictPageOf(name), STRICT)
    const facts = {
      vendor: vendor.origin,
      initialPortal: searchParams.has('created') ? await create(vendor) : undefined,
    }
    return send(response, 'text/html', pageOf(name, facts))
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return { origin: `http://localhost:${server.address().port}`, seen, server }
}

async function create({ origin }) {
  const response = await fetch(`${origin}/customers/create_portal`, { method: 'POST', body: '{}' })
  return (await response.json()).customer_portal
}

/** An unsigned token. The peer only reads when it expires. */
function guestToken() {
  return [{ alg: 'none' }, { exp: Math.floor(Date.now() / 1000) + 3600 }]
    .map((part) => `${Buffer.from(JSON.stringify(part)).toString('base64url')}.`)
    .join('')
}

function pageOf(name, facts) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/${name}.css">
<style>body { margin: 24px } button { min-height: 36px }</style>
<div id="root"></div><script>window.facts = ${JSON.stringify(facts)}</script>
<script type="module" src="/assets/${name}.js"></script></html>`
}

/** Under this policy nothing of a page may be evaluated. */
const STRICT = { 'content-security-policy': "default-src 'self'; script-src 'self'" }

function strictPageOf(name) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<script type="module" src="/assets/${name}.js"></script></html>`
}

function send(response, type, body, headers = {}) {
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers })
    .end(body)
}
