import { render } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { enUS as words } from '../../src/components/words/enUS'
import { diagnoseFrame } from '../../src/frames/diagnoseFrame'
import { type PortalEvent, PortalFrame, PortalLauncher } from '../../src/index'
import { createTestPortal, createVendor } from '../support/renderInPortal'
import {
  button,
  createQuestions,
  portalState,
  frames,
  linkOf,
  part,
  renderWith,
  settle,
  until,
  untilPortalState,
} from './onScreen'

/** Records the probes that the page sends. They are real requests. */
function watchProbes() {
  const probes: string[] = []
  const real = window.fetch.bind(window)
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    if (init?.mode === 'no-cors') probes.push(String(input))
    return real(input, init)
  })
  return probes
}

const violation = (vendor: { origin: string }, more: SecurityPolicyViolationEventInit = {}) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      documentURI: location.href,
      violatedDirective: 'frame-src',
      effectiveDirective: 'frame-src',
      originalPolicy: 'frame-src',
      statusCode: 200,
      disposition: 'enforce',
      blockedURI: `${vendor.origin}/portals/1`,
      ...more,
    }),
  )

describe('a portal whose page never arrives', () => {
  it('timeout: a frame without a page is slow after 8 seconds and has failed after 20', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const vendor = createVendor()
    await vendor.fail('portal_hangs')
    const events: PortalEvent[] = []
    render(
      createTestPortal(vendor, {
        provider: { onEvent: (event: PortalEvent) => events.push(event) } as never,
      })(<PortalFrame />),
    )
    await until(() => expect(frames()).toHaveLength(1))
    expect(portalState()).toMatchObject({ status: 'loading', code: null })

    await vi.advanceTimersByTimeAsync(7_999)
    expect(portalState().status).toBe('loading')
    await vi.advanceTimersByTimeAsync(1)
    await untilPortalState({ status: 'slow', code: null })
    expect(part()?.querySelector('[data-kind=slow]')?.textContent).toBe(`${words.slow}${words.newTab}`)

    await vi.advanceTimersByTimeAsync(12_000)
    await untilPortalState({ status: 'failed', code: 'timeout', title: words.errors.unavailable[0] })
    expect(events.map(({ type }) => type)).toEqual(['create', 'slow', 'error'])
    expect((await vendor.log()).creates).toBe(1)
    await vendor.heal()
    button('Retry').click()
    await untilPortalState({ status: 'loaded' })
    expect((await vendor.log()).creates).toBe(2)
    expect(frames()).toHaveLength(1)
  })

  it('removes the slow notice when the page arrives late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await until(() => expect(frames()).toHaveLength(1))
    // The frame cannot load while the test moves the clock, because nothing else runs meanwhile.
    vi.advanceTimersByTime(8_000)
    await untilPortalState({ status: 'loaded' })
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(portalState()).toMatchObject({ status: 'loaded', code: null })
  })

  it('stops its timers when the part unmounts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const vendor = createVendor()
    await vendor.fail('portal_hangs')
    const onStatusChange = vi.fn<(status: string) => void>()
    const { unmount } = render(createTestPortal(vendor)(<PortalFrame onStatusChange={onStatusChange} />))
    await until(() => expect(frames()).toHaveLength(1))
    unmount()
    await settle()

    await vi.advanceTimersByTimeAsync(60_000)

    expect(onStatusChange.mock.calls.flat()).toEqual(['creating', 'loading'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a portal whose origin does not answer', () => {
  /** A port on this machine that no server uses. */
  const UNREACHABLE = 'http://127.0.0.1:9'
  const unreachable = { url: `${UNREACHABLE}/portals/1?token=seam_cst_canary` }

  it.each([true, false])(
    'requests the head of its page once, also when the frame may show an error page (%s)',
    async (mayBeError) => {
      const heads: unknown[] = []
      const send = window.fetch.bind(window)
      vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
        if (init?.method === 'HEAD') heads.push(input)
        return send(input, init)
      })
      const found = await diagnoseFrame(UNREACHABLE, true, mayBeError, new AbortController().signal)
      expect(found?.code).toBe('portal_unreachable')
      expect(heads).toHaveLength(1)
    },
  )

  it('portal_unreachable: one probe of the root of its origin gets no answer', async () => {
    const probes = watchProbes()
    const { events } = renderWith(<PortalFrame />, {
      client: { createPortal: async () => unreachable },
      portalOrigins: [UNREACHABLE],
    })

    await untilPortalState({ status: 'failed', code: 'portal_unreachable', title: words.errors.blocked[0] })

    expect(button('Open in a new tab')).toBeVisible()
    expect(probes).toEqual([`${UNREACHABLE}/`])
    expect(events.map(({ type }) => type)).toEqual(['create', 'load', 'error'])
  })

  it('stays loaded when `probe` is false', async () => {
    const probes = watchProbes()
    renderWith(<PortalFrame />, {
      client: { createPortal: async () => unreachable },
      portalOrigins: [UNREACHABLE],
      probe: false,
    })

    await untilPortalState({ status: 'loaded' })
    // A diagnosis takes less time.
    await settle(40)

    expect(portalState()).toMatchObject({ status: 'loaded', code: null })
    expect(probes).toEqual([])
  })

  it('fails when the device goes offline between the link and the page', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    renderWith(<PortalFrame />, {
      client: { createPortal: async () => unreachable },
      portalOrigins: [UNREACHABLE],
      probe: false,
    })

    await untilPortalState({ status: 'failed', code: 'portal_unreachable' })
  })
})

