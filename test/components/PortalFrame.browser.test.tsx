import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, Suspense } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { enUS as words } from '../../src/components/words/enUS'
import { PortalFrame } from '../../src/index'
import { createTestPortal, createVendor, renderInPortal } from '../support/renderInPortal'

const frame = () => document.querySelector('iframe')
const root = () => document.querySelector('[data-seam-portal=frame]')
const untilStatus = (status: string) =>
  waitFor(() => expect(root()?.getAttribute('data-status')).toBe(status))

describe('<PortalFrame />', () => {
  it('shows the portal in a sandboxed iframe with a name', async () => {
    renderInPortal(<PortalFrame heading="Harbour House" locale="fr-FR" />)

    await untilStatus('loaded')

    expect(frame()?.title).toBe('Harbour House')
    // After the words have arrived, `lang` lets a screen reader read them as French.
    await waitFor(() => expect(root()?.getAttribute('lang')).toBe('fr-FR'))
    expect(frame()?.getAttribute('allow')).toBe('clipboard-write; fullscreen')
    expect(frame()?.getAttribute('referrerpolicy')).toBe('strict-origin')
    expect(frame()?.getAttribute('width')).toBe('100%')
    expect(frame()?.getAttribute('height')).toBe('680')
    expect(frame()?.getAttribute('sandbox')?.split(' ')).toContain('allow-same-origin')
    expect(frame()?.getAttribute('sandbox')).not.toContain('allow-top-navigation')
  })

  for (const Mode of [StrictMode, 'main' as const]) {
    it(`is not reloaded by <Suspense>, in ${Mode === 'main' ? 'production' : 'StrictMode'}`, async () => {
      let resume: (() => void) | undefined
      let waiting: Promise<void> | undefined
      function Waits() {
        if (waiting) throw waiting
        return null
      }
      const vendor = createVendor()
      const wrap = createTestPortal(vendor)
      const ui = () => (
        <Mode>
          {wrap(
            <Suspense fallback={<p>Waits</p>}>
              <PortalFrame />
              <Waits />
            </Suspense>,
          )}
        </Mode>
      )
      const { rerender } = render(ui())
      await untilStatus('loaded')
      const before = frame()

      waiting = new Promise((resolve) => {
        resume = resolve
      })
      rerender(ui())
      await screen.findByText('Waits')
      await act(async () => {
        waiting = undefined
        resume?.()
      })

      await waitFor(() => expect(screen.queryByText('Waits')).toBeNull())
      await untilStatus('loaded')
      expect(frame()).toBe(before)
      expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
    })
  }

  it('requests an embedded portal by default', async () => {
    const { vendor } = renderInPortal(<PortalFrame navigation_mode="restricted" read_only />)

    await untilStatus('loaded')

    const { portals } = await vendor.log()
    expect(portals.map(({ options }) => options)).toMatchObject([
      { is_embedded: true, navigation_mode: 'restricted', read_only: true },
    ])
  })

  it('makes one link and one frame document under StrictMode', async () => {
    const { vendor } = renderInPortal(<PortalFrame />, { strict: true })

    await untilStatus('loaded')

    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('makes one link for all frames with the same request', async () => {
    const { vendor } = renderInPortal(
      <>
        <PortalFrame locale="de-DE" read_only />
        <PortalFrame read_only locale="de-DE" />
      </>,
    )

    await waitFor(() => expect(document.querySelectorAll('[data-status=loaded]')).toHaveLength(2))

    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 2 })
  })

  it('does not reload when React reorders it and its siblings', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor)
    const ui = (order: string) =>
      wrap(
        [...order].map((name) =>
          name === 'P' ? (
            <section key={name}>
              <PortalFrame />
            </section>
          ) : (
            <p key={name}>{name}</p>
          ),
        ),
      )
    const { rerender } = render(ui('aPb'))
    await untilStatus('loaded')
    const before = frame()
    before?.focus()

    for (const order of ['Pab', 'abP', 'bPa', 'Pba', 'baP', 'aPb']) {
      rerender(ui(order))
      expect(frame()?.closest('section')?.nextElementSibling?.textContent).toBe(order.split('P')[1]?.[0])
      // A move that reloads sends a request at once, so the vendor has it before the next answer.
      expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
    }
    expect(frame()).toBe(before)
    expect(document.activeElement).toBe(before)
  })

  it('does not reload in twenty renders with new callbacks, styles and equal options', async () => {
    const vendor = createVendor()
    const wrap = createTestPortal(vendor)
    const ui = (turn: number) =>
      wrap(
        <PortalFrame
          landing_page={{ manage: { property_key: 'harbour-house' } }}
          style={{ opacity: 1 - turn / 100 }}
          className={`turn-${turn}`}
          onStatusChange={() => {}}
          heading={`Turn ${turn}`}
        />,
      )
    const { rerender } = renderInPortal(null)
    rerender(ui(0))
    await untilStatus('loaded')
    const element = frame()

    for (let turn = 1; turn <= 20; turn += 1) rerender(ui(turn))
    await waitFor(() => expect(frame()?.title).toBe('Turn 20'))

    expect(frame()).toBe(element)
    expect(await vendor.log()).toMatchObject({ creates: 1, documents: 1 })
  })

  it('makes a new portal when a wire value changes, and only then', async () => {
    const { vendor, wrap, rerender } = renderInPortal(<PortalFrame locale="en-US" />)
    await untilStatus('loaded')

    rerender(wrap(<PortalFrame locale="de-DE" />))

    await waitFor(async () => expect((await vendor.log()).documents).toBe(2))
    await untilStatus('loaded')
    expect((await vendor.log()).portals.map(({ options }) => options.locale)).toEqual(['en-US', 'de-DE'])
  })

  it('says why there is no portal, and Retry makes a new request', async () => {
    const vendor = createVendor()
    await vendor.fail('server_error')
    const onError = vi.fn<(error: unknown) => void>()
    const { rerender } = renderInPortal(null)
    rerender(createTestPortal(vendor)(<PortalFrame onError={onError} />))

    await screen.findByText(words.errors.unavailable[0], { selector: 'h3' })
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'PortalError', code: 'vendor_error', status: 502 }),
    )
    expect(screen.getByRole('button', { name: 'Open in a new tab' })).toBeVisible()

    await vendor.heal()
    const retry = screen.getByRole('button', { name: 'Retry' })
    retry.focus()
    fireEvent.click(retry)
    expect(document.activeElement).toBe(retry)

    await untilStatus('loaded')
    expect(document.activeElement).toBe(root())
  })

  it('refuses a portal on an origin that is not listed, and makes no frame for it', async () => {
    renderInPortal(<PortalFrame />, { provider: { portalOrigins: ['https://portal.example'] } })

    await screen.findByText(words.errors.unavailable[0], { selector: 'h3' })

    expect(root()?.querySelector('[data-code]')?.getAttribute('data-code')).toBe('portal_url_refused')
    expect(frame()).toBeNull()
  })

  it('runs nothing while the user is signed out', async () => {
    const { vendor } = renderInPortal(<PortalFrame />, { provider: { sessionKey: null } })

    await act(async () => {})

    expect(root()?.getAttribute('data-status')).toBe('idle')
    expect(await vendor.log()).toMatchObject({ creates: 0, documents: 0 })
  })

  it('removes everything of one user when another signs in', async () => {
    const vendor = createVendor()
    const { rerender } = renderInPortal(null)
    const ui = (sessionKey: string) => createTestPortal(vendor, { provider: { sessionKey } })(<PortalFrame />)
    rerender(ui('first'))
    await untilStatus('loaded')
    const before = frame()

    rerender(ui('second'))

    expect(before?.isConnected).toBe(false)
    await untilStatus('loaded')
    expect(await vendor.log()).toMatchObject({ creates: 2, documents: 2 })
  })
})
