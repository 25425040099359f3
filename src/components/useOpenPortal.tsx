'use client'

import { type ReactNode, useCallback, useEffect } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from '../hooks/PortalContext'
import { useOpenTab } from '../hooks/useOpenTab'
import type { PortalPresentation } from '../portal/PortalConfig'
import type { DialogRootProps } from './dialog/DialogRoot'
import { LazyDialog } from './dialog/LazyDialog'
import { prefetchDialog } from './dialog/loadDialog'
import { useDialog } from './dialog/useDialog'
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
 * rendered by the provider. Call it within a click when it is to open a tab.
 *
 * @example
 * const open = useOpenPortal()
 * open({ presentation: 'drawer', deep_link: { resource_type: 'reservation', resource_key: 'R-20418' } })
 */
export function useOpenPortal(): (options?: OpenPortalOptions) => void {
  const { setOutlet } = usePortalContext()
  const openTab = useOpenTab()
  const { loading } = useWords()
  useEffect(prefetchDialog, [])
  return useCallback(
    ({ presentation = 'dialog', onOpenChange, ...rest } = {}) => {
      const show = (open: boolean) =>
        setOutlet(
          <OpenedPortal
            {...rest}
            presentation={presentation === 'drawer' ? 'drawer' : 'dialog'}
            open={open}
            onOpenChange={(next, details) => {
              show(next)
              onOpenChange?.(next, details)
            }}
          />,
        )
      if (presentation !== 'tab') {
        show(true)
        return
      }
      const [wire, { onError }] = splitPortalProps(rest)
      // Where no tab opened, the dialog does: it shows the portal, or the error state.
      void openTab(wire, loading, onError).then((error) => error && show(true))
    },
    [setOutlet, openTab, loading],
  )
}

/** The one dialog of all rows. */
function OpenedPortal({ presentation, ...props }: DialogRootProps): ReactNode {
  const [wire, options] = splitPortalProps(props)
  const dialog = useDialog(wire, options, presentation)
  return <LazyDialog dialog={dialog} />
}
