'use client'

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
  useId,
  useState,
} from 'react'
import type { DeletePlanList, DeletePreview } from '../../push/DeletePlan'
import type { Locale } from '../../wire/LOCALES'
import { countedIn } from './describePush'
import type { PushWords, PushWordsOverride } from './words/PushWords'
import { usePushWords } from './usePushWords'

/** What a deletion asks before it begins. */
export interface ConfirmDeleteProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'children' | 'onSubmit' | 'onCancel'> {
  /** What is deleted: a plan of `planDelete`, or its preview from your server. */
  plan: DeletePreview
  /** Called once the user has typed the phrase and presses the button, and the field is empty again. Delete then. */
  onConfirm: () => void
  /** Shows a button that calls it, to leave everything as it is. */
  onCancel?: (() => void) | undefined
  /** What the user has to type. @default the key of a single record, else the number of records */
  phrase?: string | undefined
  /** The title. @default what the button says: "Delete 214 reservations" */
  heading?: string | undefined
  /** Its language. @default the provider's, or English */
  locale?: Locale | undefined
  /** Words of your own in place of ours. */
  messages?: PushWordsOverride | undefined
}

/**
 * Asks before many records are deleted: what goes, how many, the first keys, and a phrase to type. It deletes nothing
 * itself. Its look is in `react-seam-portal/push.css`, and it needs no provider. Renders a `<form>`.
 *
 * @example
 * <ConfirmDelete plan={plan} onConfirm={() => void deleteData(client, plan)} onCancel={close} />
 */
export const ConfirmDelete: ForwardRefExoticComponent<ConfirmDeleteProps & RefAttributes<HTMLFormElement>> =
  forwardRef(function ConfirmDelete(props, ref) {
    const { plan, onConfirm, onCancel, phrase, heading, locale, messages, ...rest } = props
    const content = JSON.stringify(plan, CONTENT)
    const [[typed, asked], setTyped] = useState(['', content])
    const type = (text: string) => setTyped([text, content])
    if (asked !== content) type('')
    const words = usePushWords(locale, messages)
    const id = useId()
    const { records, lists, failed } = plan
    const [only] = lists.length === 1 ? lists : []
    const label = countedIn(
      words,
      only?.list === 'reservations' ? words.deleteReservations : words.deleteRecords,
      records,
    )
    const wanted = plain(phrase) || (records === 1 ? plain(lists[0]?.first[0]) : '')
    const shown = wanted || new Intl.NumberFormat(words.locale).format(records)
    const isTyped = records > 0 && (wanted ? plain(typed) === wanted : digitsOf(typed) === String(records))
    const means = [
      lists.some(({ list }) => ENDING_ACCESS.has(list)) && words.accessEnds,
      records > 0 && words.forever,
      failed.length > 0 && countedIn(words, words.staying, failed.length),
    ]
    return (
      <form
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-means`}
        {...rest}
        ref={ref}
        lang={words.locale}
        data-seam-portal="push"
        data-kind="delete"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isTyped) return
          type('')
          onConfirm()
        }}
      >
        <p data-seam-portal="push-title">
          <bdi id={`${id}-title`}>{records > 0 ? (heading ?? label) : words.nothing}</bdi>
        </p>
        {lists.map((list) => (
          <Preview key={list.list} list={list} words={words} isOnly={!!only} />
        ))}
        <p data-seam-portal="push-reason" id={`${id}-means`}>
          <bdi>{means.filter(Boolean).join(' ')}</bdi>
        </p>
        {records > 0 && (
          <label data-seam-portal="push-phrase">
            <Phrase text={words.typeIt} phrase={shown} />
            <input
              data-seam-portal="push-input"
              value={typed}
              onChange={(event) => type(event.currentTarget.value)}
              dir="auto"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              inputMode={wanted ? 'text' : 'numeric'}
            />
          </label>
        )}
        <div data-seam-portal="push-actions">
          {onCancel && (
            <button type="button" data-seam-portal="button" data-variant="text" onClick={() => onCancel()}>
              {words.cancel}
            </button>
          )}
          {records > 0 && (
            <button type="submit" data-seam-portal="button" data-variant="danger" disabled={!isTyped}>
              <bdi>{label}</bdi>
            </button>
          )}
        </div>
      </form>
    )
  })

/** What tells a plan from another. A host may make the same plan anew on every render. */
const CONTENT = ['lists', 'list', 'records', 'first', 'chunks', 'id']

/** Lists whose records give people access. */
const ENDING_ACCESS: ReadonlySet<string> = new Set([
  'reservations',
  'bookings',
  'access_grants',
  'staff_members',
  'guests',
  'tenants',
  'residents',
  'users',
  'user_identities',
])

interface PreviewProps {
  list: DeletePlanList
  words: PushWords
  /** Whether the title says all but the keys. */
  isOnly: boolean
}

/** What goes of one list. */
function Preview({ list: { list, records, first }, words, isOnly }: PreviewProps): ReactNode {
  const more = records - first.length
  return (
    <div data-seam-portal="push-preview">
      {!isOnly && (
        <p>
          <bdi>{words.lists[list]}</bdi> <span>{new Intl.NumberFormat(words.locale).format(records)}</span>
        </p>
      )}
      <p data-seam-portal="reference">
        <bdi>
          {first.map((key, at) => (
            // Two customers may have the same key.
            <span key={at}>
              {at > 0 && ', '}
              <bdi>{key}</bdi>
            </span>
          ))}
          {more > 0 && ` ${countedIn(words, words.moreKeys, more)}`}
        </bdi>
      </p>
    </div>
  )
}

/** The sentence over the field, with the phrase set apart. */
function Phrase({ text, phrase }: { text: string; phrase: string }): ReactNode {
  const [before, after] = text.split('{phrase}')
  return (
    <span>
      <bdi>
        {before}
        <strong>
          <bdi>{phrase}</bdi>
        </strong>
        {after}
      </bdi>
    </span>
  )
}

/** A user may leave out what groups digits, or write it in another way. */
function digitsOf(typed: string): string {
  return typed.replace(/[\s.,'’]/g, '')
}

/**
 * What a person sees of a text and can type: a page shows a line break or two spaces as one space, and keyboards write
 * one letter in several ways. Empty where nothing is seen.
 */
function plain(text = ''): string {
  return text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim().normalize('NFC')
}
