import { expect } from 'vitest'
import type { Behaviour } from '../Behaviour'
import type { Host } from '../Host'

const isOpen = async (host: Host) => host.untilThere('dialog[open]')
const isClosed = async (host: Host) => host.untilThere('dialog[open]', 0)

/** Opens with the pointer, closes in some way, and looks where the focus goes. */
const closing =
  (show: string, button: string, close: (host: Host) => Promise<void>): Behaviour['check'] =>
  async (host) => {
    await host.open(show)
    for (let round = 0; round < 2; round += 1) {
      await host.click(button)
      await host.untilLoaded()
      await hasFocus(host, 'title')
      await close(host)
      await isClosed(host)
      await hasFocus(host, button)
    }
  }

const hasFocus = async (host: Host, name: string) => host.untilIs(host.focused, name)

async function openByKeyboard(host: Host): Promise<void> {
  await host.open('dialog')
  await host.until('a button', async () => host.count('button'))
  // A page that was never clicked hears no keys in WebKit.
  await host.browser.clickAt(900, 700)
  await host.browser.run(() => document.querySelector('button')?.focus())
  await host.browser.press(' ')
}

const escape = async ({ browser }: Host) => browser.press('Escape')
const backdrop = async ({ browser }: Host) => browser.clickAt(8, 8)
const closeButton = async (host: Host) => host.click('Close')

/** The four presentations, and where the focus goes. */
export const PRESENTATIONS: readonly Behaviour[] = [
  {
    name: 'A portal on the page loads',
    async check(host) {
      await host.open('frame')
      await host.untilLoaded()
      await host.until('a heading in the frame', async () =>
        host.browser.runInFrame(() => document.querySelector('h1')?.textContent),
      )
    },
  },
  {
    name: 'A dialog opens, loads, and closes by Escape; the focus goes to its title, and back',
    check: closing('dialog', 'Open a dialog', escape),
  },
  { name: 'The same by Close', check: closing('dialog', 'Open a dialog', closeButton) },
  { name: 'The same by the backdrop', check: closing('dialog', 'Open a dialog', backdrop) },
  { name: 'A drawer by Close', check: closing('drawer', 'Open a drawer', closeButton) },
  { name: 'A drawer by Escape', check: closing('drawer', 'Open a drawer', escape) },
  { name: 'A dialog built of parts', check: closing('parts', 'Open parts', closeButton) },
  { name: 'A dialog opened from anywhere', check: closing('anywhere', 'Open from anywhere', closeButton) },
  { name: 'A dialog whose frame was made ahead', check: closing('warm', 'Open a dialog', escape) },
  {
    name: 'A dialog opened by the keyboard gives the focus back to its button',
    async check(host) {
      await openByKeyboard(host)
      await host.untilLoaded()
      await hasFocus(host, 'title')
      await host.browser.press('Escape')
      await isClosed(host)
      await hasFocus(host, 'Open a dialog')
    },
  },
  {
    name: 'Tab goes from the title to the button for a new tab, to Close, and into the portal',
    async check(host) {
      await openByKeyboard(host)
      await host.untilLoaded()
      await hasFocus(host, 'title')
      for (const next of ['Open in a new tab', 'Close', 'frame']) {
        await host.browser.press('Tab')
        await hasFocus(host, next)
      }
    },
  },
  {
    name: 'On a page from right to left, a drawer is at the left, with Close at the left of its title',
    async check(host) {
      await host.open('drawer', { dir: 'rtl' })
      await host.click('Open a drawer')
      await host.untilLoaded()
      const place = async () =>
        host.browser.run(() => {
          const [drawer, title, close] = ['dialog', '[data-seam-portal=title]', '[data-icon=close]'].map(
            (one) => document.querySelector(one)?.getBoundingClientRect(),
          )
          return drawer && title && close && { left: drawer.left, isMirrored: close.right <= title.left }
        })
      await host.untilIs(place, { left: 12, isMirrored: true })
    },
  },
  {
    name: 'The title has no focus ring, however the dialog was opened',
    async check(host) {
      await openByKeyboard(host)
      await isOpen(host)
      const outline = await host.browser.run(() => {
        const title = document.querySelector('[data-seam-portal=title]')
        return title && getComputedStyle(title).outlineStyle
      })
      expect(outline).toBe('none')
    },
  },
  {
    name: 'The page behind a dialog cannot be used',
    async check(host) {
      await host.open('dialog')
      await host.click('Open a dialog')
      await host.untilLoaded()
      expect(await host.browser.run(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true)
    },
  },
  {
    name: 'A tab knows nothing of the page that opened it',
    async check(host) {
      await host.open('tab')
      await host.click('Open a tab')
      await host.until('a tab', async () => (await host.browser.tabs()) === 1)
      const portal = host.vendor.origin
      const told = async () =>
        host.browser.runInTab(() => [location.origin, document.referrer, String(window.opener)])
      await host.untilIs(told, [portal, '', 'null'])
    },
  },
]
