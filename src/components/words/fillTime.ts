import type { Words } from './Words'

/** Replaces `{time}` in a sentence with the wait: "in 20 seconds", or "now" when it is over. */
export function fillTime(sentence: string, seconds: number, { locale }: Words): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return sentence.replace('{time}', () => format.format(seconds, 'second'))
}
