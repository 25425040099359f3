import { render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError, type PortalErrorCode, PortalFrame, PortalLauncher } from '../../src/index'
import { createTestPortal, createVendor, renderInPortal } from '../support/renderInPortal'

const failing = (code: PortalErrorCode, details?: { requestId: string }) => ({
  client: { createPortal: () => Promise.reject(new PortalError(code, undefined, details)) },
})
const part = (name: string) => document.querySelector(`[data-seam-portal=${name}]`)

describe('the error states and notices of <PortalFrame />', () => {
  it('has the sentence that is printed instead of the portal', () => {
    renderInPortal(<PortalFrame />, { provider: { sessionKey: null } })
    expect(part('frame')).toHaveAttribute('data-print', 'Access settings can be viewed on screen only.')
  })

  it('says that the user is signed out, without a button that could not help', () => {
    renderInPortal(<PortalFrame />, { provider: { sessionKey: null } })
    expect(screen.getByRole('heading', { name: 'You’ve been signed out' })).toBeVisible()
    expect(screen.getByText('Sign in again to manage access.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull()
  })

  it('says nothing about a portal that the host does not want yet', () => {
    renderInPortal(<PortalFrame enabled={false} />, { provider: { sessionKey: null } })
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('says in an open dialog that the user has been signed out', async () => {
    const vendor = createVendor()
    const dialog = (sessionKey: string | null) =>
      createTestPortal(vendor, { provider: { sessionKey } })(<PortalLauncher defaultOpen />)
    const { rerender } = render(dialog('first'))
    await waitFor(() => expect(part('frame')).toHaveAttribute('data-status', 'loaded'))
    rerender(dialog(null))
    expect(screen.getByRole('heading', { name: 'You’ve been signed out' })).toBeVisible()
    rerender(dialog('second'))
    await waitFor(() => expect(part('frame')).toHaveAttribute('data-status', 'loaded'))
    expect(screen.queryByRole('heading', { name: 'You’ve been signed out' })).toBeNull()
  })

  it('announces that it has loaded', async () => {
    renderInPortal(<PortalFrame />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading access settings')
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Access settings loaded'))
  })

  it('shows a ring on Retry while the retry is in flight, and does not dim the button', async () => {
    let answers = 0
    const createPortal = () =>
      (answers += 1) > 1 ? new Promise(() => {}) : Promise.reject(new PortalError('vendor_error'))
    renderInPortal(<PortalFrame />, { provider: { client: { createPortal } } })

    await userEvent.click(await screen.findByRole('button', { name: 'Retry' }))

    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Retry' })).toHaveAttribute('aria-busy', 'true'),
    )
    expect(screen.getByRole('button', { name: 'Retry' })).toHaveAttribute('aria-disabled', 'false')
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(answers).toBe(2)
  })

  it('ends the sentence of an ended session with a full stop', async () => {
    const vendor = createVendor()
    await vendor.fail('expires_soon', { ms: 1000 })
    render(createTestPortal(vendor)(<PortalFrame />))
    await waitFor(() => expect(part('notice')).toHaveTextContent('This session has ended.Reload'))
  })

  it('has a different icon for each cause', async () => {
    const shapes: Record<string, string | null | undefined> = {}
    for (const code of ['offline', 'unauthorized', 'forbidden', 'rate_limited', 'blocked_by_csp'] as const) {
      const { unmount } = renderInPortal(<PortalFrame />, { provider: failing(code) })
      await waitFor(() => expect(part('failed')).toHaveAttribute('data-code', code))
      shapes[code] = part('badge')?.querySelector('path')?.getAttribute('d')
      unmount()
    }
    expect(new Set(Object.values(shapes)).size).toBe(5)
  })

  it('makes the new tab the main button where a retry cannot help', async () => {
    for (const [code, way] of [
      ['blocked_by_csp', 'Open in a new tab'],
      ['vendor_error', 'Retry'],
    ] as const) {
      const { unmount } = renderInPortal(<PortalFrame />, { provider: failing(code) })
      await waitFor(() => expect(part('failed')).toHaveAttribute('data-code', code))
      const [first] = screen.getAllByRole('button').filter((button) => !button.dataset.variant)
      expect(first).toHaveTextContent(way)
      unmount()
    }
  })

  it('says in the error state that the browser has blocked the new tab', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    renderInPortal(<PortalFrame />, { provider: failing('vendor_error') })

    await userEvent.click(await screen.findByRole('button', { name: 'Open in a new tab' }))

    await waitFor(() => expect(part('body')).toHaveTextContent('Your browser blocked the new tab.'))
    expect(screen.getByRole('status')).toHaveTextContent('Your browser blocked the new tab.')
    expect(part('heading')).toHaveTextContent('Access settings didn’t load')
  })

  it('removes the sentence about the blocked tab when a retry has failed', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    renderInPortal(<PortalFrame />, { provider: failing('vendor_error') })
    await userEvent.click(await screen.findByRole('button', { name: 'Open in a new tab' }))
    await waitFor(() => expect(part('body')).toHaveTextContent('Your browser blocked the new tab.'))

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))

    await waitFor(() => expect(part('body')).toHaveTextContent('This is on our side.'))
  })

  it.each([
    [
      'denies the copy',
      () => vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied')),
    ],
    ['has no clipboard', () => vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never)],
  ])('selects the reference, to copy it by hand, where the browser %s', async (_, prepare) => {
    prepare()
    renderInPortal(<PortalFrame />, { provider: failing('vendor_error', { requestId: 'req-7F3K' }) })

    await userEvent.click(await screen.findByRole('button', { name: 'Copy reference' }))

    await waitFor(() => expect(String(getSelection())).toBe('Reference req-7F3K'))
    expect(screen.getByRole('button', { name: 'Copy reference' })).toBeVisible()
  })

  it('draws its icons the same without the stylesheet', async () => {
    renderInPortal(<PortalFrame />, { provider: failing('forbidden') })
    await waitFor(() => expect(part('glyph')).not.toBeNull())
    const glyph = part('glyph') as SVGElement
    expect(glyph.getBoundingClientRect()).toMatchObject({ width: 20, height: 20 })
    expect(getComputedStyle(glyph)).toMatchObject({ fill: 'none', strokeWidth: '1.75px' })
  })
})
