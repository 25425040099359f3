import { describe, expect, it } from 'vitest'
import { refusalOf, startProxy } from './startProxy'

describe('a web Request', () => {
  it('passes the request to authorize, and the second argument as context', async () => {
    const seen: unknown[] = []
    const { handler, ask } = startProxy({
      authorize: (request, details) => {
        seen.push([request.headers.get('authorization'), details])
        return null
      },
    })
    await ask('create_portal', { customer_data: { customer_key: 'a' } }, { headers: { authorization: 'x' } })
    await ask('push_data', { customer_key: 'b' })
    await handler(
      new Request('https://app.example.com/customers/delete_data', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      }),
      'context',
    )
    expect(seen).toEqual([
      ['x', { operation: 'create_portal', requested: { customer_key: 'a' }, context: undefined }],
      [null, { operation: 'push_data', requested: { customer_key: 'b' }, context: undefined }],
      [null, { operation: 'delete_data', requested: { customer_key: undefined }, context: 'context' }],
    ])
  })

  it('is measured while its body arrives, also with a wrong content-length', async () => {
    const { handler } = startProxy()
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20))
      },
    })
    const response = await handler(
      new Request('https://app.example.com/customers/create_portal', {
        method: 'POST',
        body,
        duplex: 'half',
        headers: { 'content-type': 'application/json', 'content-length': '10' },
      } as RequestInit),
    )
    expect(response.status).toBe(413)
    expect(pulled).toBeLessThan(10)
  })

  it('gets an answer that says what to do when other code has read its body', async () => {
    const { handler } = startProxy()
    const request = new Request('https://app.example.com/customers/create_portal', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    await request.text()
    expect((await refusalOf(await handler(request))).message).toMatch(
      /Other code on the server read the body first.* `ctx.request` in Koa/,
    )
  })
})
