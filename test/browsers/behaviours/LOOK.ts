import { expect } from 'vitest'
import type { Behaviour } from '../Behaviour'
import { readPixels } from '../readPixels'

/** The narrowest window that the browser of WebKitGTK has, rounded. The sheet is for windows below 640 px. */
const NARROW = 450

/** How the parts look. */
export const LOOK: readonly Behaviour[] = [
  {
    name: 'The skeleton shows separate shapes while a portal loads',
    async check(host) {
      host.sandbox.fail('portal_hangs')
      await host.open('dialog')
      await host.click('Open a dialog')
      await host.until('a skeleton', async () =>
        host.count('[data-status=loading] > [data-seam-portal=skeleton]'),
      )
      const isDrawn = async () => {
        const box = await host.browser.run(() => {
          const { left, top } = document.querySelector('[data-seam-portal=skeleton]')!.getBoundingClientRect()
          return { left, top }
        })
        const at = (x: number, y: number) => [Math.round(box.left + x), Math.round(box.top + y)] as const
        // On the heading, on the first pill, between two pills, between two rows.
        const points = [at(80, 34), at(60, 76), at(116, 76), at(300, 110)]
        return (await readPixels(host, points)).map(([red = 0]) => red < 254)
      }
      // The shapes come after a while, and fade between two shades.
      await host.untilIs(isDrawn, [true, true, false, false])
    },
  },
  {
    name: 'Without `light-dark()`, a dialog has its backdrop, border and shadow',
    async check(host) {
      await host.open('dialog', { style: '/old.css' })
      await host.click('Open a dialog')
      await host.untilLoaded()
      const colours = await host.browser.run(() => {
        const dialog = document.querySelector('dialog')!
        const header = dialog.querySelector('[data-seam-portal=header]')!
        return {
          supported: CSS.supports('color', 'light-dark(#fff, #fff)'),
          backdrop: getComputedStyle(dialog, '::backdrop').backgroundColor,
          surface: getComputedStyle(dialog).backgroundColor,
          line: getComputedStyle(header).borderBottomColor,
          shadow: getComputedStyle(dialog).boxShadow,
        }
      })
      expect(colours.backdrop).toMatch(/^rgba\(12, 14, 18, 0\.4/)
      expect(colours).toMatchObject({ surface: 'rgb(255, 255, 255)', line: 'rgb(226, 229, 234)' })
      expect(colours.shadow).toContain('rgba(16, 24, 40, 0.')
    },
  },
  {
    name: 'On a dark page every part is dark',
    async check(host) {
      await host.open('dialog')
      await host.browser.run(() => {
        document.documentElement.style.colorScheme = 'dark'
      })
      await host.click('Open a dialog')
      await host.untilLoaded()
      const surface = await host.browser.run(
        () => getComputedStyle(document.querySelector('dialog')!).backgroundColor,
      )
      expect(surface).toBe('rgb(23, 25, 30)')
    },
  },
  {
    name: 'In a narrow window the backdrop covers the page to its edge',
    async check(host) {
      await host.browser.resize(NARROW, 700)
      await host.open('long')
      await host.click('Open a dialog')
      await host.untilLoaded()
      const points = [NARROW / 2, NARROW - 4].map((x) => [x, 4] as const)
      await host.until('a page that is dim to its edge', async () => {
        const [middle = 0, edge = 0] = (await readPixels(host, points)).map(([red = 0]) => red)
        // The shadow of the sheet darkens the middle by a shade.
        return middle < 200 && Math.abs(edge - middle) < 5
      })
    },
  },
  {
    name: 'The page behind a dialog does not scroll, and does not move sideways',
    async check(host) {
      await host.open('long')
      const left = async () =>
        host.browser.run(
          () => [...document.querySelectorAll('button')].map((one) => one.getBoundingClientRect().width)[0],
        )
      await host.until('a button', async () => host.count('button'))
      const before = await left()
      await host.click('Open a dialog')
      await host.untilLoaded()
      expect(await left()).toBe(before)
      expect(await host.browser.run(() => getComputedStyle(document.documentElement).overflowY)).toBe(
        'hidden',
      )
    },
  },
]
