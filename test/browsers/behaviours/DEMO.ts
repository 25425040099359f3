import { expect } from 'vitest'
import type { Behaviour } from '../Behaviour'
import type { Host } from '../Host'

/** What the one portal that can be seen says of itself. */
const shown = async (host: Host) =>
  host.browser.runInFrame(() => ({ ...document.documentElement.dataset })).catch(() => ({}))

const shows = async (host: Host, facts: Record<string, string>) =>
  expect.poll(async () => shown(host), { timeout: 20_000 }).toMatchObject(facts)

/** Clicks in the middle of a row's second cell that can be seen. */
async function clickRow(host: Host, code: string): Promise<void> {
  const [x, y] = await host.until(`a row ${code}`, async () =>
    host.browser.run((wanted) => {
      const row = [...document.querySelectorAll('tr')].find((one) => one.textContent.startsWith(wanted))
      const box = row?.querySelector('td')?.getBoundingClientRect()
      return box && ([box.left + box.width / 2, box.top + box.height / 2] as const)
    }, code),
  )
  await host.browser.clickAt(x, y)
}

const drawerCloses = async (host: Host) => {
  await host.click('Close')
  await host.untilThere('dialog[open]', 0)
}

/** The demo, as `npm run demo` starts it. */
export const DEMO: readonly Behaviour[] = [
  {
    name: 'A click anywhere on a reservation opens that reservation, in a drawer',
    async check(host) {
      await host.browser.open(`${host.demo}/reservations`)
      for (const code of ['R-20418', 'R-20434']) {
        await clickRow(host, code)
        await shows(host, { portalResource: code, portalNavigation: 'restricted' })
        await drawerCloses(host)
        await host.untilIs(host.focused, code)
      }
    },
  },
  {
    name: 'A property opens in a dialog, and gives the focus back',
    async check(host) {
      await host.browser.open(host.demo)
      await host.click('Manage access')
      await shows(host, { portalView: 'place', portalEmbedded: 'true' })
      await host.browser.press('Escape')
      await host.untilThere('dialog[open]', 0)
      await host.untilIs(host.focused, 'Manage access for Harbour House')
    },
  },
  {
    name: 'A property shows its access on the page',
    async check(host) {
      await host.browser.open(`${host.demo}/properties/mill-cottage/access`)
      await shows(host, { portalView: 'place', portalResource: 'mill-cottage' })
    },
  },
  {
    name: 'A property opens in a tab',
    async check(host) {
      await host.browser.open(`${host.demo}/properties/old-chapel`)
      await host.click('Portal (opens')
      await host.until('a tab', async () => (await host.browser.tabs()) === 1)
      const told = async () =>
        host.browser.runInTab(() => [document.documentElement.dataset.portalResource, document.referrer])
      await host.untilIs(told, ['old-chapel', ''])
    },
  },
]
