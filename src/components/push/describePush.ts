import type { PushProgressState } from '../../push/PushProgressState'
import type { Counted, PushWords } from './words/PushWords'

/** A push in words. */
export interface PushDescription {
  /** "41%"; undefined while the whole is unknown. */
  percent: string | undefined
  /** The line under the bar, or in its place when the push is over. */
  line: string
  /** Why it paused or stopped, and what to do; undefined where there is nothing to do. */
  reason: string | undefined
  /** What is announced. It changes with the state, and at each tenth. */
  announcement: string
  /** How much of the bar is filled, from 0 to 1; undefined while that is unknown. */
  share: number | undefined
}

/** Says how a push stands. */
export function describePush(
  progress: PushProgressState,
  words: PushWords,
  heading: string,
  action: 'push' | 'delete' = 'push',
): PushDescription {
  const { state, done, total, failed, unchanged = 0, remainingMs, waitMs = 0 } = progress
  const number = new Intl.NumberFormat(words.locale)
  const percentOf = (share: number) =>
    new Intl.NumberFormat(words.locale, { style: 'percent' }).format(Math.floor(share * 100) / 100)
  const fill = (text: string) =>
    text.replace('{done}', number.format(done)).replace('{total}', number.format(total ?? 0))
  const counted = (forms: Counted, n: number) => countedIn(words, forms, n)

  const share = total === undefined ? undefined : total > 0 ? Math.min(1, done / total) : 1
  const count = fill(total === undefined ? words.countSoFar : words.count)
  const sent = done - failed - unchanged
  const [all, some] = action === 'push' ? [words.allSent, words.sent] : [words.allDeleted, words.deleted]
  const attention = failed > 0 && counted(words.attention, failed)
  const lines: Record<PushProgressState['state'], string> = {
    running:
      remainingMs === undefined
        ? count
        : `${count} · ${words.left.replace('{time}', timeIn(words, remainingMs))}`,
    waiting: words.waiting.replace('{time}', timeIn(words, waitMs)),
    paused: fill(words.paused),
    stopped: [fill(words.stopped), attention].filter(Boolean).join(' · '),
    done: [
      counted(failed || unchanged ? some : all, sent),
      unchanged > 0 && counted(words.unchanged, unchanged),
      attention,
    ]
      .filter(Boolean)
      .join(' · '),
  }
  const line = lines[state]
  const tenth = share === undefined ? '' : ` ${percentOf(Math.floor(share * 10) / 10)}`
  const reason = reasonOf(progress, words)
  return {
    share,
    percent: share === undefined ? undefined : percentOf(share),
    line,
    reason,
    // A countdown is not read out at every second.
    announcement:
      state === 'running'
        ? `${heading}${tenth}`
        : state === 'waiting'
          ? `${heading}: ${words.waiting.replace('{time}', '…')}`
          : [line, reason].filter(Boolean).join('. '),
  }
}

/** Writes a number into the form that fits it. */
export function countedIn({ locale }: PushWords, forms: Counted, n: number): string {
  const form = forms[new Intl.PluralRules(locale).select(n)] ?? forms.other
  return form.replace('{n}', new Intl.NumberFormat(locale).format(n))
}

function reasonOf({ state, code }: PushProgressState, words: PushWords): string | undefined {
  if (state !== 'paused' && state !== 'stopped') return undefined
  if (code === 'unauthorized') return words.signedOut
  return code && UNANSWERED.has(code) ? words.unanswered : undefined
}

const UNANSWERED: ReadonlySet<PushProgressState['code']> = new Set([
  'offline',
  'proxy_unreachable',
  'proxy_invalid_response',
  'timeout',
  'vendor_error',
] as const)

/** "25 seconds", in steps that suit its length: "1,437 seconds" is more than a user needs. */
function timeIn({ locale }: PushWords, milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const [value, unit]: [number, string] =
    seconds <= 20
      ? [seconds, 'second']
      : seconds <= 55
        ? [Math.ceil(seconds / 5) * 5, 'second']
        : seconds <= 3600
          ? [Math.ceil(seconds / 60), 'minute']
          : [Math.ceil(seconds / 3600), 'hour']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value)
}
