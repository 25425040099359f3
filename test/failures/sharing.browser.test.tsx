import { Activity, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { describe, expect, it } from 'vitest'
import { PortalError, PortalFrame, PortalProvider, usePortal } from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  linkOf,
  portalState,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

const never = new Promise<never>(() => {})

function Link({ waits = false }) {
  const { data } = usePortal({ read_only: waits })
  if (waits) throw never
  return <p data-link={!!data} />
}

function EmbeddedLink() {
  usePortal({ is_embedded: true })
  return null
}

/** Two links; React hides the first while it waits. */
const both = (waits: boolean) => (
  <>
    <Suspense fallback={null}>
      <Link waits={waits} />
    </Suspense>
    <Link />
  </>
)

describe('a link that parts share', () => {
  it('is given up when its usePortal leaves the page', async () => {
    const { asked, client } = createQuestions()
    const { rerender } = renderWith(<Link />, { client })
    await until(() => expect(asked).toHaveLength(1))
    rerender(null)
    await settle()
    expect(asked[0]?.signal.aborted).toBe(true)
  })

  it('shows the error of another part’s Retry', async () => {
    const { asked, client } = createQuestions()
    renderWith(
      <>
        <PortalFrame />
        <PortalFrame />
      </>,
      { client },
    )
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.fail(new PortalError('vendor_error'))
    await untilPortalState({ code: 'vendor_error' }, 1)
    button('Retry').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail(new PortalError('forbidden'))
    await untilPortalState({ code: 'forbidden' }, 0)
    await settle()
    expect(portalState(1)).toMatchObject({ code: 'forbidden' })
  })

  it('is one again for all when React shows a hidden provider', async () => {
    const { asked, client } = createQuestions()
    const vendor = createVendor()
    const page = (
      <PortalProvider client={client} portalOrigins={[vendor.origin]}>
        <EmbeddedLink />
        <PortalFrame />
      </PortalProvider>
    )
    const show = (mode: 'visible' | 'hidden') => <Activity mode={mode}>{page}</Activity>
    const { rerender } = renderWith(show('visible'), { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
    rerender(show('hidden'))
    await settle()
    rerender(show('visible'))
    await settle()
    expect(asked).toHaveLength(2)
    rerender(show('hidden'))
    await settle()
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true])
  })

  it('keeps its error and its age until a renewal succeeds', async () => {
    const { asked, client } = createQuestions()
    const seen: [number, boolean, string][] = []
    function Host() {
      const { refetch, dataUpdatedAt, isError, fetchStatus } = usePortal()
      seen.push([dataUpdatedAt, isError, fetchStatus])
      return (
        <button type="button" onClick={() => void refetch()}>
          Renew
        </button>
      )
    }
    const { vendor } = renderWith(<Host />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await settle()
    const [at] = seen.at(-1) ?? []
    expect(at).toBeGreaterThan(0)
    button('Renew').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail(new PortalError('vendor_error'))
    await until(() => expect(seen.at(-1)?.[1]).toBe(true))
    expect(seen.at(-1)?.[0]).toBe(at)
    button('Renew').click()
    await until(() => expect(asked).toHaveLength(3))
    await settle()
    expect(seen.at(-1)).toEqual([at, true, 'fetching'])
  })
})

describe('usePortal of the next user', () => {
  it('is not emptied by the end of the user before, whose part React had hidden', async () => {
    const { asked, client } = createQuestions()
    const { vendor, rerender } = renderWith(both(false), { client, sessionKey: 'first' })
    await until(() => expect(asked).toHaveLength(1))

    flushSync(() => rerender(both(true), { sessionKey: 'second' }))
    await until(() => expect(asked).toHaveLength(2))
    await settle()
    asked[1]?.answer(linkOf(vendor))

    await until(() => expect(document.querySelector('[data-link=true]')).not.toBeNull())
  })
})
