import { expect } from 'vitest'
import type { PortalGrant } from '../../../src/server/index'
import type { SandboxFault } from '../../../src/sandbox/index'
import type { Behaviour } from '../Behaviour'
import type { Host } from '../Host'

/** Eight seconds until a frame is slow, and the pauses before a retry. Not the twelve until a blank frame has failed. */
const SOON = '1000 10000'

/** The same without the pauses: the page's own server keeps its two seconds. */
const SLOW_SOON = '8000 8000'

/** A page whose headers keep the portal out. */
const kept =
  (headers: Record<string, string>, code: string): Behaviour['check'] =>
  async (host) => {
    await host.open('frame', { headers, shorten: SLOW_SOON })
    await host.untilFailed(code)
    expect(host.links()).toBe(1)
    await host.until('a way out', async () => host.says('Open in a new tab'))
  }

/** A page whose headers look strict, and let the portal through. */
const harmless =
  (headers: Record<string, string>): Behaviour['check'] =>
  async (host) => {
    await host.open('frame', { headers })
    await host.untilLoaded()
    if (headers['content-security-policy'])
      await host.until('a question that was not allowed', async () => (await host.seen()).violations.length)
    else await host.untilDiagnosed()
    expect(await host.state()).toMatchObject({ status: 'loaded' })
  }

/** A fault of the vendor’s API shows its error state, and Retry recovers once it is over. */
const fault =
  (name: SandboxFault, code: string): Behaviour['check'] =>
  async (host) => {
    host.sandbox.fail(name, { retryAfter: 2 })
    await host.open('frame', { shorten: SOON })
    await host.untilFailed(code)
    host.sandbox.heal()
    await host.click('Retry')
    await host.untilLoaded()
  }

/** The host's server says that the user may not, and Retry recovers once the user may. */
const refusal =
  (grant: PortalGrant | null | false, code: string): Behaviour['check'] =>
  async (host) => {
    const { grant: usual } = host
    host.grant = grant
    await host.open('frame')
    await host.untilFailed(code)
    expect(host.links()).toBe(0)
    host.grant = usual
    await host.click('Retry')
    await host.untilLoaded()
  }

const sandboxed = {
  'content-security-policy': 'sandbox allow-scripts allow-same-origin allow-forms allow-modals',
}

