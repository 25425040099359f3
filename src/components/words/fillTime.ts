import type { Words } from './Words'

/** Writes the wait into a sentence with `{time}` in it: "in 20 seconds", and "now" when it is over. */
export function fillTime(sentence: string, seconds: number, { locale }: Words): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return sentence.replace('{time}', () => format.format(seconds, 'second'))
}
