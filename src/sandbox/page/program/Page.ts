import type { PortalOptions } from '../../../schemas/index'
import type { Locale } from '../../../wire/LOCALES'
import type { PortalSnapshot } from '../PortalSnapshot'
import type { PageWords } from '../words/enUS'
import { drawPage } from './drawPage'
import { localeOf } from './navigation'

/** A section of the portal, as `features` names it. */
export type Section = 'connect' | 'organize' | 'manage' | 'configure'

/** What the page can show: a section, one record, or the sentence that there is nothing. */
export type View = Section | 'stay' | 'place' | 'device' | 'empty'

/** A tab of the section `manage`. */
export type Tab = 'stays' | 'places' | 'staff' | 'events'

/** One portal on screen, with everything its parts need to draw themselves. */
export interface Page {
  readonly data: PortalSnapshot
  readonly options: PortalOptions
  readonly state: PageState
  /** The element that all of the page is drawn into. */
  readonly mount: HTMLElement
  /** The words of a key in the page's language, with `{name}` replaced by the value of that name. */
  readonly t: (key: keyof PageWords, values?: Record<string, string | number>) => string
  /** Shows a sentence in the status line, where screen readers announce it. Empty text hides the line. */
  readonly tell: (text: string) => void
  /** Shows another view and moves focus to its heading. */
  readonly go: (view: View, id?: string) => void
  /** Draws everything again from the state. Focus stays on the same control. */
  readonly draw: () => void
}

/** What the user has changed. It lives as long as the page; nothing is stored or sent. */
export interface PageState {
  locale: Locale
  view: View
  /** The record of the view: list and key of a stay or a place, or the id of a device. */
  id: string
  tab: Tab
  /** Providers with a connected account. `now`: the user connected it on this page, which adds a device. */
  readonly connected: Map<string, 'before' | 'now'>
  /** The window in which the user connects an account. */
  account: { provider: string; window: Window } | null
  /** The place of each device that the user moved. Empty text: not assigned. */
  readonly assigned: Map<string, string>
  readonly unlocked: Set<string>
  readonly managed: Set<string>
  /** New codes by the id of their stay. */
  readonly codes: Map<string, string>
  readonly revoked: Set<string>
  /** Keys of the staff members that the user removed. */
  readonly removed: Set<string>
  /** Rules that the user turned off. */
  readonly rulesOff: Set<string>
  /** Event types that the user chose. None: all are shown. */
  readonly events: Set<string>
  keyName: string
  /** The id of the stay whose code is in the clipboard. */
  copied: string | null
}

/** Makes the page of a snapshot, in the words of all languages. It draws nothing yet. */
export function createPage(data: PortalSnapshot, words: Readonly<Record<Locale, PageWords>>): Page {
  const mount = document.getElementById('portal') as HTMLElement
  const status = document.getElementById('status') as HTMLElement
  const page: Page = {
    data,
    options: data.options,
    state: {
      locale: localeOf(data.options.locale),
      view: 'empty',
      id: '',
      tab: 'stays',
      connected: new Map(),
      account: null,
      assigned: new Map(),
      unlocked: new Set(),
      managed: new Set(),
      codes: new Map(),
      revoked: new Set(),
      removed: new Set(),
      rulesOff: new Set(),
      events: new Set(),
      keyName: '',
      copied: null,
    },
    mount,
    t: (key, values = {}) =>
      words[page.state.locale][key].replace(/\{(\w+)\}/g, (blank, name: string) =>
        String(values[name] ?? blank),
      ),
    tell: (text) => {
      status.textContent = text
    },
    go: (view, id = '') => {
      Object.assign(page.state, { view, id, copied: null })
      page.tell('')
      page.draw()
      mount.querySelector('h1')?.focus()
    },
    draw: () => drawPage(page),
  }
  return page
}
