import { expect, describe, it } from 'vitest'
import { enUS } from '../../src/components/words/enUS'
import { enUSButton } from '../../src/components/words/enUSButton'
import { fillTime } from '../../src/components/ErrorState'
import { mergeWords } from '../../src/components/WordsContext'
import { negotiateLocale } from '../../src/components/PortalProvider'
import type { Words } from '../../src/components/words/Words'
import { LOCALES } from '../../src/wire/LOCALES'
import { PORTAL_ERRORS } from '../../src/wire/PORTAL_ERRORS'
import { loadWords } from '../support/loadWords'

const others = LOCALES.filter((locale) => locale !== 'en-US')

describe.each(LOCALES)('the words of %s', (locale) => {
  it('are complete, and none is empty', async () => {
    const words = textOf(await loadWords(locale))
    expect(Object.keys(words).sort()).toEqual(Object.keys(textOf(enUS)).sort())
    expect(Object.entries(words).filter(([, text]) => text.trim() !== text || !text)).toEqual([])
  })

  it('have their own locale', async () => {
    expect((await loadWords(locale)).locale).toBe(locale)
  })

  it('have a title and a body for every error', async () => {
    const { errors } = await loadWords(locale)
    for (const { message } of Object.values(PORTAL_ERRORS)) expect(errors[message]).toHaveLength(2)
  })

  it('keep the placeholders for values', async () => {
    const words = textOf(await loadWords(locale))
    for (const [key, text] of Object.entries(textOf(enUS)))
      expect(places(words[key]), key).toEqual(places(text))
  })

  it('have no exclamation mark, no “please”, and no technical term', async () => {
    const text = Object.values(textOf(await loadWords(locale))).join('\n')
    expect(text).not.toMatch(
      /[!¡…]|\bplease\b|\bbitte\b|veuillez|per favore|por favor|alstublieft|παρακαλώ|proszę|пожалуйста/i,
    )
    expect(text).not.toMatch(/seam|iframe|cookie|server|\bAPI\b/i)
  })

  it('have titles without a full stop, and sentences with one', async () => {
    const { errors, slow, print } = await loadWords(locale)
    for (const [name, [title, body]] of Object.entries(errors)) {
      expect(title.endsWith('.'), title).toBe(name === 'popup_blocked')
      expect(body.endsWith('.'), body).toBe(name !== 'popup_blocked')
    }
    expect([slow, print].every((sentence) => sentence.endsWith('.'))).toBe(true)
  })

  it('write the wait as a sentence, also when it is over', async () => {
    const words = await loadWords(locale)
    const [, body] = words.errors.rate_limited
    for (const seconds of [0, 1, 2, 5, 21]) {
      const sentence = fillTime(body, seconds, words)
      expect(sentence).not.toMatch(/[{}]/)
      expect(/\d/.test(sentence)).toBe(seconds > 0)
    }
  })
})

describe.each(others)('the words of %s', (locale) => {
  it('are not left in English', async () => {
    const words = textOf(await loadWords(locale))
    expect(Object.entries(textOf(enUS)).filter(([key, text]) => words[key] === text)).toEqual([])
  })
})

describe('the English words of a launcher', () => {
  it('have the titles of the error states that its portal shows', () => {
    const { errors } = enUSButton
    expect(Object.keys(errors)).toEqual(Object.keys(enUS.errors))
    for (const { message } of Object.values(PORTAL_ERRORS))
      expect(errors[message][0]).toBe(enUS.errors[message][0])
  })
})

describe('fillTime', () => {
  it.each([
    ['en-US', 20, 'Try again in 20 seconds.'],
    ['en-US', 1, 'Try again in 1 second.'],
    ['en-US', 0, 'Try again now.'],
    ['de-DE', 20, 'Versuchen Sie es in 20 Sekunden erneut.'],
    ['pl-PL', 1, 'Spróbuj ponownie za 1 sekundę.'],
    ['ru-RU', 2, 'Повторите попытку через 2 секунды.'],
  ] as const)('bends %s for %i', async (locale, seconds, sentence) => {
    const words = await loadWords(locale)
    expect(fillTime(words.errors.rate_limited[1], seconds, words)).toBe(sentence)
  })
})

describe('negotiateLocale', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en-GB', 'en-US'],
    ['pt-BR', 'pt-PT'],
    ['de-AT', 'de-DE'],
    ['de', 'de-DE'],
    ['DE-de', 'de-DE'],
    ['de_DE', 'de-DE'],
    ['el', 'el-GR'],
    ['fr-Latn-CA-x-host', 'fr-FR'],
    ['es-419', 'es-ES'],
    ['nl-BE', 'nl-NL'],
    ['zh', 'en-US'],
    ['zh-Hant-TW', 'en-US'],
    ['frp', 'en-US'],
    ['', 'en-US'],
    ['no such tag', 'en-US'],
  ] as const)('answers %s with %s', (tag, locale) => {
    expect(negotiateLocale(tag)).toBe(locale)
  })

  it('picks the first of the browser’s languages that the portal has', () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
    try {
      setLanguages(['zh-CN', 'it-CH', 'en'])
      expect(negotiateLocale('auto')).toBe('it-IT')
      setLanguages(['ja'])
      expect(negotiateLocale('auto')).toBe('en-US')
      setLanguages(undefined)
      expect(negotiateLocale('auto')).toBe('en-US')
    } finally {
      if (before) Object.defineProperty(globalThis, 'navigator', before)
      else Reflect.deleteProperty(globalThis, 'navigator')
    }
  })

  it('picks only among the available languages', () => {
    expect(negotiateLocale('de', ['en-US', 'fr-FR'])).toBe('en-US')
  })
})

describe('mergeWords', () => {
  it('replaces single words and single errors with a host’s own', () => {
    const merged = mergeWords(enUS, {
      retry: 'Once more',
      errors: { offline: ['No network', 'We wait for it.'] },
    })
    expect(merged.retry).toBe('Once more')
    expect(merged.close).toBe(enUS.close)
    expect(merged.errors.offline).toEqual(['No network', 'We wait for it.'])
    expect(merged.errors.expired).toBe(enUS.errors.expired)
  })

  it('returns the same object when the host has no words', () => {
    expect(mergeWords(enUS, undefined)).toBe(enUS)
  })
})

function setLanguages(languages: string[] | undefined) {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: languages && { languages } })
}

/** All texts of a language, each under one flat name. */
function textOf({ errors, locale: _locale, ...rest }: Words): Record<string, string> {
  const flat: Record<string, string> = { ...rest }
  for (const [name, [title, body]] of Object.entries(errors)) {
    flat[`${name} title`] = title
    flat[`${name} body`] = body
  }
  return flat
}

function places(text = ''): string[] {
  return text.match(/\{\w+\}/g) ?? []
}
