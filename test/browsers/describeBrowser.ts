import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, it } from 'vitest'
import { BEHAVIOURS } from './BEHAVIOURS'
import type { SeenBrowser } from './browsersSection'
import { Host } from './Host'
import { takePictures } from './takePictures'
import type { BrowserId, TestBrowser } from './TestBrowser'

/** Where a run leaves what it saw, for `.ci/browsers.mjs`. */
const SEEN = '.cache/browsers'

/** Checks every behaviour in one browser, and writes down what it saw. */
export function describeBrowser(id: BrowserId, drive: () => Promise<TestBrowser>): void {
  let host: Host
  let pictures: string[] = []
  const held = new Map<string, boolean>()

  beforeAll(async () => {
    mkdirSync(SEEN, { recursive: true })
    host = new Host(await drive(), inject('hostFiles'), inject('demoOrigin'))
    await host.start()
  })

  afterAll(async () => {
    if (!host) return
    await host.browser.close()
    await host.stop()
    const behaviours = Object.entries(BEHAVIOURS).flatMap(([area, all]) =>
      all.flatMap(({ name, except }) => {
        const result = except?.[id] ?? held.get(name)
        return result === undefined ? [] : [{ area, name, result }]
      }),
    )
    const seen: SeenBrowser = {
      id,
      version: host.browser.version,
      runBegan: inject('runBegan'),
      behaviours,
      pictures,
    }
    writeFileSync(`${SEEN}/${id}.json`, JSON.stringify(seen))
  })

  beforeEach(async () => {
    host.reset()
    await host.browser.resize(1000, 800)
  })

  afterEach(({ task }) => {
    held.set(task.name, task.result?.state === 'pass')
  })

  for (const [area, behaviours] of Object.entries(BEHAVIOURS)) {
    describe(area, () => {
      for (const { name, check, except } of behaviours) {
        if (!except?.[id]) it(name, async () => check(host))
      }
    })
  }

  it('has its picture taken in every main state', async () => {
    pictures = await takePictures(host, SEEN)
  })
}
