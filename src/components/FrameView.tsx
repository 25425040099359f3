'use client'

import { type ComponentPropsWithoutRef, type ForwardedRef, type ReactNode, useState } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import { usePortalContext } from '../hooks/PortalContext'
import { requestOf } from '../hooks/requestOf'
import { useOpenTab } from '../hooks/useOpenTab'
import { type PortalFrameOptions, type PortalStatus, usePortalFrame } from '../hooks/usePortalFrame'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { FailedFace } from './FailedFace'
import { Notice } from './Notice'
import { useWords } from './WordsContext'

/** What a face of a host's own is given. */
export interface PortalStatusDetails {
  status: PortalStatus
  error: PortalError | undefined
  /** Tries again. */
  retry: () => void
  /** Opens the same portal in a new tab; call it within a click. */
  openInTab: () => void
  /** Begins a new session in place of one that has ended. */
  renew: () => void
}

/** React's side of a portal on screen. */
export interface PortalViewProps extends Omit<PortalFrameOptions, 'name' | 'visible'> {
  /** The title a person sees, and the iframe's name. */
  heading?: string | undefined
  /** Draws a status your way; give undefined to leave it to us. */
  renderStatus?: ((details: PortalStatusDetails) => ReactNode) | undefined
}

/** An element's own props, less those that would mean the iframe's. */
export type PortalElementProps = Omit<
  ComponentPropsWithoutRef<'div'>,
  'children' | 'onError' | 'onLoad' | 'src' | 'srcDoc' | 'loading'
>

interface FrameViewProps extends PortalViewProps, PortalElementProps {
  wire: CreatePortalInput
  visible: boolean
  rootRef: ForwardedRef<HTMLDivElement>
}

/** The box a portal is in, with the face of its present status. Renders a `<div>`. */
export function FrameView(props: FrameViewProps): ReactNode {
  const {
    wire,
    visible,
    heading,
    renderStatus,
    enabled,
    initialPortal,
    onStatusChange,
    onError,
    className = '',
    rootRef,
    ...rest
  } = props
  const { options } = usePortalContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const { status, renewing, error, slot, renew } = usePortalFrame(requestOf(true, options, wire), {
    name: heading ?? words.manageAccess,
    visible,
    enabled,
    initialPortal,
    onStatusChange,
    onError,
  })
  const face = error ?? status
  // A tab that the browser blocked is news of the face it was asked from, until another comes.
  const [blocked, setBlocked] = useState<typeof face | false>()
  const openInTab = () =>
    void openTab(wire, words.loading, onError).then((refusal) =>
      setBlocked(refusal?.code === 'popup_blocked' && face),
    )
  const noTab = blocked === face ? words.errors.popup_blocked[0] : undefined
  const ended = status === 'expired'
  const failure = error ? PORTAL_ERRORS[error.code].message : ended && 'expired'
  // A face without words of its own says nothing.
  const said: Partial<Record<PortalStatus, string>> = words
  const sentence =
    noTab ?? (failure ? words.errors[failure][0] : status === 'creating' ? words.loading : said[status])
  const own = renderStatus?.({ status, error, retry: renew, openInTab, renew })

  return (
    <div
      tabIndex={-1}
      lang={words.locale}
      // What records sessions must not record this one: Sentry, Datadog, Hotjar; PostHog and FullStory by class.
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
          {(ended || status === 'slow') && (
            <Notice
              key={status}
              kind={status}
              sentence={sentence}
              words={words}
              renewing={renewing}
              onPress={ended ? renew : openInTab}
            />
          )}
          {error && (
            <FailedFace
              error={error}
              words={words}
              notice={noTab}
              renewing={renewing}
              onRetry={renew}
              onOpenTab={openInTab}
            />
          )}
        </>
      )}
      <p data-seam-portal="status" role="status">
        {sentence}
      </p>
    </div>
  )
}
