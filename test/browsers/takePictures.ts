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
    // It comes on demand.
    await host.untilThere('[data-seam-portal=reference]')
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

/** Takes a picture once the animations have ended, and once the page and a loaded portal have been painted. */
async function stillPicture(host: Host): Promise<Buffer> {
  await host.untilStill()
  const isLoaded = (await host.count('[data-status=loaded]')) > 0
  // WebKit paints a page, and a frame, some time after it is there.
  await host.until('a painted heading', async () => {
    const points = await (isLoaded ? portalHeadingOf(host) : headingOf(host))
    return points && (await readPixels(host, points)).some(([red = 255]) => red < 100)
  })
  let last = await host.browser.picture()
  // The pulse of a skeleton does not end.
  if (await host.count('[data-status=loading]')) return last
  await host.until('two equal pictures', async () => {
    const before = last
    last = await host.browser.picture()
    return before.equals(last)
  })
  return last
}

type Points = readonly (readonly [x: number, y: number])[]

/** Points of the window, across the heading of an error state or of a dialog. */
async function headingOf(host: Host): Promise<Points | undefined> {
  const heading = await host.browser.run(() =>
    document
      .querySelector('[data-seam-portal=heading], [data-seam-portal=title]')
      ?.getBoundingClientRect()
      .toJSON(),
  )
  return heading && across(heading, 0, 0)
}

/** Points of the window, across the heading in the portal's page. */
async function portalHeadingOf(host: Host): Promise<Points | undefined> {
  const inside = await host.browser.runInFrame(() =>
    document.querySelector('h1')?.getBoundingClientRect().toJSON(),
  )
  const frame = await host.browser.run(() =>
    [...document.querySelectorAll('iframe')]
      .find((one) => one.checkVisibility())
      ?.getBoundingClientRect()
      .toJSON(),
  )
  return inside && frame && across(inside, frame.left, frame.top)
}

function across({ left, top, height }: DOMRect, fromLeft: number, fromTop: number): Points {
  const y = Math.round(fromTop + top + height / 2)
  return Array.from({ length: 60 }, (_, at) => [Math.round(fromLeft + left) + at, y] as const)
}
