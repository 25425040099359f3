/// <reference types="vite/client" />
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { loadWords } from '../support/loadWords'
import styles from '../../src/styles.css?inline'
import { createPages, enter } from './enter'
import { DialogStage, InlineStages, LauncherStages } from './Stage'
import { STATES } from './STATES'

/** Each page a person may have: how it looks, and in which language. */
const PAGES = ['light', 'dark', 'rtl'].flatMap((look) =>
  (['en-US', 'de-DE'] as const).map((locale) => ({ look, locale })),
)

const root = document.documentElement
const sheet = document.createElement('style')

beforeEach(() => document.head.append(sheet))
afterEach(async () => {
  sheet.remove()
  root.removeAttribute('style')
  root.removeAttribute('dir')
  root.lang = 'en'
  await page.viewport(414, 896)
})

describe.each(PAGES)('every state on a $look page in $locale', ({ look, locale }) => {
  const provider = { locale }
  const prepare = async () => {
    // Fetched once here, so that no state is read before its language has come.
    await loadWords(locale)
    sheet.textContent = `${styles} body { margin: 0; ${look === 'dark' ? 'background: #0e1013; color: #eceef2' : 'background: #eef0f3; color: #16181d'} }`
    root.style.colorScheme = look === 'dark' ? 'dark' : 'light'
    root.dir = look === 'rtl' ? 'rtl' : 'ltr'
    root.lang = locale
    return createPages()
  }

  it('has nothing to say against the parts of a page', async () => {
    const props = { pages: await prepare(), provider }
    await enter(
      <main>
        <LauncherStages {...props} />
        <InlineStages {...props} />
      </main>,
    )
    const shown = document.querySelector('[data-state=creating] [data-seam-portal=frame]')
    expect(shown).toHaveTextContent((await loadWords(locale)).loading)
    expect(shown).toHaveStyle({ backgroundColor: look === 'dark' ? 'rgb(23, 25, 30)' : 'rgb(255, 255, 255)' })
    expect(await problems()).toEqual([])
  })

  it.each(['dialog', 'drawer', 'sheet'] as const)('has nothing to say against a %s', async (presentation) => {
    const props = { pages: await prepare(), provider }
    await page.viewport(presentation === 'sheet' ? 390 : 1280, 800)
    for (const state of STATES) {
      const ui = (
        <DialogStage
          {...props}
          state={state}
          presentation={presentation === 'drawer' ? 'drawer' : 'dialog'}
        />
      )
      const { unmount } = await enter(ui)
      expect(await problems(), state).toEqual([])
      unmount()
    }
  })
})

/** Rules about a whole page, which this is not; about the vendor's pages; and about many portals at once. */
const NOT_OURS = [
  'document-title',
  'frame-tested',
  'frame-title-unique',
  'heading-order',
  'page-has-heading-one',
  'region',
]

/** What speaks against the page, or cannot be told for certain: the rule, and the part it is about. */
async function problems(): Promise<string[]> {
  const { violations, incomplete } = await axe.run(document, {
    iframes: false,
    resultTypes: ['violations', 'incomplete'],
    rules: Object.fromEntries(NOT_OURS.map((id) => [id, { enabled: false }])),
  })
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  )
}
