import { afterEach, expect, it, vi } from 'vitest'
import { createPortalSession } from '../../src/portal/createPortalSession'
import { prefetchLink } from '../../src/portal/prefetchLink'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['no records', { customer_key: 'harbour' }, 1],
  ['records', { customer_key: 'harbour', rooms: [] }, 0],
])(
  'asks for a server-made link that did not come, for a request with %s',
  async (_, customer_data, calls) => {
    vi.stubGlobal('navigator', {})
    const createPortal = vi.fn(async () => ({ url: 'https://se.am/portal' }))
    const session = createPortalSession({
      config: () => ({
        client: { createPortal },
        portalOrigins: ['https://se.am'],
        probe: false,
        onEvent: undefined,
      }),
      isSignedIn: true,
      consumedLinks: new Set(),
    })
    const failed = Promise.reject(new Error('The server made no link.'))
    session.links.offer({ customer_data }, failed)

    expect(prefetchLink(session, { customer_data })).toBe(calls > 0)
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()

    expect(createPortal).toHaveBeenCalledTimes(calls)
  },
)