describe('a browser that believes it is offline', () => {
  it('shows a portal that answers: before the call, and after the frame has loaded', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const probes = watchProbes()
    const onError = vi.fn<() => void>()
    const vendor = createVendor()
    render(createTestPortal(vendor)(<PortalFrame onError={onError} />))

    await untilPortalState({ status: 'loaded', code: null })
    await until(() => expect(probes).toEqual([`${vendor.origin}/`]))
    await settle(40)

    expect(portalState()).toMatchObject({ status: 'loaded', code: null })
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('the permissions of a frame', () => {
  it('are the clipboard and the full screen, and storage after a press of the user’s', async () => {
    const vendor = createVendor()
    render(createTestPortal(vendor)(<PortalFrame />))
    await untilPortalState({ status: 'loaded' })

    expect([permits('clipboard-write'), permits('fullscreen')]).toEqual([true, true])
    expect([permits('camera'), permits('geolocation')]).toEqual([false, false])
    expect(frames()[0]?.getAttribute('sandbox')).toContain('allow-storage-access-by-user-activation')
    expect(frames()[0]?.getAttribute('sandbox')).not.toContain('top-navigation')
  })

  it('are more where the provider’s `allow` says so, from the next frame on', async () => {
    const vendor = createVendor()
    const wrap = (allow?: string) => createTestPortal(vendor, { provider: { allow } as never })
    const { rerender } = render(wrap()(<PortalFrame />))
    await untilPortalState({ status: 'loaded' })
    const first = frames()[0]

    rerender(wrap('camera; publickey-credentials-get')(<PortalFrame />))
    await settle()
    expect(frames()[0]).toBe(first)

    rerender(wrap('camera; publickey-credentials-get')(<PortalFrame locale="de-DE" />))
    await until(() => expect(frames()[0]).not.toBe(first))
    await untilPortalState({ status: 'loaded' })
    expect(frames()[0]?.allow).toBe('clipboard-write; fullscreen; camera; publickey-credentials-get')
    expect([permits('camera'), permits('clipboard-write')]).toEqual([true, true])
  })

  it.each(['camera *', "camera 'self' *", '*', 'camera *; geolocation'])(
    'are never for every origin: %s',
    async (allow) => {
      const report = vi.spyOn(window, 'reportError').mockImplementation(() => {})
      const vendor = createVendor()
      render(createTestPortal(vendor, { provider: { allow } as never })(<PortalFrame />))
      await untilPortalState({ status: 'loaded' })

      expect(permits('camera')).toBe(false)
      expect(frames()[0]?.allow).not.toContain('*')
      expect(permits('geolocation')).toBe(allow.endsWith('geolocation'))
      expect(report.mock.calls.map(([error]) => String(error))).toEqual([
        expect.stringContaining('`allow` of PortalProvider'),
      ])
    },
  )
})

describe('a portal that refuses to be framed', () => {
  it('looks like one that works, so the button for a new tab stays visible', async () => {
    const vendor = createVendor()
    await vendor.fail('portal_refuses_frames')
    render(createTestPortal(vendor)(<PortalLauncher defaultOpen>Manage access</PortalLauncher>))

    await untilPortalState({ status: 'loaded', code: null })

    expect(button('Open in a new tab')).toBeVisible()
    expect(button('Close')).toBeVisible()
  })
})

describe('a portal that navigates inside its frame', () => {
  it('is not diagnosed again after its first page', async () => {
    const probes = watchProbes()
    const vendor = createVendor()
    const events: PortalEvent[] = []
    render(
      createTestPortal(vendor, {
        provider: { onEvent: (event: PortalEvent) => events.push(event) } as never,
      })(<PortalFrame />),
    )
    await untilPortalState({ status: 'loaded' })
    await until(() => expect(probes).toHaveLength(1))

    frames()[0]?.dispatchEvent(new Event('load'))
    await settle(40)

    expect(probes).toHaveLength(1)
    expect(events.map(({ type }) => type)).toEqual(['create', 'load'])
  })
})

describe('a policy of the page', () => {
  it('decides the state, before or after the frame’s load', async () => {
    const { asked, client } = createQuestions()
    const { vendor } = renderWith(<PortalFrame />, { client })
    await until(() => expect(asked).toHaveLength(1))
    asked[0]?.answer(linkOf(vendor))
    await until(() => expect(frames()).toHaveLength(1))

    violation(vendor)

    await untilPortalState({ status: 'failed', code: 'blocked_by_csp', title: words.errors.blocked[0] })
    await settle()
    expect(portalState().status).toBe('failed')
  })

  it('is ignored when it is report-only, or about another origin or directive', async () => {
    const vendor = createVendor()
    render(createTestPortal(vendor)(<PortalFrame />))
    await untilPortalState({ status: 'loaded' })

    violation(vendor, { disposition: 'report' })
    violation({ origin: 'https://elsewhere.example' })
    violation(vendor, { effectiveDirective: 'img-src' })
    await settle()

    expect(portalState()).toMatchObject({ status: 'loaded', code: null })
  })
})

/** Whether the browser lets the first frame use a feature. */
const permits = (feature: string) =>
  (
    frames()[0] as HTMLIFrameElement & {
      featurePolicy: { allowsFeature: (feature: string, origin?: string) => boolean }
    }
  ).featurePolicy.allowsFeature(feature, new URL(frames()[0]?.src ?? '').origin)
