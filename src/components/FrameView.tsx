'use client'

import { type ComponentPropsWithoutRef, type ForwardedRef, type ReactNode, useState } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { PortalError } from '../client/PortalError'
import { useFocusFallback } from '../hooks/useFocusFallback'
import { usePortalContext } from '../hooks/PortalContext'
import { useOpenTab } from '../hooks/useOpenTab'
import { type PortalFrameCallbacks, usePortalFrame } from '../hooks/usePortalFrame'
import type { InitialPortal } from '../portal/createLinkEntry'
import type { PortalStatus } from '../portal/PORTAL_STATES'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { ErrorState } from './ErrorState'
import { useWords } from './useWords'
import type { Words } from './words/Words'
import { Glyph } from './Glyph'

/** The argument of a host's `renderStatus`. */
export interface PortalStatusDetails {
  status: PortalStatus
  error: PortalError | undefined
  /** Retries: makes a new link, and a new frame when the link is there. */
  retry: () => void
  /** Opens the same portal in a new tab; call it within a click. */
  openInTab: () => void
  /** Starts a new session in place of one that has ended. */
  renew: () => void
}

/** The props of a portal that stay in React. */
export interface PortalViewProps extends PortalFrameCallbacks {
  /** The title that the user sees, and the iframe's name. */
  heading?: string | undefined
  /** Whether to show the portal. @default true */
  enabled?: boolean | undefined
  /**
   * A link made on the server, or a promise of one. It replaces the first request. It serves one request of one user,
   * so never cache such a page for several users.
   */
  initialPortal?: InitialPortal
  /** Renders a status in your own way. Return undefined to render the library's. */
  renderStatus?: ((details: PortalStatusDetails) => ReactNode) | undefined
}

/** The props of the root element, without those that a reader could take for the iframe's. */
export type PortalElementProps = Omit<
  ComponentPropsWithoutRef<'div'>,
  'children' | 'onError' | 'onLoad' | 'src' | 'srcDoc' | 'loading'
>

interface FrameViewProps extends PortalViewProps, PortalElementProps {
  /** The wire props of this part. */
  wire: CreatePortalInput
  /** The request to the backend: the wire props with the provider's options. */
  request: CreatePortalRequest
  visible: boolean
  rootRef: ForwardedRef<HTMLDivElement>
}

/** The box of a portal, with the skeleton, notice or error state of its status. Renders a `<div>`. */
export function FrameView(props: FrameViewProps): ReactNode {
  const {
    wire,
    request,
    visible,
    heading,
    renderStatus,
    enabled = true,
    initialPortal,
    onStatusChange,
    onError,
    className = '',
    rootRef,
    ...rest
  } = props
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const { session } = usePortalContext()
  const {
    status,
    renewing,
    error: failure,
    slot,
    renew,
  } = usePortalFrame(
    { request, initialPortal, enabled, visible, name: heading ?? words.manageAccess },
    { onStatusChange, onError },
  )
  // Without a user no request is sent, so no answer says why there is no portal.
  const error = failure ?? (enabled && !session.isSignedIn ? SIGNED_OUT : undefined)
  const shown = error ?? status
  // The sentence about a blocked tab disappears when the status or the error changes.
  const [blockedAt, setBlockedAt] = useState<typeof shown>()
  const openInTab = () =>
    void openTab(wire, words.loading, onError).then((refusal) =>
      setBlockedAt(refusal?.code === 'popup_blocked' ? shown : undefined),
    )
  const notice = blockedAt === shown ? words.errors.popup_blocked[0] : undefined
  const sentence = notice ?? sentenceOf(words, status, error)
  const details: PortalStatusDetails = { status, error, retry: renew, openInTab, renew }
  const own = renderStatus?.(details)

  return (
    <div
      tabIndex={-1}
      lang={words.locale}
      // Session recorders must not record this element: Sentry, Datadog, Hotjar; PostHog and FullStory by class.
      data-sentry-block=""
      data-dd-privacy="hidden"
      data-hj-suppress=""
      {...rest}
      className={`ph-no-capture fs-exclude ${className}`}
      ref={rootRef}
      data-seam-portal="frame"
      data-status={status}
      data-print={words.print}
    >
      <div data-seam-portal="slot" ref={slot} />
      {own !== undefined ? (
        own
      ) : (
        <>
          <div
            data-seam-portal="skeleton"
            data-shape={wire.deep_link && wire.navigation_mode === 'restricted' ? 'card' : undefined}
            aria-hidden="true"
          />
          {(status === 'slow' || status === 'expired') && (
            <Notice key={status} {...details} sentence={sentence} words={words} renewing={renewing} />
          )}
          {error && (
            <ErrorState {...details} error={error} notice={notice} words={words} renewing={renewing} />
          )}
        </>
      )}
      <p data-seam-portal="status" role="status">
        {sentence}
      </p>
    </div>
  )
}

const SIGNED_OUT = new PortalError('unauthorized')

/** What a screen reader announces for a status. An idle portal says nothing. */
function sentenceOf(words: Words, status: PortalStatus, error: PortalError | undefined): string | undefined {
  if (error) return words.errors[PORTAL_ERRORS[error.code].message][0]
  if (status === 'expired') return words.errors.expired[0]
  if (status === 'slow' || status === 'loaded') return words[status]
  return status === 'idle' ? undefined : words.loading
}

/** The props of a notice. */
interface NoticeProps extends PortalStatusDetails {
  sentence: string | undefined
  words: Words
  /** Whether a new link is in flight. */
  renewing: boolean
}

/** Says at the edge of a frame that it loads slowly, or that its session has ended. Renders a `<div>`. */
function Notice({ status, sentence, words, renewing, renew, openInTab }: NoticeProps): ReactNode {
  const ended = status === 'expired'
  return (
    <div data-seam-portal="notice" data-kind={status} ref={useFocusFallback()}>
      {ended && <Glyph name={status} />}
      <span>
        {sentence}
        {ended && '.'}
      </span>
      <button
        type="button"
        data-seam-portal="button"
        aria-busy={renewing}
        data-variant={ended ? undefined : 'text'}
        onClick={ended ? renew : openInTab}
      >
        {ended ? words.reload : words.newTab}
      </button>
    </div>
  )
}
