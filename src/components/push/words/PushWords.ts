import type { DeletableList } from '../../../push/DeletePlan'
import type { Locale } from '../../../wire/LOCALES'

/** A phrase with `{n}` in it, in the forms that a language has for numbers. */
export type Counted = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** Every word that the progress of a push says in one language. */
export interface PushWords {
  /** The language itself, for `lang` and for `Intl`. */
  readonly locale: Locale
  /** What the push is called, unless a heading says otherwise. */
  readonly heading: string
  /** What a deletion is called, unless a heading says otherwise. */
  readonly deleting: string
  /** How far it is, where the whole is known. `{done}`, `{total}`. */
  readonly count: string
  /** How far it is, where the whole is unknown. `{done}`. */
  readonly countSoFar: string
  /** Follows the count. `{time}` stands for "25 seconds". */
  readonly left: string
  /** It was paused. `{done}`. */
  readonly paused: string
  /** The backend asked for a rest. `{time}` stands for "12 seconds". */
  readonly waiting: string
  /** It ended early. `{done}`. */
  readonly stopped: string
  /** Why it paused or stopped: the user is signed out. */
  readonly signedOut: string
  /** Why it paused or stopped: nothing answered. */
  readonly unanswered: string
  /** It is over, and every record was sent. `{n}`. */
  readonly allSent: Counted
  /** How many were sent, where not all were. `{n}`. */
  readonly sent: Counted
  /** The same for a deletion: every record was deleted. `{n}`. */
  readonly allDeleted: Counted
  /** How many were deleted, where not all were. `{n}`. */
  readonly deleted: Counted
  /** How many were left out, since nothing about them has changed. `{n}`. */
  readonly unchanged: Counted
  /** How many were not taken. `{n}`. */
  readonly attention: Counted
  readonly pause: string
  readonly resume: string
  readonly cancel: string
  /** The button that sends the failed records again, or continues after a stop. */
  readonly retry: string
  /** Opens the list of what was not taken. */
  readonly details: string
  /** The heads of its columns. */
  readonly record: string
  readonly field: string
  readonly problem: string
  readonly todo: string
  /** What is wrong with a record, and what to do: a value of it is not as it should be. */
  readonly wrongInvalid: string
  readonly doInvalid: string
  /** The user may not send or delete it. */
  readonly wrongForbidden: string
  readonly doForbidden: string
  /** It is larger than one request may be. */
  readonly wrongLarge: string
  readonly doLarge: string
  /** It was refused for another reason. */
  readonly wrongOther: string
  readonly doOther: string
  /** Where a record was read from. `{line}`. */
  readonly line: string
  /** Under a list that is too long to show. `{n}` stands for how many are shown. */
  readonly more: string
  readonly copy: string
  readonly copied: string
  /** The title and the button of a deletion that is to be confirmed. `{n}`. */
  readonly deleteRecords: Counted
  /** The same where only reservations are deleted. `{n}`. */
  readonly deleteReservations: Counted
  /** What a deletion means. */
  readonly forever: string
  /** What it means for stays and for people who have access. */
  readonly accessEnds: string
  /** Follows the first keys of a list. `{n}`. */
  readonly moreKeys: Counted
  /** How many cannot be deleted. `{n}`. */
  readonly staying: Counted
  /** In place of the title where a plan is empty. */
  readonly nothing: string
  /** Over the field that the phrase is typed in. `{phrase}`. */
  readonly typeIt: string
  /** The names of the lists. */
  readonly lists: Readonly<Record<DeletableList, string>>
}

/** Words of your own: any of ours may be replaced, the rest stay. */
export type PushWordsOverride = Partial<Omit<PushWords, 'locale'>>
