import { writeFile } from 'node:fs/promises'
import type { Host } from './Host'

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
    await host.untilStill()
    if (await host.count('[data-status=loaded]')) {
      await host.until('the portal', async () =>
        host.browser.runInFrame(() => document.querySelector('h1')?.getBoundingClientRect().height),
      )
    }
    await writeFile(`${folder}/${host.browser.id}-${name}.png`, await host.browser.picture())
  }
  return Object.keys(STATES)
}
