import { renderToString } from 'react-dom/server'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { countedIn, describePush } from '../../src/components/push/describePush'
import { PushProgress } from '../../src/components/push/index'
import { enUS } from '../../src/components/push/words/enUS'
import { FOREIGN_PUSH_WORDS } from '../../src/components/push/words/FOREIGN_PUSH_WORDS'
import type { PushWords } from '../../src/components/push/words/PushWords'
import { LOCALES, type Locale } from '../../src/wire/LOCALES'

const wordsOf = async (locale: Locale): Promise<PushWords> =>
  locale === 'en-US' ? enUS : FOREIGN_PUSH_WORDS[locale]()

/** Every text under one flat name each; of a counted phrase, the form that all languages have. */
const textOf = ({ locale: _locale, ...words }: PushWords): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...words, ...words.lists, lists: '' }).flatMap(([name, text]) =>
      text === '' ? [] : [[name, typeof text === 'string' ? text : text.other]],
    ),
  )

const places = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(LOCALES)('the words of a push in %s', (locale) => {
  it('are all there, keep their places, and are none of English', async () => {
    const words = await wordsOf(locale)
    const text = textOf(words)
    expect(words.locale).toBe(locale)
    expect(Object.keys(text)).toEqual(Object.keys(textOf(enUS)))
    for (const [name, english] of Object.entries(textOf(enUS))) {
      expect(places(text[name]), name).toEqual(places(english))
      if (locale !== 'en-US' && !['{n}'].includes(english)) expect(text[name], name).not.toBe(english)
    }
  })

  it('do not shout, beg, or name a technology', async () => {
    const text = Object.values(textOf(await wordsOf(locale))).join('\n')
    expect(text).not.toMatch(
      /[!¡…]|\bplease\b|\bbitte\b|veuillez|per favore|por favor|alstublieft|παρακαλώ|proszę|пожалуйста/i,
    )
    expect(text).not.toMatch(/seam|iframe|\bserver|\bAPI\b/i)
  })

  it('leave no place open, whatever the number', async () => {
    const words = await wordsOf(locale)
    for (const n of [0, 1, 2, 5, 21, 100_000]) {
      for (const state of ['running', 'waiting', 'paused', 'done', 'stopped'] as const) {
        const progress = {
          state,
          done: n,
          total: n,
          failed: 0,
          bytes: 0,
          perSecond: 0,
          remainingMs: n,
          waitMs: n,
        }
        const { line, announcement } = describePush(progress, words, words.heading)
        expect(`${line} ${announcement}`).not.toMatch(/[{}]|undefined|NaN/)
      }
    }
  })
})

describe('a push in words', () => {
  it.each([
    ['en-US', 1, '1 record sent'],
    ['en-US', 100_000, '100,000 records sent'],
    ['pl-PL', 2, 'Wysłano 2 rekordy'],
    ['pl-PL', 5, 'Wysłano 5 rekordów'],
    ['ru-RU', 21, 'Отправлена 21 запись'],
    ['ru-RU', 3, 'Отправлены 3 записи'],
  ] as const)('bends %s for %i', async (locale, n, text) => {
    const words = await wordsOf(locale)
    expect(countedIn(words, words.allSent, n)).toBe(text)
  })

  it.each([
    [900, 'about 1 second left'],
    [25_000, 'about 25 seconds left'],
    [31_000, 'about 35 seconds left'],
    [59_000, 'about 1 minute left'],
    [61_000, 'about 2 minutes left'],
    [3_700_000, 'about 2 hours left'],
  ])('says how long %i milliseconds are', (remainingMs, text) => {
    const progress = {
      state: 'running',
      done: 1,
      total: 2,
      failed: 0,
      bytes: 0,
      perSecond: 1,
      remainingMs,
    } as const
    expect(describePush(progress, enUS, '').line).toBe(`1 of 2 · ${text}`)
  })

  it('never counts as sent what failed or did not change', () => {
    const progress = {
      state: 'done',
      done: 10,
      total: 10,
      failed: 2,
      unchanged: 5,
      bytes: 0,
      perSecond: 0,
    } as const
    expect(describePush(progress, enUS, '').line).toBe('3 sent · 5 unchanged · 2 need attention')
  })

  it('is drawn on a server', () => {
    const progress = { state: 'running', done: 1, total: 2, failed: 0, bytes: 0, perSecond: 1 } as const
    expect(renderToString(createElement(PushProgress, { progress }))).toContain('1 of 2')
  })
})
