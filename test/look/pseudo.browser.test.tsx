/// <reference types="vite/client" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { ReactElement } from 'react'
import { enUS } from '../../src/components/words/enUS'
import type { WordsOverride } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, enter } from './enter'
import { DialogStage, InlineStages, LauncherStages, type Pages } from './Stage'
import { STATES } from './STATES'

/** Words that nobody speaks: half as long again as English, and in brackets, so that any other word is seen. */
const messages = pseudo(enUS) as WordsOverride

/** A phone, a laptop, and a laptop's page at 200 %: half as many pixels, for a page, as there are. */
const WIDTHS = { phone: [390, 844], laptop: [1280, 800], 'page at 200 %': [640, 400] } as const

const sheet = document.createElement('style')
sheet.textContent = styles
let props: { pages: Pages; provider: { messages: WordsOverride } }

beforeAll(async () => {
  props = { pages: await createPages(), provider: { messages } }
})
beforeEach(() => document.head.append(sheet))
afterEach(() => {
  sheet.remove()
  document.documentElement.removeAttribute('dir')
})
afterAll(async () => page.viewport(414, 896))

describe.each(Object.entries(WIDTHS))('in words of half as much again, on a %s', (_, [width, height]) => {
  describe.each(['ltr', 'rtl'])('%s', (dir) => {
    beforeEach(async () => {
      document.documentElement.dir = dir
      await page.viewport(width, height)
    })

    it('every part of a page says them all, and shows them whole', async () => {
      await check(
        <>
          <LauncherStages {...props} />
          <InlineStages {...props} />
        </>,
      )
    })

    it.each(['dialog', 'drawer'] as const)(
      'every state of a %s says them all, and shows them whole',
      async (presentation) => {
        for (const state of STATES)
          await check(<DialogStage {...props} state={state} presentation={presentation} />)
      },
    )
  })
})

/** Shows stages, and reads them out. */
async function check(ui: ReactElement) {
  const { unmount } = await enter(ui)
  expect(said().filter((text) => !/^\s*(\[[^[\]]*\]\.?\s*)+$/.test(text))).toEqual([])
  expect(clipped()).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
  unmount()
}

/** Everything that our parts say: text, names, descriptions, and what is drawn from a stylesheet. */
function said(): string[] {
  const texts: string[] = []
  for (const part of document.querySelectorAll('[data-seam-portal], [data-seam-portal] *')) {
    for (const node of part.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) texts.push(part.textContent ?? '')
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'data-print']) {
      const value = part.getAttribute(name)
      if (value) texts.push(value)
    }
  }
  return texts
}

/** Parts whose words do not fit into them, or that are out of the page's or their box's sight. */
function clipped(): string[] {
  const faults: string[] = []
  const seen = '[data-seam-portal]:not([data-seam-portal=hint], [data-seam-portal=status])'
  for (const part of document.querySelectorAll<HTMLElement>(seen)) {
    const box = part.getBoundingClientRect()
    if (!box.width || getComputedStyle(part).visibility === 'hidden') continue
    const name = part.dataset.seamPortal ?? ''
    // A title too long for its line ends in an ellipsis; what fails may be scrolled.
    if (name === 'title' || name === 'skeleton' || name === 'slot') continue
    if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth)
      faults.push(`${name} is ${part.scrollWidth - part.clientWidth} px too narrow`)
    if (name !== 'failed' && part.scrollHeight > part.clientHeight + 1 && part.clientHeight)
      faults.push(`${name} is ${part.scrollHeight - part.clientHeight} px too low`)
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${name} reaches out of the page`)
    const frame = part.closest('[data-seam-portal=frame], [data-seam-portal=dialog]')
    const around = frame?.getBoundingClientRect()
    const scrolls = part.closest('[data-seam-portal=failed]')
    if (
      around &&
      !scrolls &&
      (box.left < around.left - 1 || box.right > around.right + 1 || box.bottom > around.bottom + 1)
    )
      faults.push(`${name} reaches out of its box`)
  }
  return faults
}

/** The same words, told apart by brackets and made longer; the places for values stay. */
function pseudo(words: unknown, key?: string): unknown {
  if (key === 'locale') return undefined
  if (typeof words === 'string') {
    const longer = words
      .split(' ')
      .map((word) => (word.startsWith('{') ? word : `${word}${'·'.repeat(Math.ceil(word.length / 2))}`))
    return `[${longer.join(' ')}]`
  }
  if (Array.isArray(words)) return words.map((word) => pseudo(word))
  return Object.fromEntries(
    Object.entries(words as object)
      .map(([name, value]) => [name, pseudo(value, name)])
      .filter(([, value]) => value !== undefined),
  )
}
