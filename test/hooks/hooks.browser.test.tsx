import { act, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { enUS } from '../../src/components/words/enUS'
import {
  isPortalError,
  PortalDialog,
  PortalError,
  PortalLauncher,
  PortalProvider,
  useCreatePortal,
  useDeleteData,
  useOpenPortal,
  usePortal,
  usePortalLauncher,
  usePrefetchPortal,
} from '../../src/index'
import { renderHook } from '../support/renderHook'
import { createTestPortal, createVendor } from '../support/renderInPortal'

/** Returns the code of the error that a call rejects with. */
async function failure(call: () => Promise<unknown>): Promise<string> {
  const thrown = await act(async () => call().catch((error: unknown) => error))
  return isPortalError(thrown) ? thrown.code : 'none'
}

const allowAll = {
  authorize: () => ({
    customer_key: 'harbour',
    allow: { customer_data: true as const, push_data: true as const, delete_data: () => true },
  }),
}

describe('usePortal', () => {
  it('returns a link as a query', async () => {
    const { vendor, result } = renderHook(() => usePortal({ locale: 'nl-NL' }))

    expect(result.current.isPending).toBe(true)
    await waitFor(() => expect(result.current.data?.customer_key).toBe('harbour'))
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 0 })
  })

  it('waits until it is enabled', async () => {
    const { vendor, result } = renderHook(() => usePortal({ enabled: false }))

    await act(async () => {})

    expect(result.current.fetchStatus).toBe('idle')
    expect((await vendor.log()).creates).toBe(0)
  })

  it('returns the error as a value', async () => {
    const { result } = renderHook(() => usePortal(), { handler: { authorize: () => null } })

    await waitFor(() => expect(result.current.error).toBeInstanceOf(PortalError))
    expect(result.current.error).toMatchObject({ code: 'unauthorized', status: 401 })
  })

  it('aborts its request when it unmounts', async () => {
    let signal: AbortSignal | undefined
    const client = {
      createPortal: (_: unknown, call: { signal: AbortSignal }) => {
        signal = call.signal
        return new Promise(() => {})
      },
    }
    const { unmount } = renderHook(() => usePortal(), { provider: { client } })
    await waitFor(() => expect(signal).toBeDefined())
    expect(signal?.aborted).toBe(false)

    unmount()
    await act(async () => {})

    expect(signal?.aborted).toBe(true)
  })
})

describe('useCreatePortal', () => {
  it('makes a new link at each call, and one for simultaneous calls', async () => {
    const { vendor, result } = renderHook(useCreatePortal)
    const create = () => result.current.mutateAsync({})

    const [first, same] = await act(async () => Promise.all([create(), create()]))
    const next = await act(async () => create())

    expect(same.url).toBe(first.url)
    expect(next.url).not.toBe(first.url)
    expect((await vendor.log()).creates).toBe(2)
  })
})

describe('a provider that renders again', () => {
  it('remembers that the addresses of its backend end with a slash, and sends its newest headers', async () => {
    const asked: string[] = []
    const sent: unknown[] = []
    vi.spyOn(window, 'fetch').mockImplementation(async (request) => {
      const { url, headers } = request as Request
      const { pathname } = new URL(url)
      asked.push(pathname)
      sent.push(headers.get('x-render'))
      if (!pathname.endsWith('/')) return new Response(null, { status: 308 })
      return Response.json({ url: 'https://se.am/portal' })
    })
    const { rerender } = render(<RenderedAgain at="first" />)
    await act(async () => screen.getByRole('button').click())
    await screen.findByText('https://se.am/portal')
    rerender(<RenderedAgain at="second" />)
    await act(async () => screen.getByRole('button').click())
    await waitFor(() => expect(asked).toHaveLength(3))

    const path = '/api/customers/create_portal'
    expect(asked).toEqual([path, `${path}/`, `${path}/`])
    expect(sent).toEqual(['first', 'first', 'second'])
  })
})

describe('useOpenPortal', () => {
  it('returns the same function at each render, for the effects of a host', () => {
    const { result } = renderHook(() => {
      const [count, setCount] = useState(0)
      return { open: useOpenPortal(), count, setCount }
    })
    const { open, setCount } = result.current

    act(() => setCount(1))

    expect(result.current).toMatchObject({ open, count: 1 })
  })
})

describe('a change of user', () => {
  it('removes the link of the last user', async () => {
    const { result, change } = renderHook(useCreatePortal, { provider: { sessionKey: 'first' } })
    await act(async () => result.current.mutateAsync({}))
    await waitFor(() => expect(result.current.data?.url).toBeDefined())

    change('second')

    await waitFor(() => expect(result.current.data).toBeUndefined())
    expect(result.current.variables).toBeUndefined()
  })

  it('ignores the functions of the last user’s session', async () => {
    const { vendor, result, change } = renderHook(usePrefetchPortal, { provider: { sessionKey: 'first' } })
    const prefetch = result.current
    change('second')
    await act(async () => {})

    await act(async () => {
      prefetch()
      result.current({ locale: 'nl-NL' })
    })

    await waitFor(async () => expect((await vendor.log()).portals).toHaveLength(1))
    expect((await vendor.log()).portals[0]?.options.locale).toBe('nl-NL')
  })

  it('aborts the requests of the last user', async () => {
    const client = { createPortal: () => new Promise(() => {}) }
    const { result, change } = renderHook(useCreatePortal, { provider: { client, sessionKey: 'first' } })
    const code = result.current.mutateAsync({}).catch((error: PortalError) => error.code)
    await waitFor(() => expect(result.current.isPending).toBe(true))

    change('second')

    expect(await code).toBe('aborted')
  })
})

