import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
// A host loads it on demand. The tests load it first, so that it is there before the first frame.
import '../../src/frames/createFrameCache'
import {
  PortalDialog,
  PortalError,
  PortalFrame,
  PortalLauncher,
  useClearPortals,
  useOpenPortal,
} from '../../src/index'
import { parkPointer } from '../support/parkPointer'
import { createTestPortal, createVendor, renderInPortal } from '../support/renderInPortal'

const frame = () => document.querySelector('iframe')
const untilLoaded = (count = 1) =>
  waitFor(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(count))

describe('warm="frame"', () => {
  it('loads the whole frame before the click, hidden and inert', async () => {
    const { vendor } = renderInPortal(<PortalLauncher warm="frame">Manage access</PortalLauncher>)
    const button = screen.getByRole('button')

    await userEvent.hover(button)
    await untilLoaded()
    const popup = document.querySelector('dialog')
    expect(popup?.open).toBe(false)
    expect(popup?.inert).toBe(true)
    const ready = frame()

    await userEvent.click(button)
    expect(popup?.matches(':modal')).toBe(true)
    expect(popup?.inert).toBe(false)
    expect(frame()).toBe(ready)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('stands on the page also where the host’s own content has a frame', async () => {
    const before = document.body.childElementCount
    const { unmount } = renderInPortal(
      <PortalDialog.Root warm="frame">
        <PortalDialog.Trigger>Manage access</PortalDialog.Trigger>
        <PortalDialog.Popup>
          <iframe title="Help" sandbox="" srcDoc="Help" />
          <PortalDialog.Title />
          <PortalDialog.Frame />
        </PortalDialog.Popup>
      </PortalDialog.Root>,
    )

    await userEvent.hover(screen.getByRole('button'))
    await untilLoaded()

    unmount()
    await Promise.resolve()
    // What is left is the container of this test.
    expect(document.body.childElementCount).toBe(before + 1)
  })

  it('keeps at most two prewarmed frames that were never opened', async () => {
    await parkPointer()
    const { vendor } = renderInPortal(
      <>
        {['en-US', 'de-DE', 'fr-FR'].map((locale) => (
          <PortalLauncher key={locale} warm="frame" locale={locale as 'en-US'}>
            {locale}
          </PortalLauncher>
        ))}
      </>,
    )

    for (const [index, button] of screen.getAllByRole('button').entries()) {
      await userEvent.hover(button)
      await waitFor(async () => expect((await vendor.log()).documents).toBe(index + 1))
    }

    await waitFor(() => expect(document.querySelectorAll('dialog')).toHaveLength(2))
  })

  it('destroys a prewarmed frame when the options change', async () => {
    const { rerender, wrap } = renderInPortal(<PortalLauncher warm="frame">Manage access</PortalLauncher>)
    await userEvent.hover(screen.getByRole('button'))
    await untilLoaded()

    rerender(
      wrap(
        <PortalLauncher warm="frame" read_only>
          Manage access
        </PortalLauncher>,
      ),
    )

    expect(frame()).toBeNull()
  })
})

describe('a frame whose part unmounts and mounts again', () => {
  it('is not reloaded when the user leaves a route and returns, with `keepAlive`', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor, { provider: { keepAlive: true } })
    const { rerender } = render(wrap(<PortalFrame />))
    await untilLoaded()
    const before = frame()

    rerender(wrap(<p>Elsewhere</p>))
    expect(before?.isConnected).toBe(true)
    expect(before?.checkVisibility()).toBe(false)
    // Session recorders must not record it there either.
    expect(
      before?.closest(
        '[data-sentry-block][data-dd-privacy=hidden][data-hj-suppress].ph-no-capture.fs-exclude',
      ),
    ).not.toBeNull()
    rerender(wrap(<PortalFrame />))
    await untilLoaded()

    expect(frame()).toBe(before)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('is destroyed with the route without `keepAlive`', async () => {
    const { rerender, wrap } = renderInPortal(<PortalFrame />)
    await untilLoaded()

    rerender(wrap(<p>Elsewhere</p>))

    expect(frame()).toBeNull()
  })

  it('is destroyed by useClearPortals', async () => {
    const { vendor } = renderInPortal(
      <>
        <Clear />
        <PortalFrame />
      </>,
      { provider: { keepAlive: true } },
    )
    await untilLoaded()
    const before = frame()

    await userEvent.click(screen.getByRole('button', { name: 'Clear' }))

    expect(before?.isConnected).toBe(false)
    await untilLoaded()
    expect(await vendor.log()).toMatchObject({ creates: 2, documents: 2 })
  })
})

describe('initialPortal', () => {
  it('is shown without a request, as a value or as a promise', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor)
    const link = {
      url: `${vendor.origin}/portals/made-ahead`,
      expires_at: new Date(Date.now() + 60_000).toISOString(),
    }

    const { unmount } = render(wrap(<PortalFrame initialPortal={link} />))
    await untilLoaded()
    expect(frame()?.src).toBe(link.url)
    unmount()

    render(wrap(<PortalFrame initialPortal={Promise.resolve(link)} />))
    await untilLoaded()
    expect(frame()?.src).toBe(link.url)
    expect((await vendor.log()).creates).toBe(0)
  })

  it('may come from the vendor’s official client', async () => {
    const vendor = createVendor()
    const link = await vendor.createOfficially()

    render(createTestPortal(vendor)(<PortalFrame initialPortal={link} />))
    await untilLoaded()

    expect(frame()?.src).toBe(link.url)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('is replaced by a request when it has expired', async () => {
    const vendor = createVendor()
    const link = {
      url: `${vendor.origin}/portals/made-ahead`,
      created_at: '2026-01-01T00:00:00Z',
      expires_at: '2026-01-01T00:00:00Z',
    }

    render(createTestPortal(vendor)(<PortalFrame initialPortal={link} />))
    await untilLoaded()

    expect(frame()?.src).not.toBe(link.url)
    expect((await vendor.log()).creates).toBe(1)
  })
})

describe('useOpenPortal', () => {
  it('stays open when no tab opens and the host’s modal around the button fades out', async () => {
    const tab = { document: document.implementation.createHTMLDocument(), close() {} }
    vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    const refusals: ((error: PortalError) => void)[] = []
    const createPortal = () => new Promise<never>((_, reject) => refusals.push(reject))
    renderInPortal(<FadingModal />, { provider: { client: { createPortal } } })
    await userEvent.click(screen.getByRole('button'))

    // Long after the press.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000)
    refusals[0]?.(new PortalError('forbidden'))

    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Room 204' })).toBeNull())
    await waitFor(() => expect(document.querySelector('body > div > dialog:modal')).not.toBeNull())
  })

  it('opens one dialog for many rows', async () => {
    const { vendor } = renderInPortal(
      <>
        <Row reservation="R-20418" />
        <Row reservation="R-20419" />
      </>,
    )

    await userEvent.click(screen.getByRole('button', { name: 'R-20418' }))
    await untilLoaded()
    expect(screen.getByRole('dialog', { name: 'Stay R-20418' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'R-20419' }))
    await waitFor(async () => expect((await vendor.log()).documents).toBe(2))

    expect(document.querySelectorAll('dialog')).toHaveLength(1)
    const { portals } = await vendor.log()
    expect(portals.map(({ options }) => options.deep_link)).toEqual([
      { resource_type: 'reservation', resource_key: 'R-20418' },
      { resource_type: 'reservation', resource_key: 'R-20419' },
    ])
  })
})

describe('<PortalProvider />', () => {
  it('does not use the host’s QueryClient', async () => {
    const host = new QueryClient()
    const vendor = createVendor()
    render(
      <QueryClientProvider client={host}>
        {createTestPortal(vendor)(
          <>
            <HostQuery />
            <PortalFrame />
          </>,
        )}
      </QueryClientProvider>,
    )

    await screen.findByText('the host’s own data')
    await untilLoaded()

    expect(
      host
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([['host']])
  })

  it('adds no dialog, frame or request for 500 idle launchers', async () => {
    await parkPointer()
    const { vendor } = renderInPortal(
      <>
        {Array.from({ length: 500 }, (_, row) => (
          <PortalLauncher key={row} deep_link={{ resource_type: 'reservation', resource_key: `R-${row}` }}>
            {`R-${row}`}
          </PortalLauncher>
        ))}
      </>,
    )

    expect(document.querySelectorAll('dialog, iframe, link[rel=preconnect]:not([data-other])')).toHaveLength(
      document.querySelectorAll('link[rel=preconnect]').length,
    )
    expect(await vendor.log()).toMatchObject({ creates: 0, documents: 0 })
  })
})

function Clear(): ReactNode {
  return (
    <button type="button" onClick={useClearPortals()}>
      Clear
    </button>
  )
}

function Row({ reservation }: { reservation: string }): ReactNode {
  const open = useOpenPortal()
  const [options] = useState({
    heading: `Stay ${reservation}`,
    deep_link: { resource_type: 'reservation' as const, resource_key: reservation },
  })
  return (
    <button type="button" onClick={() => open(options)}>
      {reservation}
    </button>
  )
}

function HostQuery(): ReactNode {
  const { data } = useQuery({ queryKey: ['host'], queryFn: async () => 'the host’s own data' })
  return <p>{data}</p>
}

/** A modal of the host’s, which closes when no tab opens. */
function FadingModal() {
  const open = useOpenPortal()
  const [isShown, setIsShown] = useState(true)
  const close = () => setTimeout(() => setIsShown(false), 100)
  return isShown ? (
    <div role="dialog" aria-label="Room 204">
      <button type="button" onClick={() => open({ presentation: 'tab', onError: close })}>
        Manage access
      </button>
    </div>
  ) : null
}
