import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import {
  PortalDialog,
  type PortalEvent,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  useOpenPortal,
} from '../../src/index'

declare global {
  interface Window {
    /** The violations of the page's policies, and the provider's events. */
    seen: { violations: string[]; events: PortalEvent[]; errors: string[] }
  }
}

window.seen = { violations: [], events: [], errors: [] }
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
  window.seen.violations.push(`${disposition} ${effectiveDirective}`)
})
const { portal = '', show = 'frame' } = document.documentElement.dataset

const PARTS = {
  frame: <PortalFrame />,
  tab: <PortalLauncher presentation="tab">Open a tab</PortalLauncher>,
  unasked: <Unasked />,
  dialog: (
    <PortalLauncher
      onError={({ code }) => {
        window.seen.errors.push(code)
      }}
    >
      Open a dialog
    </PortalLauncher>
  ),
  // A host that keeps it open, whatever it is told.
  kept: (
    <PortalLauncher
      open
      onError={({ code }) => {
        window.seen.errors.push(code)
      }}
    >
      Kept open
    </PortalLauncher>
  ),
  anywhere: <Anywhere />,
  everything: (
    <>
      <PortalFrame heading="Access" />
      <PortalLauncher warm="frame">Open a dialog</PortalLauncher>
      <PortalLauncher presentation="drawer" data-variant="outline">
        Open a drawer
      </PortalLauncher>
      <PortalLauncher presentation="tab">Open a tab</PortalLauncher>
      <PortalDialog.Root>
        <PortalDialog.Trigger>Open parts</PortalDialog.Trigger>
        <PortalDialog.Popup>
          <PortalDialog.Title />
          <PortalDialog.Close />
          <PortalDialog.Frame />
        </PortalDialog.Popup>
      </PortalDialog.Root>
      <Anywhere />
    </>
  ),
}

const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app.')
createRoot(root).render(
  <PortalProvider
    portalOrigins={[portal]}
    keepAlive
    onEvent={(event) => {
      window.seen.events.push(event)
    }}
  >
    {PARTS[show as keyof typeof PARTS]}
  </PortalProvider>,
)

function Anywhere() {
  const open = useOpenPortal()
  return (
    <button type="button" onClick={() => open({ heading: 'From anywhere', read_only: true })}>
      Open from anywhere
    </button>
  )
}

/** Opens a tab outside of a click, as a host does that first waits for something else. */
function Unasked() {
  const open = useOpenPortal()
  useEffect(() => {
    open({ presentation: 'tab' })
  }, [open])
  return null
}
