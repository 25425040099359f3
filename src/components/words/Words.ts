import type { Locale } from '../../wire/LOCALES'
import type { PortalErrorMessage } from '../../wire/PORTAL_ERRORS'

/** All texts of the components in one language. */
export interface Words {
  /** The language, for `lang` and `Intl`. */
  readonly locale: Locale
  /** The dialog's title and the frame's name, unless the host gives a `heading`. */
  readonly manageAccess: string
  /** A screen reader announces it while the portal loads. */
  readonly loading: string
  /** A screen reader announces it when the portal has loaded. */
  readonly loaded: string
  /** The notice after eight seconds of loading. */
  readonly slow: string
  /** The button that retries after an error. */
  readonly retry: string
  /** The button that starts a new session in place of an ended one. */
  readonly reload: string
  /** The name of the button that closes a dialog. */
  readonly close: string
  /** The button that opens the portal in a new tab. */
  readonly newTab: string
  /** A screen reader reads it after the label of a launcher that opens a tab. */
  readonly newTabHint: string
  /** The line under an error. `{id}` stands for the request's id. */
  readonly reference: string
  /** The name of the button that copies the reference. */
  readonly copy: string
  /** The name of the same button after it has copied the reference. */
  readonly copied: string
  /** The sentence that is printed instead of the frame. */
  readonly print: string
  /**
   * The title and the body of each error state: what happened, and what to do.
   * `rate_limited`: `{time}` in the body stands for "in 20 seconds"; `fillTime` writes it.
   * `popup_blocked`: a whole sentence, and the label of the link that follows it.
   */
  readonly errors: Readonly<Record<PortalErrorMessage, readonly [title: string, body: string]>>
}

/** The words of a launcher: its label, and why its portal did not open. They come with the first load of a page. */
export type ButtonWords = Pick<
  Words,
  'locale' | 'manageAccess' | 'loading' | 'retry' | 'reload' | 'newTab' | 'newTabHint'
> & {
  readonly errors: Readonly<Record<PortalErrorMessage, readonly [title: string, body?: string]>> &
    Pick<Words['errors'], 'popup_blocked'>
}

/** Your own words. Those that you leave out stay the library's. */
export type WordsOverride = Partial<Omit<Words, 'errors'>> & { readonly errors?: Partial<Words['errors']> }
