'use client'

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
  useId,
} from 'react'
import type { PushProgressState } from '../../push/PushProgressState'
import type { Locale } from '../../wire/LOCALES'
import { useFocusFallback } from '../../hooks/useFocusFallback'
import type { ListedFailure } from './describeFailure'
import { describePush } from './describePush'
import { PushFailures } from './PushFailures'
import type { PushWordsOverride } from './words/PushWords'
import { usePushWords } from './usePushWords'
import { useUnhurried } from './useUnhurried'

/** What the progress of a push shows. */
export interface PushProgressProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onPause' | 'onCancel'> {
  /** How the push stands: from `usePushData`, `deleteData`, or a job on your server. */
  progress: PushProgressState
  /** What runs: records are sent, or deleted. @default 'push' */
  action?: 'push' | 'delete' | undefined
  /** What is sent, as the card's title: "Importing reservations". */
  heading?: string | undefined
  /** What was not taken: `result.failed`. Listed once the push is over. */
  failures?: readonly ListedFailure[] | undefined
  /** Shows a button that pauses the push. */
  onPause?: (() => void) | undefined
  /** Shows a button that lets a paused push go on. */
  onResume?: (() => void) | undefined
  /** Shows a button that ends the push. */
  onCancel?: (() => void) | undefined
  /** Shows a button that sends the failed records again, or continues after a stop. */
  onRetry?: (() => void) | undefined
  /** Its language. @default the provider's, or English */
  locale?: Locale | undefined
  /** Words of your own in place of ours. */
  messages?: PushWordsOverride | undefined
}

/**
 * How far a push is: a bar, the count, and at the end what was sent and what needs attention. It only draws what it is
 * given, so it also shows a push that runs on your server. Its look is in `react-seam-portal/push.css`, and it needs no
 * provider. Renders a `<div>`.
 *
 * @example
 * const { progress, result, pause, resume } = usePushData({ id: 'import' })
 * return progress && <PushProgress progress={progress} failures={result?.failed} onPause={pause} onResume={resume} />
 */
export const PushProgress: ForwardRefExoticComponent<PushProgressProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function PushProgress(props, ref) {
    const { progress, action = 'push', heading, failures = [], locale, messages, ...others } = props
    const { onPause, onResume, onCancel, onRetry, ...rest } = others
    const { state, failed } = progress
    const words = usePushWords(locale, messages)
    const title = heading ?? (action === 'push' ? words.heading : words.deleting)
    const { percent, share, line, reason, announcement } = describePush(progress, words, title, action)
    const calm = useUnhurried(line, `${state} ${words.locale}`)
    const label = useId()
    const isOver = state === 'done' || state === 'stopped'
    const isWhole = state === 'done' && failed === 0
    const toggle = state === 'paused' ? onResume : onPause
    const offered: Offered[] = isOver
      ? [!isWhole && onRetry && [words.retry, onRetry, 'outline']]
      : [
          onCancel && [words.cancel, onCancel, 'text'],
          // One button, so that the focus stays on it.
          toggle && [
            state === 'paused' ? words.resume : words.pause,
            toggle,
            state === 'paused' ? undefined : 'outline',
          ],
        ]
    const buttons = offered.filter((one): one is OfferedButton => !!one)
    return (
      <div
        role="group"
        aria-labelledby={label}
        tabIndex={-1}
        {...rest}
        ref={ref}
        lang={words.locale}
        data-seam-portal="push"
        data-state={state}
      >
        <p data-seam-portal="push-title">
          <bdi id={label}>{title}</bdi>
          {state !== 'done' && percent && <span data-seam-portal="push-percent">{percent}</span>}
        </p>
        {!isOver && <progress aria-labelledby={label} value={share} data-seam-portal="push-bar" />}
        <p data-seam-portal="push-line" data-tone={isOver ? (isWhole ? 'sent' : 'attention') : undefined}>
          {isOver && <Sign path={isWhole ? TICK : MARK} />}
          <bdi>{isOver ? line : calm}</bdi>
        </p>
        {reason && (
          <p data-seam-portal="push-reason">
            <bdi>{reason}</bdi>
          </p>
        )}
        {isOver && failures.length > 0 && <PushFailures failures={failures} words={words} />}
        {buttons.length > 0 && <Buttons key={String(isOver)} buttons={buttons} />}
        <p data-seam-portal="status" role="status">
          {announcement}
        </p>
      </div>
    )
  })

type OfferedButton = readonly [label: string, onClick: () => void, variant: string | undefined]
type Offered = OfferedButton | false | undefined

/** When they go with the focus on one of them, the card has it. */
function Buttons({ buttons }: { buttons: readonly OfferedButton[] }): ReactNode {
  return (
    <div data-seam-portal="push-actions" ref={useFocusFallback()}>
      {buttons.map(([label, onClick, variant], at) => (
        <button
          key={buttons.length - at}
          type="button"
          data-seam-portal="button"
          data-variant={variant}
          // A host's function takes nothing: an event is none of its arguments.
          onClick={() => onClick()}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

const TICK = 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M8 12.5l2.5 2.5L16 9.5'
const MARK = 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 7.5v5.5M12 16.5h.01'

function Sign({ path }: { path: string }): ReactNode {
  return (
    <svg
      data-seam-portal="glyph"
      viewBox="0 0 24 24"
      width="20"
      aria-hidden="true"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      fill="none"
    >
      <path d={path} />
    </svg>
  )
}