const opensHere = async (host: Host) => {
  await host.untilLoaded()
  expect(await host.browser.tabs()).toBe(0)
  expect(await host.browser.run(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true)
}

/** What goes wrong, and how a user gets out of it. */
export const FAILURES: readonly Behaviour[] = [
  {
    name: '`portal_unreachable` when connections are refused, as soon as the frame is slow, and Retry recovers',
    async check(host) {
      const restart = await host.cutVendor()
      try {
        await host.open('frame', { shorten: SOON })
        await host.untilFailed('portal_unreachable')
      } finally {
        await restart()
      }
      await host.click('Retry')
      await host.untilLoaded()
    },
  },
  {
    name: '`blocked_by_coep`: `Cross-Origin-Embedder-Policy: require-corp`',
    check: kept({ 'cross-origin-embedder-policy': 'require-corp' }, 'blocked_by_coep'),
  },
  {
    name: '`blocked_by_coep`: the same on an isolated page',
    check: kept(
      { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
      'blocked_by_coep',
    ),
  },
  {
    name: '`blocked_by_coep`: `credentialless`',
    check: kept({ 'cross-origin-embedder-policy': 'credentialless' }, 'blocked_by_coep'),
    except: { webkit: 'WebKit does not know `credentialless`, so the portal loads' },
  },
  {
    name: 'An embedder policy that only reports changes nothing',
    check: harmless({ 'cross-origin-embedder-policy-report-only': 'require-corp' }),
  },
  {
    name: '`blocked_by_csp`: `frame-src` does not list the portal',
    check: kept({ 'content-security-policy': "frame-src 'self'" }, 'blocked_by_csp'),
  },
  {
    name: '`blocked_by_csp`: `default-src` does not list the portal',
    check: kept(
      { 'content-security-policy': "default-src 'self'; style-src 'self'; connect-src 'self'" },
      'blocked_by_csp',
    ),
  },
  {
    name: 'A policy that only reports changes nothing',
    check: harmless({ 'content-security-policy-report-only': "default-src 'self'" }),
  },
  {
    name: 'A policy that forbids the question does not look like a failure',
    check: harmless({ 'content-security-policy': "connect-src 'self'" }),
  },
  {
    name: 'The strictest policy with Trusted Types sees no violation',
    async check(host) {
      await host.open('everything', {
        headers: {
          'content-security-policy': [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            `connect-src 'self' ${host.vendor.origin}`,
            `frame-src ${host.vendor.origin}`,
            "require-trusted-types-for 'script'",
          ].join('; '),
        },
      })
      await host.untilLoaded()
      for (const [at, name] of ['Open a dialog', 'Open a drawer', 'Open parts', 'Open from'].entries()) {
        await host.click(name)
        await host.untilLoaded(at + 2)
        await host.click('Close')
        await host.untilThere('dialog[open]', 0)
      }
      const { violations } = await host.seen()
      // The favicon of the page is the test’s own.
      expect(violations.filter((one) => one !== 'enforce img-src')).toEqual([])
    },
  },
  {
    name: 'A portal that refuses frames cannot be told from one that works; a way to a new tab stays',
    async check(host) {
      host.sandbox.fail('portal_refuses_frames')
      await host.open('dialog')
      await host.click('Open a dialog')
      await host.untilLoaded()
      await host.click('Open in a new tab')
      await host.until('a tab', async () => (await host.browser.tabs()) === 1)
    },
  },
  {
    name: '`timeout`: the portal’s page never comes, and Retry recovers',
    async check(host) {
      host.sandbox.fail('portal_hangs')
      await host.open('frame', { shorten: '8000 12000' })
      await host.untilFailed('timeout')
      host.sandbox.heal()
      await host.waitAsUsual()
      await host.click('Retry')
      await host.untilLoaded()
    },
  },
  { name: '`vendor_error`: the API answers 500', check: fault('server_error', 'vendor_error') },
  { name: '`vendor_error`: the API answers 502 with HTML', check: fault('bad_gateway', 'vendor_error') },
  { name: '`invalid_response`: incomplete JSON', check: fault('malformed_json', 'invalid_response') },
  { name: '`vendor_error`: the key was revoked', check: fault('unauthorized', 'vendor_error') },
  {
    name: '`rate_limited`: Retry can be pressed once the vendor’s time is over',
    check: fault('rate_limited', 'rate_limited'),
  },
  { name: '`forbidden`: the server allows this user nothing', check: refusal(false, 'forbidden') },
  { name: '`unauthorized`: the user is signed out', check: refusal(null, 'unauthorized') },
  {
    name: '`offline`: the browser says so, and the portal loads when it says that the connection is back',
    async check(host) {
      await host.open('dialog')
      host.refused = /^\/api\//
      await host.setOnline(false)
      await host.click('Open a dialog')
      await host.untilFailed('offline')
      host.refused = undefined
      await host.setOnline(true)
      await host.untilLoaded()
    },
  },
  {
    name: '`dialog_unavailable`: the dialog’s code cannot be fetched; the portal opens in a tab',
    async check(host) {
      host.refused = /renderDialog/
      await host.open('dialog')
      await host.click('Open a dialog')
      await host.until('a notice', async () => host.says('didn’t load'))
      await host.untilIs(host.focused, 'Retry')
      await host.click('Open in a new tab')
      await host.until('a tab', async () => (await host.browser.tabs()) === 1)
    },
  },
  {
    name: '`popup_blocked`: `CSP: sandbox` allows no popups; “Open it here” opens a dialog',
    async check(host) {
      await host.open('tab', { headers: sandboxed })
      await host.click('Open a tab')
      await host.click('Open it here')
      await opensHere(host)
    },
  },
  {
    name: '`popup_blocked`: the browser’s own popup blocker stops a tab that opens without a click',
    async check(host) {
      await host.open('unasked')
      await opensHere(host)
      expect((await host.seen()).events[0]).toEqual({ type: 'error', code: 'popup_blocked' })
    },
    except: { chromium: 'the packaged Chromium blocks no popups' },
  },
]
