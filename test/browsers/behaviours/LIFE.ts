import { expect } from 'vitest'
import type { Behaviour } from '../Behaviour'
import type { Host } from '../Host'

/** Does something to a loaded portal, and counts the pages that the vendor was asked for. */
const keepsPage =
  (show: string, change: (host: Host) => Promise<void>): Behaviour['check'] =>
  async (host) => {
    await host.open(show)
    await host.untilLoaded()
    expect(host.pages()).toBe(1)
    await change(host)
    await host.untilLoaded()
    expect([host.links(), host.pages()]).toEqual([1, 1])
  }

/** What a portal goes through once it is there. */
export const LIFE: readonly Behaviour[] = [
  {
    name: 'StrictMode makes one link and one frame',
    check: keepsPage('strict', async () => {}),
  },
  {
    name: 'A hundred renderings reload nothing',
    check: keepsPage('frame', async ({ browser }) =>
      browser.run(async () => {
        for (let count = 0; count < 100; count += 1) {
          window.renderAgain()
          await new Promise((resolve) => setTimeout(resolve))
        }
      }),
    ),
  },
  {
    name: 'A portal that changes places with its sibling does not reload',
    check: keepsPage('siblings', async (host) => host.click('Swap')),
    except: { webkit: 'WebKit has no `moveBefore`, so the frame reloads' },
  },
  {
    name: 'A portal that changes places with its sibling is there afterwards',
    async check(host) {
      await host.open('siblings')
      await host.untilLoaded()
      await host.click('Swap')
      await host.until('a heading in the frame', async () =>
        host.browser.runInFrame(() => document.querySelector('h1')?.textContent),
      )
      expect(await host.state()).toMatchObject({ status: 'loaded' })
    },
  },
  {
    name: '`keepAlive` keeps the page of a portal that leaves and comes back',
    check: keepsPage('sometimes', async (host) => {
      await host.click('Toggle')
      await host.untilThere('[data-status=loaded]', 0)
      await host.click('Toggle')
    }),
    except: { webkit: 'WebKit has no `moveBefore`, so the frame reloads' },
  },
  {
    name: 'A dialog that is closed and opened again does not reload',
    check: async (host) => {
      await host.open('dialog')
      for (let round = 0; round < 3; round += 1) {
        await host.click('Open a dialog')
        await host.untilLoaded()
        await host.browser.press('Escape')
        await host.untilThere('dialog[open]', 0)
      }
      expect([host.links(), host.pages()]).toEqual([1, 1])
    },
  },
  {
    name: 'A portal in use says at its end that it has expired, and Reload renews it',
    async check(host) {
      await host.open('frame')
      await host.untilLoaded()
      await host.sleep(365)
      await host.untilThere('[data-status=expired]')
      await host.click('Reload')
      await host.untilLoaded()
      expect([host.links(), host.pages()]).toEqual([2, 2])
    },
  },
  {
    name: 'A portal that came from the page cache is still there, without a new link',
    async check(host) {
      await host.open('frame')
      await host.untilLoaded()
      // Firefox keeps no page that a request is in flight for.
      await host.untilDiagnosed()
      await host.browser.run((url) => {
        location.href = url
      }, `${host.vendor.origin}/nowhere`)
      await host.until('another page', async () =>
        host.browser.run(() => location.pathname === '/nowhere' && document.readyState === 'complete'),
      )
      await host.browser.back()
      await host.until('the host, as it was', async () => host.browser.run(() => window.seen?.restored))
      await host.untilLoaded()
      expect([host.links(), host.pages()]).toEqual([1, 1])
    },
    except: { chromium: 'the packaged Chromium has no page cache' },
  },
]
