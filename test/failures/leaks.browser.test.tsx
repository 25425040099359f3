import { cleanup, render } from '@testing-library/react'
import { type ReactNode, useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import {
  PortalDialog,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  useOpenPortal,
  usePortal,
} from '../../src/index'
import { createVendor } from '../support/renderInPortal'
import { frames, linkOf, settle, until } from './onScreen'
import { watchPage } from './watchPage'

const TIMES = 100

const PARTS: Record<string, ReactNode> = {
  PortalFrame: <PortalFrame />,
  'PortalLauncher, closed': <PortalLauncher>Manage access</PortalLauncher>,
  'PortalLauncher, open': <PortalLauncher defaultOpen>Manage access</PortalLauncher>,
  'PortalLauncher as a drawer': <PortalLauncher presentation="drawer" defaultOpen />,
  'PortalLauncher as a tab': <PortalLauncher presentation="tab" />,
  PortalDialog: (
    <PortalDialog.Root defaultOpen>
      <PortalDialog.Trigger />
      <PortalDialog.Popup>
        <PortalDialog.Title />
        <PortalDialog.Close />
        <PortalDialog.Frame />
      </PortalDialog.Popup>
    </PortalDialog.Root>
  ),
  usePortal: <Link />,
  useOpenPortal: <Opened />,
}

function Link() {
  return <p>{usePortal().status}</p>
}

function Opened() {
  const open = useOpenPortal()
  useEffect(() => {
    open()
  }, [open])
  return null
}

describe(`mounted and unmounted a hundred times`, () => {
  for (const [name, part] of Object.entries(PARTS)) {
    it(`${name} leaves no listener, timer, observer or frame, and restores the page’s scrolling`, async () => {
      const vendor = createVendor()
      const client = { createPortal: async () => linkOf(vendor) }
      const show = () =>
        render(
          <PortalProvider client={client} portalOrigins={[vendor.origin]}>
            {part}
          </PortalProvider>,
        )
      // Not counted: at the first mount, React and the browser add listeners that they never remove.
      const page = watchPage()
      show()
      await settle()
      const mayHaveFrame = frames().length > 0
      cleanup()
      await settle()
      // A diagnosis that is running ends by itself shortly after its frame.
      await until(() => expect(page.left()).toMatchObject({ observers: 0, timers: 0 }))
      const before = page.left()

      for (let time = 0; time < TIMES; time += 1) {
        const { unmount } = show()
        // Some unmount while the link is in flight, some while the page loads, some after it has loaded.
        if (mayHaveFrame && time % 3 > 0) await until(() => expect(frames()).toHaveLength(1))
        if (mayHaveFrame && time % 10 === 5) {
          await until(() => expect(document.querySelector('[data-status=loaded]')).not.toBeNull())
        }
        unmount()
      }
      await settle()

      await until(() => expect(page.left()).toEqual(before))
      expect(before.observers).toBe(0)
      expect(document.querySelectorAll('iframe, dialog, [data-seam-portal]')).toHaveLength(0)
      expect(document.documentElement.style.overflow).toBe('')
    })
  }
})
