import { expect, it } from 'vitest'
import { toNodeHandler } from '../../src/server/index'
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
