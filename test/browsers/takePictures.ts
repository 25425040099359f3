import { writeFile } from 'node:fs/promises'
import type { Host } from './Host'
import { readPixels } from './readPixels'

/** Shows each main state, and gives a picture of it. */
const STATES: Record<string, (host: Host) => Promise<void>> = {
  async dialog(host) {
    await host.open('dialog')
    await host.click('Open a dialog')
    await host.untilLoaded()
  },
  async skeleton(host) {
    host.sandbox.fail('portal_hangs')
    await host.open('dialog')
    await host.click('Open a dialog')
    await host.untilThere('[data-status=loading]')
  },
  async failed(host) {
    host.sandbox.fail('server_error')
    await host.open('frame', { shorten: '1000 10000' })
    await host.untilFailed('vendor_error')
  },
  async drawer(host) {
    await host.open('drawer')
    await host.click('Open a drawer')
    await host.untilLoaded()
  },
  async narrow(host) {
    await host.browser.resize(450, 700)
    await host.open('dialog')
    await host.click('Open a dialog')
    await host.untilLoaded()
  },
}

/** Takes a picture of each main state, into a folder. Gives the names of the states. */
export async function takePictures(host: Host, folder: string): Promise<string[]> {
  for (const [name, show] of Object.entries(STATES)) {
    host.reset()
    await show(host)
    await writeFile(`${folder}/${host.browser.id}-${name}.png`, await stillPicture(host))
  }
  return Object.keys(STATES)
}

/** Takes a picture once the animations have ended, and a loaded portal has been painted. */
async function stillPicture(host: Host): Promise<Buffer> {
  await host.untilStill()
  let last = await host.browser.picture()
  if (!(await host.count('[data-status=loaded]'))) return last
  // WebKit paints a frame some time after its page is there.
  await host.until('a painted heading', async () => {
    const points = await headingOf(host)
    return points && (await readPixels(host, points)).some(([red = 255]) => red < 100)
  })
  await host.until('two equal pictures', async () => {
    const before = last
    last = await host.browser.picture()
    return before.equals(last)
  })
  return last
}

/** Points of the window, across the heading in the portal's page. */
async function headingOf(host: Host): Promise<(readonly [number, number])[] | undefined> {
  const inside = await host.browser.runInFrame(() =>
    document.querySelector('h1')?.getBoundingClientRect().toJSON(),
  )
  const frame = await host.browser.run(() =>
    [...document.querySelectorAll('iframe')]
      .find((one) => one.checkVisibility())
      ?.getBoundingClientRect()
      .toJSON(),
  )
  if (!inside || !frame) return undefined
  const y = Math.round(frame.top + inside.top + inside.height / 2)
  return Array.from({ length: 60 }, (_, at) => [Math.round(frame.left + inside.left) + at, y] as const)
}
