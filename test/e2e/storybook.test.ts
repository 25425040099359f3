import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import type { ServedFetch } from '../support/serveFetch'
import { serveSite } from '../support/serveSite'

const ROOT = 'storybook-static'

/** One entry of Storybook's own list. */
interface Entry {
  id: string
  title: string
  type: 'story' | 'docs'
}

/** What Storybook's preview says about the story that it shows. */
interface Preview {
  __STORYBOOK_PREVIEW__?: { currentRender?: { id?: string; phase?: string } }
  __STORYBOOK_ADDONS_CHANNEL__?: {
    emit: (event: string, payload: object) => void
    once: (event: string, listener: () => void) => void
  }
}

let served: ServedFetch
let browser: Browser
let entries: Entry[]

beforeAll(async () => {
  await build()
  // Serves a folder of files below a path, as a static host does, and nothing else.
  served = await serveSite(ROOT, '/shop/')
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
  entries = Object.values(JSON.parse(await readFile(join(ROOT, 'index.json'), 'utf8')).entries)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

describe('the built Storybook on a static host', () => {
  it('shows every story and page without an error or a failed request', async () => {
    const queue = [...entries]
    const trouble: string[] = []
    const visitor = async () => {
      const page = await browser.newPage()
      for (let entry = queue.pop(); entry; entry = queue.pop()) {
        const lines = await visit(page, entry).catch((error: unknown) => [String(error)])
        for (const line of lines) trouble.push(`${entry.id}: ${line.slice(0, 300)}`)
      }
      await page.close()
    }
    await Promise.all([visitor(), visitor(), visitor()])
    expect(trouble).toEqual([])
    expect(entries.length).toBeGreaterThan(100)
    // Three pages of Chromium show more than a hundred entries. That takes two minutes on a slow machine.
  }, 300_000)

  it('shows a working portal without a server', async () => {
    const page = await browser.newPage()
    await page.goto(
      `${served.origin}/shop/iframe.html?id=components-portalframe--lands-on-property&viewMode=story`,
    )
    const portal = page.frameLocator('iframe[title=Access]')
    await portal.locator('h1').getByText('Harbour House').waitFor()
    await portal.locator('[data-id=back]').click()
    await portal.locator('[data-section=configure]').click()
    expect(await portal.locator('html').getAttribute('data-portal-view')).toBe('configure')
    expect(await page.locator('iframe[title=Access]').getAttribute('sandbox')).not.toContain(
      'allow-same-origin',
    )
    await page.close()
  })

  it('opens in its own window, toolbar and all, without an error or a failed request', async () => {
    const page = await browser.newPage()
    // Storybook's manager warns about its own next version.
    const trouble = listen(page, ['error'])
    await page.goto(`${served.origin}/shop/index.html?path=/story/components-portallauncher--default`)
    await page.frameLocator('#storybook-preview-iframe').getByText('Manage access').waitFor()
    await page.getByRole('button', { name: /harbour-house/ }).waitFor()
    expect(trouble).toEqual([])
    await page.close()
  })
})

/** Opens one entry. Returns the console's errors, the thrown errors and the failed requests. */
async function visit(page: Page, entry: Entry): Promise<string[]> {
  const trouble = listen(page)
  await select(page, entry)
  if (entry.type === 'docs') await page.locator('#storybook-docs h1').first().waitFor()
  else {
    const phase = await page.waitForFunction((wanted) => {
      const { id, phase = '' } = (window as unknown as Preview).__STORYBOOK_PREVIEW__?.currentRender ?? {}
      return id === wanted && ['finished', 'errored', 'aborted'].includes(phase) && phase
    }, entry.id)
    if ((await phase.jsonValue()) !== 'finished')
      trouble.push(await page.locator('#error-message').innerText())
  }
  page.removeAllListeners()
  return trouble
}

/** Navigates from entry to entry in one page, as a click in the list does. */
async function select(page: Page, { id, type }: Entry): Promise<void> {
  const isOpen = await page.evaluate(
    async ([storyId = '', viewMode]) => {
      const channel = (window as unknown as Preview).__STORYBOOK_ADDONS_CHANNEL__
      if (!channel) return false
      await new Promise<void>((resolve) => {
        // A page that throws is never rendered, and then it has no heading to find.
        if (viewMode === 'docs')
          for (const end of ['docsRendered', 'storyThrewException', 'storyMissing'])
            channel.once(end, resolve)
        else resolve()
        channel.emit('setCurrentStory', { storyId, viewMode })
      })
      return true
    },
    [id, type],
  )
  // Without axe, which the tests of the stories run.
  if (!isOpen)
    await page.goto(`${served.origin}/shop/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`)
}

function listen(page: Page, levels = ['error', 'warning']): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (levels.includes(message.type())) trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('requestfailed', (request) => {
    // Not an error: the story ended while its portal was loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') trouble.push(new URL(request.url()).pathname)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${new URL(response.url()).pathname}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== served.origin) trouble.push(`a request to ${origin}`)
  })
  return trouble
}

async function build(): Promise<void> {
  const child = spawn('npm', ['run', 'build-storybook'], { stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`build-storybook ended with ${String(code)}.\n${output}`)
}
