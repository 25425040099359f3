'use client'

import { useCallback } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from '../hooks/PortalContext'
import type { PortalPresentation } from '../hooks/PortalConfig'
import { useOpenTab } from '../hooks/useOpenTab'
import { DialogPopup } from './dialog/DialogPopup'
import { DialogRoot, type DialogRootProps } from './dialog/DialogRoot'
import { splitPortalProps } from './splitPortalProps'
import { useWords } from './WordsContext'

/** The wire options of a portal, and where and under which title it opens. */
export type OpenPortalOptions = CreatePortalInput &
  Pick<DialogRootProps, 'heading' | 'onError' | 'onStatusChange' | 'renderStatus' | 'onOpenChange'> & {
    /** Where the portal opens. @default 'dialog' */
    presentation?: PortalPresentation | undefined
  }

/**
 * Gives a function that opens a portal from anywhere, such as a menu or one of five hundred rows. All share one dialog,
 * drawn by the provider. Call it within a click when it is to open a tab.
 *
 * @example
 * const open = useOpenPortal()
 * open({ presentation: 'drawer', deep_link: { resource_type: 'reservation', resource_key: 'R-20418' } })
 */
export function useOpenPortal(): (options?: OpenPortalOptions) => void {
  const { draw } = usePortalContext()
  const openTab = useOpenTab()
  const { loading } = useWords()
  return useCallback(
    ({ presentation = 'dialog', onOpenChange, ...rest } = {}) => {
      const show = (open: boolean) =>
        draw(
          <DialogRoot
            {...rest}
            presentation={presentation === 'drawer' ? 'drawer' : 'dialog'}
            open={open}
            onOpenChange={(next, details) => {
              show(next)
              onOpenChange?.(next, details)
            }}
          >
            <DialogPopup />
          </DialogRoot>,
        )
      if (presentation !== 'tab') {
        show(true)
        return
      }
      const [wire, { onError }] = splitPortalProps(rest)
      // A tab that was blocked, or has no portal to go to, leaves the dialog: it has a face for either.
      void openTab(wire, loading, onError).then((error) => error && show(true))
    },
    [draw, openTab, loading],
  )
}