describe('a signed-out user', () => {
  it('causes no request to the backend, whichever hook is called', async () => {
    const asked: string[] = []
    const ask = (name: string) => async () => {
      asked.push(name)
      return {}
    }
    const client = { createPortal: ask('create'), deleteData: ask('delete') }
    const { result } = renderHook(() => ({ create: useCreatePortal(), remove: useDeleteData() }), {
      provider: { client, sessionKey: null },
    })
    const { create, remove } = result.current

    expect(await failure(() => create.mutateAsync({}))).toBe('unauthorized')
    expect(await failure(() => remove.mutateAsync({ reservation_keys: ['R-20418'] }))).toBe('unauthorized')
    expect(asked).toEqual([])
  })

  it('opens no tab', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    const vendor = createVendor()
    const wrap = createTestPortal(vendor, { provider: { sessionKey: null } })
    render(wrap(<PortalLauncher presentation="tab">Open</PortalLauncher>))

    await act(async () => screen.getByRole('button', { name: /Open/ }).click())
    await act(async () => {})

    expect(open).not.toHaveBeenCalled()
    expect((await vendor.log()).creates).toBe(0)
    expect(document.querySelector('[data-seam-portal=blocked]')?.textContent).toContain(
      enUS.errors.unauthorized[0],
    )
  })
})

describe('usePrefetchPortal', () => {
  it('prefetches a link once, and at most ten links a minute', async () => {
    const { vendor, result } = renderHook(usePrefetchPortal)

    act(() => {
      for (let row = 0; row < 50; row += 1) {
        result.current({ deep_link: { resource_type: 'reservation', resource_key: `R-${row}` } })
      }
    })

    await waitFor(async () => expect((await vendor.log()).portals).toHaveLength(10))
  })
})

describe('usePortalLauncher', () => {
  it('returns the props for a host’s own button, and the dialog', async () => {
    const vendor = createVendor()
    render(createTestPortal(vendor)(<OwnLauncher />))

    await act(async () => screen.getByRole('button', { name: 'Open' }).click())

    await waitFor(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())
    expect(document.querySelector('dialog')?.open).toBe(true)
    expect((await vendor.log()).portals.map(({ options }) => options.locale)).toEqual(['pl-PL'])
  })
})

describe('useDeleteData', () => {
  it('deletes records, and whole customers only with `deleteEverythingOfCustomers`', async () => {
    const { vendor, result } = renderHook(() => useDeleteData(), { handler: allowAll })

    await act(async () => result.current.mutateAsync({ reservation_keys: ['R-20418'] }))
    expect((await vendor.log()).requests.filter(({ method }) => method === 'POST')).toHaveLength(1)

    expect(await failure(() => result.current.mutateAsync({ customer_keys: ['harbour'] }))).toBe(
      'invalid_input',
    )
    expect((await vendor.log()).requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('deletes no customer beside records, also with the option', async () => {
    const { vendor, result } = renderHook(() => useDeleteData({ deleteEverythingOfCustomers: true }), {
      handler: allowAll,
    })
    const mixed = { customer_keys: ['harbour'], reservation_keys: ['R-20418'] }
    // @ts-expect-error -- whole customers and records in one call
    expect(await failure(() => result.current.mutateAsync(mixed))).toBe('invalid_input')
    expect((await vendor.log()).requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('is an error when the client has no `deleteData`, or answers that it is not done', async () => {
    const reservation = { reservation_keys: ['R-20418'] }
    const without = renderHook(() => useDeleteData(), { provider: { client: {} } })
    const thrown = await act(async () =>
      without.result.current.mutateAsync(reservation).catch((error: unknown) => error),
    )
    expect(thrown).toMatchObject({ code: 'invalid_input' })
    expect(String(thrown)).toContain('`client` of the provider has no `deleteData`')

    const refused = renderHook(() => useDeleteData(), {
      provider: { client: { deleteData: async () => ({ ok: false }) } },
    })
    expect(await failure(() => refused.result.current.mutateAsync(reservation))).toBe('vendor_error')
  })
})

/** A host that writes its headers anew at each render. */
function RenderedAgain({ at }: { at: string }): ReactNode {
  return (
    <PortalProvider endpoint="/api" headers={() => ({ 'x-render': at })}>
      <Creator />
    </PortalProvider>
  )
}

function Creator(): ReactNode {
  const { data, mutate } = useCreatePortal()
  return (
    <button type="button" onClick={() => mutate({})}>
      {data?.url ?? 'Create'}
    </button>
  )
}

function OwnLauncher(): ReactNode {
  const { triggerProps, rootProps } = usePortalLauncher({ locale: 'pl-PL' })
  return (
    <>
      <button type="button" {...triggerProps}>
        Open
      </button>
      <PortalDialog.Root {...rootProps}>
        <PortalDialog.Popup />
      </PortalDialog.Root>
    </>
  )
}
