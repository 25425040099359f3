import { StrictMode, type ReactNode, useEffect, useState } from 'react'
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
    /** What went against the page's policies, what the provider told, and whether the page came from the page cache. */
    told: { violations: string[]; events: PortalEvent[]; restored: boolean }
    /** Renders the host anew. */
    renderAgain: () => void
  }
}

window.told = { violations: [], events: [], restored: false }
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
  window.told.violations.push(`${disposition} ${effectiveDirective}`)
})
window.addEventListener('pageshow', ({ persisted }) => {
  window.told.restored = persisted
})

const { portal = '', show = 'frame', haste = '1' } = document.documentElement.dataset

// A page in haste: a wait of a second or more is that many times shorter, so that no test waits for 20 seconds.
const wait = window.setTimeout.bind(window)
window.setTimeout = ((run: () => void, time = 0, ...rest: unknown[]) =>
  wait(run, time < 1_000 ? time : time / Number(haste), ...rest)) as typeof window.setTimeout

const PARTS: Record<string, ReactNode> = {
  frame: <PortalFrame heading="Access" />,
  dialog: <PortalLauncher>Open a dialog</PortalLauncher>,
  drawer: <PortalLauncher presentation="drawer">Open a drawer</PortalLauncher>,
  tab: <PortalLauncher presentation="tab">Open a tab</PortalLauncher>,
  anywhere: <Anywhere />,
  unasked: <Unasked />,
  parts: (
    <PortalDialog.Root>
      <PortalDialog.Trigger>Open parts</PortalDialog.Trigger>
      <PortalDialog.Popup>
        <PortalDialog.Title />
        <PortalDialog.Close />
        <PortalDialog.Frame />
      </PortalDialog.Popup>
    </PortalDialog.Root>
  ),
  warm: <PortalLauncher warm="frame">Open a dialog</PortalLauncher>,
  strict: (
    <StrictMode>
      <PortalFrame />
    </StrictMode>
  ),
  siblings: <Siblings />,
  sometimes: <Sometimes />,
  long: (
    <div style={{ height: '3000px' }}>
      <PortalLauncher>Open a dialog</PortalLauncher>
    </div>
  ),
}

const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app.')
createRoot(root).render(<Host />)

function Host() {
  const [, setCount] = useState(0)
  useEffect(() => {
    window.renderAgain = () => setCount((count) => count + 1)
  }, [])
  return (
    <PortalProvider
      portalOrigins={[portal]}
      keepAlive
      onEvent={(event) => {
        window.told.events.push(event)
      }}
    >
      {show === 'everything'
        ? ['frame', 'dialog', 'drawer', 'tab', 'parts', 'anywhere'].map((name) => (
            <div key={name}>{PARTS[name]}</div>
          ))
        : PARTS[show]}
    </PortalProvider>
  )
}

function Anywhere() {
  const open = useOpenPortal()
  return (
    <button type="button" onClick={() => open({ heading: 'From anywhere', read_only: true })}>
      Open from anywhere
    </button>
  )
}

/** Opens a tab without a click, as a host does that waits for something else first. */
function Unasked() {
  const open = useOpenPortal()
  useEffect(() => {
    open({ presentation: 'tab' })
  }, [open])
  return null
}

/** A portal that changes places with its sibling. */
function Siblings() {
  const [names, setNames] = useState(['portal', 'text'])
  return (
    <>
      <button type="button" onClick={() => setNames(names.toReversed())}>
        Swap
      </button>
      {names.map((name) => (name === 'portal' ? <PortalFrame key={name} /> : <p key={name}>Text</p>))}
    </>
  )
}

/** A portal that leaves the page and comes back. */
function Sometimes() {
  const [isOn, setOn] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOn(!isOn)}>
        Toggle
      </button>
      {isOn && <PortalFrame />}
    </>
  )
}
