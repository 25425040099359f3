'use client'

import { type ReactNode, useCallback, useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from '../hooks/PortalContext'
import { useLatest } from '../hooks/useLatest'
import { useOpenTab } from '../hooks/useOpenTab'
import type { PortalCloseReason, PortalPresentation } from '../portal/createPortalSession'
import type { DialogRootProps } from './dialog/DialogRoot'
import { LazyDialog } from './dialog/LazyDialog'
import { schedulePrefetch } from './dialog/loadDialog'
import { type FocusTarget, noteOpener, type Opener } from './dialog/noteOpener'
import { type DialogOptions, useDialog } from './dialog/useDialog'
import { splitPortalProps } from './splitPortalProps'
import { useButtonWords } from './WordsContext'

/** The wire options of a portal, where it opens, and its title. */
export type OpenPortalOptions = CreatePortalInput &
  Pick<DialogRootProps, 'heading' | 'onError' | 'onStatusChange' | 'renderStatus' | 'onOpenChange'> & {
    /** Where the portal opens. @default 'dialog' */
    presentation?: PortalPresentation | undefined
    /**
     * What gets the focus when the dialog closes: an element, or a function that finds it then.
     * @default what had the focus, or the control of the menu it was in
     */
    returnFocus?: FocusTarget | undefined
  }

/** A portal that was opened by a function. */
export interface PortalHandle {
  /** Closes its dialog, for what is more urgent. Does nothing once it has closed, or when it opened in a tab. */
  close: () => void
}

/**
 * Returns a function that opens a portal from anywhere, such as a menu or one of 500 rows. The provider renders one
 * dialog for all of them. To open a tab, call the function within a click.
 *
 * @example
 * const open = useOpenPortal()
 * open({ presentation: 'drawer', deep_link: { resource_type: 'reservation', resource_key: 'R-20418' } })
 */
export function useOpenPortal(): (options?: OpenPortalOptions) => PortalHandle {
  const { setOutlet } = usePortalContext()
  const openTab = useLatest(useOpenTab())
  const { loading } = useButtonWords()
  useEffect(schedulePrefetch, [])
  return useCallback(
    ({ onOpenChange, returnFocus, ...rest } = {}) => {
      // Now, while the menu that it may come from is still on the page.
      const opener = noteOpener()
      if (returnFocus) opener.focusTargets.unshift(returnFocus)
      let isShown = false
      const noteShown = (shown: boolean) => {
        isShown = shown
      }
      const show = (open: boolean) => {
        isShown = open
        setOutlet(
          <OpenedPortal {...rest} opener={opener} noteShown={noteShown} open={open} onOpenChange={change} />,
        )
      }
      const change = (open: boolean, details: { reason: PortalCloseReason }) => {
        show(open)
        onOpenChange?.(open, details)
      }
      if (rest.presentation === 'tab') {
        const [wire, { onError }] = splitPortalProps(rest)
        // When no tab opens, the dialog does. It shows the portal or the error state.
        void openTab.current(wire, loading, onError).then((error) => error && show(true))
      } else show(true)
      return {
        close() {
          if (isShown) change(false, { reason: 'host' })
        },
      }
    },
    [setOutlet, openTab, loading],
  )
}

interface OpenedPortalProps extends CreatePortalInput, DialogOptions {
  opener: Opener
  /** Told whether this portal is the one that the provider has open. */
  noteShown: (shown: boolean) => void
}

/** The one dialog of all rows. */
function OpenedPortal({ opener, noteShown, ...props }: OpenedPortalProps): ReactNode {
  const [wire, options] = splitPortalProps(props)
  const dialog = useDialog(wire, options)
  const { open } = dialog
  useEffect(() => {
    noteShown(open)
    // The handle closes neither a portal that was opened later, nor one of another user.
    return () => noteShown(false)
  }, [noteShown, open])
  return <LazyDialog dialog={{ ...dialog, opener }} />
}
