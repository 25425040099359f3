import { expect, it, vi } from 'vitest'
import { toNodeHandler } from '../../src/server/index'
import { lazyRequest } from '../../src/server/lazyRequest'
import { serveNode } from './serveNode'
import { startProxy } from './startProxy'

it('gives the host’s functions a real Request', async () => {
  const seen: Request[] = []
  const { handler } = startProxy({
    authorize(request) {
      Object.assign(request, { user: 'user_1' })
      seen.push(request)
      return { customer_key: 'hotel_1' }
    },
  })
  const origin = await serveNode(toNodeHandler(handler))
  await fetch(`${origin}/customers/create_portal`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', authorization: 'Bearer 1' },
  })
  const [request] = seen
  if (!request) throw new Error('The handler did not ask `authorize`.')
  expect(request).toBeInstanceOf(Request)
  expect((request as Request & { user?: string }).user).toBe('user_1')
  expect(request.bodyUsed).toBe(true)
  await expect(request.text()).resolves.toBe('')
  // Frameworks make their own request of it.
  for (const copy of [request, new Request(request), request.clone()]) {
    expect([copy.method, copy.url]).toEqual(['POST', `${origin}/customers/create_portal`])
    expect(copy.headers.get('authorization')).toBe('Bearer 1')
    expect(copy.signal.aborted).toBe(false)
  }
})

it('makes the Request when a host first reads it, and once', () => {
  const make = vi.fn(() => new Request('https://host.example/', { headers: { accept: 'text/x' } }))
  const request = lazyRequest(make)
  expect(request).toBeInstanceOf(Request)
  // Node 24 keeps the state of a Request in private fields, where a stand-in has none.
  const isLazy = Number(process.versions.node.split('.')[0]) < 24
  expect(make).toHaveBeenCalledTimes(isLazy ? 0 : 1)
  expect([request.url, request.headers.get('accept')]).toEqual(['https://host.example/', 'text/x'])
  expect(Reflect.get(request, 'clone')).toBe(Reflect.get(request, 'clone'))
  expect(request.constructor.name).toBe('Request')
  expect(make).toHaveBeenCalledTimes(1)
})
