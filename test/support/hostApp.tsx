import { StrictMode, type ReactNode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  PortalDialog,
  type PortalErrorCode,
  type PortalEvent,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  useOpenPortal,
} from '../../src/index'

/** What happened on the page so far. */
export interface Seen {
  /** What the page's policies blocked or reported. */
  violations: string[]
  events: PortalEvent[]
  /** The codes that `onError` got. */
  errors: PortalErrorCode[]
  /** Whether the page came back from the page cache. */
  restored: boolean
}

declare global {
  interface Window {
    seen: Seen
    /** Renders the host anew. */
    renderAgain: () => void
  }
}

window.seen = { violations: [], events: [], errors: [], restored: false }
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
  window.seen.violations.push(`${disposition} ${effectiveDirective}`)
})
window.addEventListener('pageshow', ({ persisted }) => {
  window.seen.restored = persisted
})

const { dataset } = document.documentElement
const { portal = '', show = 'frame' } = dataset

// A test need not wait as long as a user. `data-shorten` says which waits become 50 times shorter: from how many
// milliseconds to how many.
const wait = window.setTimeout.bind(window)
window.setTimeout = ((run: () => void, time = 0, ...rest: unknown[]) => {
  const [from = Infinity, to = 0] = dataset.shorten ? dataset.shorten.split(' ').map(Number) : []
  return wait(run, time >= from && time <= to ? time / 50 : time, ...rest)
}) as typeof window.setTimeout

const handleError = ({ code }: { code: PortalErrorCode }) => {
  window.seen.errors.push(code)
}

/** What a page may show, by name. */
const PARTS: Record<string, ReactNode> = {
  frame: <PortalFrame heading="Access" />,
  dialog: <PortalLauncher onError={handleError}>Open a dialog</PortalLauncher>,
  drawer: (
    <PortalLauncher presentation="drawer" data-variant="outline">
      Open a drawer
    </PortalLauncher>
  ),
  tab: <PortalLauncher presentation="tab">Open a tab</PortalLauncher>,
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
  anywhere: <Anywhere />,
  warm: <PortalLauncher warm="frame">Open a dialog</PortalLauncher>,
  unasked: <Unasked />,
  // A host that keeps it open, whatever it is told.
  kept: (
    <PortalLauncher open onError={handleError}>
      Kept open
    </PortalLauncher>
  ),
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

const EVERYTHING = ['frame', 'warm', 'drawer', 'tab', 'parts', 'anywhere']

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
        window.seen.events.push(event)
      }}
    >
      {show === 'everything' ? EVERYTHING.map((name) => <div key={name}>{PARTS[name]}</div>) : PARTS[show]}
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
