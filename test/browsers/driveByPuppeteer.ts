import { launch, type LaunchOptions, type Page } from 'puppeteer-core'
import { findChromium } from '../support/findChromium.mjs'
import { findProgram } from './findProgram'
import type { TestBrowser } from './TestBrowser'

/** Longer than anything takes that goes right, in milliseconds. */
const PATIENCE = 20_000

/** Starts Firefox over WebDriver BiDi, or Chromium over its own protocol. */
export async function driveByPuppeteer(id: 'chromium' | 'firefox'): Promise<TestBrowser> {
  const browser = await launch({
    ...(id === 'firefox' ? firefox() : await chromium()),
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  })
  const kill = () => browser.process()?.kill('SIGKILL')
  process.once('exit', kill)
  let page = await browser.newPage()
  let size = { width: 1000, height: 800 }
  let isLost = false
  const others = async () => (await browser.pages()).filter((one) => one !== page)

  return {
    id,
    version: (await browser.version()).replace(
      /^\w*?(Chrome|[Ff]irefox)\//,
      id === 'firefox' ? 'Firefox ' : 'Chromium ',
    ),
    async open(url) {
      if (isLost) {
        page = await browser.newPage()
        await page.setViewport(size)
        isLost = false
      }
      for (const tab of await others()) await tab.close()
      page.setDefaultTimeout(PATIENCE)
      // Firefox gives an isolated page another browsing context, and Puppeteer may never see what loads in it or after it.
      isLost = true
      const answer = await page.goto(url)
      isLost = 'cross-origin-opener-policy' in (answer?.headers() ?? {})
    },
    run: async (script, ...args) => page.evaluate(script as never, ...args),
    async runInFrame(script, ...args) {
      const frame = await visibleFrame(page)
      return frame.evaluate(script as never, ...args)
    },
    async back() {
      // Puppeteer loses a tab whose page came back from the page cache.
      isLost = true
      await page.evaluate(() => history.back())
    },
    clickAt: async (x, y) => page.mouse.click(x, y),
    press: async (key) => page.keyboard.press(key),
    async resize(width, height) {
      size = { width, height }
      await page.setViewport(size)
    },
    picture: async () => Buffer.from(await page.screenshot()),
    tabs: async () => (await others()).length,
    async runInTab(script) {
      const tab = (await others()).at(-1)
      if (!tab) throw new Error('No tab has opened.')
      return tab.evaluate(script as never)
    },
    async close() {
      process.off('exit', kill)
      await browser.close().catch(kill)
    },
  }
}

async function visibleFrame(page: Page) {
  for (const handle of await page.$$('iframe')) {
    const frame = (await handle.boundingBox()) && (await handle.contentFrame())
    if (frame) return frame
  }
  throw new Error('No frame can be seen.')
}

function firefox(): LaunchOptions {
  return {
    browser: 'firefox',
    executablePath: findProgram('firefox-esr', 'firefox'),
    headless: true,
    extraPrefsFirefox: {
      // Its own popup blocker, which automation turns off.
      'dom.disable_open_during_load': true,
      // Keys reach a window without a screen as if it had the focus.
      'focusmanager.testmode': true,
    },
  }
}

async function chromium(): Promise<LaunchOptions> {
  const { executablePath, env, args } = await findChromium()
  return { browser: 'chrome', executablePath, env, args, headless: 'shell' }
}
