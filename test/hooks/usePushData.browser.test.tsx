import { act, render, waitFor } from '@testing-library/react'
import { type ReactNode, useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import {
  type CustomerData,
  type PortalEvent,
  type PortalBackend,
  PortalError,
  type PushJob,
  usePushData,
} from '../../src/index'
import { renderHook } from '../support/renderHook'
import { createTestPortal, createVendor, type PortalSetup } from '../support/renderInPortal'

const allowed = {
  authorize: () => ({ customer_key: 'harbour', allow: { push_data: true as const } }),
}

const mixed: CustomerData = {
  customer_key: 'harbour',
  rooms: [{ room_key: 'room-204', name: 'Room 204' }],
  reservations: [
    { reservation_key: 'R-20418', starts_at: '2026-03-01T15:00:00Z', ends_at: '2026-03-04T10:00:00Z' },
    { reservation_key: 'R-20419', ends_at: 'tomorrow' },
    { reservation_key: ' R-20420 ' },
  ],
}

function stays(count: number): CustomerData {
  return {
    customer_key: 'harbour',
    reservations: Array.from({ length: count }, (_, at) => ({ reservation_key: `R-${at}` })),
  }
}

const renderPush = (setup: PortalSetup = {}) =>
  renderHook(() => usePushData({ id: 'import' }), { handler: allowed, ...setup })

/** A backend whose requests wait until the test answers them. */
function createGate() {
  const bodies: CustomerData[] = []
  const signals: AbortSignal[] = []
  const waiting: ((answer: unknown) => void)[] = []
  const client: PortalBackend = {
    pushData(body, { signal }) {
      bodies.push(body)
      signals.push(signal)
      return new Promise((resolve) => waiting.push(resolve))
    },
  }
  const answer = async (given: unknown = { ok: true }) =>
    act(async () => {
      for (const resolve of waiting.splice(0)) resolve(given)
    })
  return { client, bodies, signals, answer }
}

/** Whether the browser would ask before it leaves the page. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  dispatchEvent(event)
  return event.defaultPrevented
}

const refused = (code: string) => ({ ok: false, error: { type: code, message: 'As told' } })

describe('usePushData', () => {
  it('sends what is right and names what is not', async () => {
    const events: PortalEvent[] = []
    const { vendor, result } = renderPush({ provider: { onEvent: (event) => events.push(event) } })
    expect(result.current).toMatchObject({ progress: undefined, result: undefined, isPushing: false })

    act(() => result.current.start(mixed))
    expect(result.current.isPushing).toBe(true)
    await waitFor(() => expect(result.current.result).toBeDefined())

    expect(result.current.result).toMatchObject({
      pushed: 2,
      remaining: 0,
      failed: [
        {
          customer_key: 'harbour',
          list: 'reservations',
          index: 1,
          key: 'R-20419',
          path: 'reservations[1].ends_at',
          reason: 'Expected a date and time such as 2026-03-01T15:00:00Z',
        },
        { list: 'reservations', index: 2, path: 'reservations[2].reservation_key' },
      ],
    })
    expect(result.current).toMatchObject({ isPushing: false, error: undefined })
    expect(result.current.progress).toMatchObject({ state: 'done', done: 4, total: 4, failed: 2 })
    expect((await vendor.log()).requests.map(({ path }) => path)).toContain('/customers/push_data')
    expect(events).toEqual([{ type: 'push', duration: expect.any(Number) as number }])
  })

  it('starts one push where an effect runs twice, and where it is started again', async () => {
    const { client, bodies, answer } = createGate()
    const seen: PushJob[] = []
    function Page(): ReactNode {
      const push = usePushData({ id: 'import' })
      const { start } = push
      useEffect(() => start(stays(3)), [start])
      useEffect(() => void seen.push(push))
      return null
    }
    render(createTestPortal(createVendor(), { provider: { client } })(<Page />), { reactStrictMode: true })
    await waitFor(() => expect(bodies).toHaveLength(1))

    act(() => seen.at(-1)?.start(stays(5)))
    await answer()

    await waitFor(() => expect(seen.at(-1)?.result?.pushed).toBe(3))
    expect(bodies).toHaveLength(1)
  })

  it('starts anew after its end, and a checkpoint leaves out what was sent', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    act(() => result.current.start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))
    await answer()
    await waitFor(() => expect(result.current.result?.pushed).toBe(3))
    const { checkpoint } = result.current.result ?? {}

    act(() => result.current.start(stays(3), { checkpoint }))
    expect(result.current.result).toBeUndefined()
    await waitFor(() => expect(result.current.result?.pushed).toBe(3))
    expect(bodies).toHaveLength(1)
  })

  it('pauses, resumes and is cancelled', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    act(() => result.current.start(stays(2500)))
    await waitFor(() => expect(bodies).toHaveLength(2))

    act(() => result.current.pause())
    expect(result.current.progress?.state).toBe('paused')
    expect(result.current.isPushing).toBe(true)
    await answer()
    expect(result.current.progress).toMatchObject({ state: 'paused', done: 1000 })
    expect(bodies).toHaveLength(2)

    act(() => result.current.resume())
    await waitFor(() => expect(bodies).toHaveLength(4))
    act(() => result.current.cancel())
    await waitFor(() => expect(result.current.isPushing).toBe(false))
    expect(result.current.result).toMatchObject({
      pushed: 1000,
      remaining: 1500,
      stopped: { code: 'aborted' },
    })
    expect(result.current.progress?.state).toBe('stopped')
  })

  it('holds back a push that is paused before the engine has come', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    act(() => {
      result.current.start(stays(3))
      result.current.pause()
    })
    await waitFor(() => expect(result.current.progress?.state).toBe('paused'))
    expect(bodies).toEqual([])

    act(() => result.current.resume())
    await waitFor(() => expect(bodies).toHaveLength(1))
    await answer()
    await waitFor(() => expect(result.current.result?.pushed).toBe(3))
  })

  it('pauses where it is when somebody is signed out, says why, and goes on', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    act(() => result.current.start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))
    await answer(refused('unauthorized'))
    await waitFor(() =>
      expect(result.current.progress).toMatchObject({ state: 'paused', code: 'unauthorized' }),
    )

    act(() => result.current.resume())
    await waitFor(() => expect(bodies).toHaveLength(2))
    await answer()
    await waitFor(() => expect(result.current.result).toMatchObject({ pushed: 3, remaining: 0 }))
  })

  it('goes on when its component has gone, and is there for the next one', async () => {
    const { client, bodies, answer } = createGate()
    const seen: PushJob[] = []
    function Page(): ReactNode {
      const push = usePushData({ id: 'import' })
      useEffect(() => void seen.push(push))
      return null
    }
    const wrap = createTestPortal(createVendor(), { provider: { client } })
    const { rerender } = render(wrap(<Page key="one" />))
    act(() => seen.at(-1)?.start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))

    rerender(wrap(null))
    await answer()
    rerender(wrap(<Page key="two" />))

    await waitFor(() => expect(seen.at(-1)?.result?.pushed).toBe(3))
  })

  it('calls a host’s client as its method', async () => {
    class Backend implements PortalBackend {
      requests = 0
      async pushData() {
        this.requests += 1
        return { ok: true }
      }
    }
    const client = new Backend()
    const { result } = renderPush({ provider: { client } })

    act(() => result.current.start(stays(3)))

    await waitFor(() => expect(result.current.result?.pushed).toBe(3))
    expect(client.requests).toBe(1)
  })

  it('counts nothing as sent once the host’s client cannot push', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    act(() => result.current.start(stays(1500), { inFlight: 1 }))
    await waitFor(() => expect(bodies).toHaveLength(1))

    delete client.pushData
    await answer()
    await waitFor(() => expect(result.current.result).toBeDefined())

    const [sent] = bodies
    expect(result.current.result?.pushed).toBe(sent?.reservations?.length)
    expect(result.current.result?.pushed).toBeLessThan(1500)
  })

  it('is one push for each id', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderHook(
      () =>
        [usePushData({ id: 'stays' }), usePushData({ id: 'stays' }), usePushData({ id: 'rooms' })] as const,
      { provider: { client } },
    )
    act(() => result.current[0].start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))
    expect(result.current.map(({ isPushing }) => isPushing)).toEqual([true, true, false])
    await answer()
    await waitFor(() => expect(result.current.map((one) => one.result?.pushed)).toEqual([3, 3, undefined]))
  })

  it('lets the browser ask before it leaves the page, and only meanwhile', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderPush({ provider: { client } })
    expect(asksBeforeLeaving()).toBe(false)

    act(() => result.current.start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))
    expect(asksBeforeLeaving()).toBe(true)

    await answer()
    await waitFor(() => expect(result.current.result).toBeDefined())
    expect(asksBeforeLeaving()).toBe(false)
  })

  it('lets the browser ask until the last of two pushes has ended', async () => {
    const { client, bodies, answer } = createGate()
    const { result } = renderHook(
      () => [usePushData({ id: 'stays' }), usePushData({ id: 'rooms' })] as const,
      { provider: { client } },
    )
    act(() => {
      for (const push of result.current) push.start(stays(3))
      result.current[1].pause()
    })
    await waitFor(() => expect(bodies).toHaveLength(1))
    await answer()
    await waitFor(() => expect(result.current[0].isPushing).toBe(false))
    expect(asksBeforeLeaving()).toBe(true)

    act(() => result.current[1].cancel())
    await waitFor(() => expect(result.current[1].isPushing).toBe(false))
    expect(asksBeforeLeaving()).toBe(false)
  })

  it.each(['second', null])('ends before the next paint when the user becomes %s', async (next) => {
    const { client, bodies, signals, answer } = createGate()
    const { result, change } = renderPush({ provider: { client, sessionKey: 'first' } })
    act(() => result.current.start(stays(2500)))
    await waitFor(() => expect(bodies).toHaveLength(2))
    const first = result.current

    change(next)
    // What runs now runs before the browser paints.
    await Promise.resolve()

    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
    expect(result.current).toMatchObject({ progress: undefined, result: undefined, isPushing: false })
    expect(asksBeforeLeaving()).toBe(false)

    await answer()
    act(() => first.start(stays(3)))
    await act(async () => {})
    expect(bodies).toHaveLength(2)
    expect(result.current).toMatchObject({ progress: undefined, result: undefined })
  })

  it('ends with its provider', async () => {
    const { client, bodies, signals } = createGate()
    const { result, unmount } = renderPush({ provider: { client } })
    act(() => result.current.start(stays(3)))
    await waitFor(() => expect(bodies).toHaveLength(1))

    unmount()
    await act(async () => {})

    expect(signals[0]?.aborted).toBe(true)
    expect(asksBeforeLeaving()).toBe(false)
  })

  it('asks the backend nothing while nobody is signed in', async () => {
    const { client, bodies } = createGate()
    const { result } = renderPush({ provider: { client, sessionKey: null } })

    act(() => result.current.start(stays(3)))
    // Whatever would send has come by then.
    await act(async () => Promise.all([import('../../src/push/runPush'), import('../../src/schemas/index')]))
    await act(async () => {})

    expect(result.current.error).toBeInstanceOf(PortalError)
    expect(result.current).toMatchObject({ error: { code: 'unauthorized' }, isPushing: false })
    expect(bodies).toEqual([])
  })

  it('sends nothing when the customer itself is wrong', async () => {
    const { vendor, result } = renderPush()

    act(() => result.current.start({ ...mixed, customer_key: '' }))
    await waitFor(() => expect(result.current.error?.code).toBe('invalid_input'))

    expect(result.current).toMatchObject({ progress: undefined, isPushing: false })
    expect((await vendor.log()).requests).toEqual([])
  })

  it('says so for each record when the grant does not allow it', async () => {
    const { result } = renderPush({ handler: {} })

    act(() => result.current.start(stays(3)))
    await waitFor(() => expect(result.current.result).toBeDefined())

    expect(result.current.result).toMatchObject({ pushed: 0, remaining: 0 })
    expect(result.current.result?.failed).toHaveLength(3)
  })
})
