import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, it } from 'vitest'
import { BEHAVIOURS } from './BEHAVIOURS'
import { Host } from './Host'
import type { TestBrowser } from './TestBrowser'

/** Checks every behaviour in one browser, and writes down what it saw. */
export function describeBrowser(drive: () => Promise<TestBrowser>, id: TestBrowser['id']): void {
  let host: Host
  const seen: Record<string, boolean> = {}

  beforeAll(async () => {
    host = new Host(await drive(), inject('hostFiles'), inject('demoOrigin'))
    await host.start()
  })

  afterAll(async () => {
    if (!host) return
    await host.browser.close()
    await host.stop()
    mkdirSync('.cache/browsers', { recursive: true })
    writeFileSync(
      `.cache/browsers/${id}.json`,
      JSON.stringify({
        id,
        version: host.browser.version,
        date: new Date().toISOString().slice(0, 10),
        seen,
      }),
    )
  })

  beforeEach(async () => {
    host.reset()
    await host.browser.resize(1000, 800)
  })

  afterEach(({ task }) => {
    seen[task.name] = task.result?.state === 'pass'
  })

  for (const [area, behaviours] of Object.entries(BEHAVIOURS)) {
    describe(area, () => {
      for (const { name, check, except } of behaviours) {
        if (!except?.[id]) it(name, async () => check(host))
      }
    })
  }
}
