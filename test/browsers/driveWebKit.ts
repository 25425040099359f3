import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { findProgram } from './findProgram'
import type { Key, TestBrowser } from './TestBrowser'
import { WebDriver } from './WebDriver'

/** The characters that WebDriver has for keys. */
const KEYS: Record<Key, string> = { Escape: '\uE00C', Tab: '\uE004', ' ': ' ' }

/** Starts WebKit's own small browser on a screen in memory, and drives it by WebDriver. */
export async function driveWebKit(): Promise<TestBrowser> {
  const port = await freePort()
  const screen = ['-a', '-s', '-screen 0 1440x1200x24']
  const driver = spawn(
    findProgram('xvfb-run'),
    [...screen, findProgram('WebKitWebDriver'), `--port=${port}`],
    {
      // A group of its own: the screen, the driver and the browser end together.
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    },
  )
  const ended = new Promise((resolve) => driver.once('exit', resolve))
  const kill = () => {
    try {
      if (driver.pid) process.kill(-driver.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  process.once('exit', kill)
  const web = new WebDriver(`http://127.0.0.1:${port}`)
  const said = await web
    .start({ 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] } })
    .catch((error: unknown) => {
      kill()
      throw error
    })
  const own = await web.get<string>('/window')
  const others = async () => (await web.get<string[]>('/window/handles')).filter((one) => one !== own)
  const act = async (...actions: object[]) => web.post('/actions', { actions })

  return {
    id: 'webkit',
    version: `WebKitGTK ${said.browserVersion}`,
    async open(url) {
      for (const handle of await others()) {
        await web.post('/window', { handle })
        await web.delete('/window')
      }
      await web.post('/window', { handle: own })
      await web.post('/url', { url })
    },
    run: async (script, ...args) => web.run(script, ...args),
    async runInFrame(script, ...args) {
      const index = await web.run(() =>
        [...document.querySelectorAll('iframe')].findIndex((frame) => frame.checkVisibility()),
      )
      const focused = await web.run(() => document.activeElement?.localName !== 'iframe')
      await web.post('/frame', { id: index })
      try {
        return await web.run(script, ...args)
      } finally {
        await web.post('/frame', { id: null })
        // Switching into a frame moves the keyboard's focus there.
        if (focused) await web.run(() => window.focus())
      }
    },
    back: async () => web.run(() => history.back()),
    async clickAt(x, y) {
      const at = { origin: 'viewport', x: Math.round(x), y: Math.round(y) }
      await act({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, ...at },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      })
    },
    async press(key) {
      const value = KEYS[key]
      await act({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      })
    },
    async resize(width, height) {
      // What the window has around the page differs by version, and a new size takes its time to reach the page.
      const deadline = Date.now() + 5_000
      for (;;) {
        const now = await web.run(() => [innerWidth, innerHeight] as const)
        if (now[0] === width && now[1] === height) return
        if (Date.now() > deadline) throw new Error(`The window is ${now.join()} and not ${width},${height}.`)
        const outer = await web.run(() => [outerWidth, outerHeight] as const)
        await web.post('/window/rect', {
          width: width + outer[0] - now[0],
          height: height + outer[1] - now[1],
        })
      }
    },
    picture: async () => Buffer.from(await web.get<string>('/screenshot'), 'base64'),
    tabs: async () => (await others()).length,
    async runInTab(script) {
      const handle = (await others()).at(-1)
      if (!handle) throw new Error('No tab has opened.')
      await web.post('/window', { handle })
      try {
        return await web.run(script)
      } finally {
        await web.post('/window', { handle: own })
      }
    },
    async close() {
      process.off('exit', kill)
      await web.delete().catch(() => {})
      kill()
      await ended
    },
  }
}

/** Debian keeps the browser in a folder of its own, outside the path. */
function findMiniBrowser(): string {
  for (const folder of readdirSync('/usr/lib')) {
    const path = join('/usr/lib', folder, 'webkit2gtk-4.1')
    if (folder.endsWith('-linux-gnu') && readdirSync(join('/usr/lib', folder)).includes('webkit2gtk-4.1'))
      return join(path, 'MiniBrowser')
  }
  return findProgram('MiniBrowser')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
