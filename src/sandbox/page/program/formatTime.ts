import type { PortalStay } from '../PortalSnapshot'
import { type Child, h } from './h'
import type { Page } from './Page'

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const

/** Writes a moment in the page's language, in a time zone or in UTC. No moment gives no text. */
export function formatTime({ state }: Page, moment: string | number | undefined, timeZone = 'UTC'): string {
  if (moment === undefined) return ''
  const write = (timeZone: string) =>
    new Intl.DateTimeFormat(state.locale, { timeZone, ...STYLE }).format(new Date(moment))
  try {
    return write(timeZone)
  } catch {
    // The sandbox takes any text as a time zone, and Intl throws at one that it does not know.
    return write('UTC')
  }
}

/** Writes when a stay begins and ends. Neither of the two breaks across lines. */
export function formatStay(page: Page, { starts_at, ends_at, time_zone }: PortalStay): Child {
  const times = [starts_at, ends_at].filter(Boolean).map((moment) => formatTime(page, moment, time_zone))
  const [first = '', second] = times
  if (second === undefined) return times.map(keep)
  return [keep(`${first} –`), ' ', keep(second)]
}

function keep(text: string): HTMLElement {
  return h('span', { class: 'keep' }, text)
}
