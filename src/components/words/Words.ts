import type { Locale } from '../../wire/LOCALES'
import type { PortalErrorMessage } from '../../wire/PORTAL_ERRORS'

/** Every word the components say in one language. */
export interface Words {
  /** The language itself, for `lang` and for `Intl`. */
  readonly locale: Locale
  /** The dialog's title and the frame's name, unless a heading says otherwise. */
  readonly manageAccess: string
  /** Announced while the portal loads. */
  readonly loading: string
  /** Announced when the portal has loaded. */
  readonly loaded: string
  /** The notice after eight seconds of loading. */
  readonly slow: string
  /** The button that tries a failed load again. */
  readonly retry: string
  /** The button that starts a new session in place of an ended one. */
  readonly reload: string
  /** The name of the button that closes a dialog. */
  readonly close: string
  /** The button that opens the portal in a new tab. */
  readonly newTab: string
  /** Read after a launcher's label, for those who cannot see its arrow. */
  readonly newTabHint: string
  /** The line under an error; `{id}` stands for the request's id. */
  readonly reference: string
  /** The name of the button that copies the reference. */
  readonly copy: string
  /** Announced when the reference was copied. */
  readonly copied: string
  /** What stands on paper in place of the frame. */
  readonly print: string
  /**
   * What an error is called, and what to do about it: title and body.
   * `rate_limited`: `{time}` in the body stands for "in 20 seconds"; `fillTime` writes it.
   * `popup_blocked`: a whole sentence, and the label of the link that follows it.
   */
  readonly errors: Readonly<Record<PortalErrorMessage, readonly [title: string, body: string]>>
}

/** Words of your own: any of ours may be replaced, the rest stay. */
export type WordsOverride = Partial<Omit<Words, 'errors'>> & { readonly errors?: Partial<Words['errors']> }
