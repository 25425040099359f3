import 'our-styles'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { PortalLauncher, PortalProvider } from '../../src/index.ts'

const rows = Array.from({ length: 500 }, (_, at) => `R-${at}`)

const KINDS = {
  buttons: () =>
    rows.map((key) => (
      <button type="button" key={key}>
        {key}
      </button>
    )),
  launchers: () => (
    <PortalProvider portalOrigins={[window.facts.vendor]}>
      {rows.map((key) => (
        <PortalLauncher key={key}>{key}</PortalLauncher>
      ))}
    </PortalProvider>
  ),
}

/** Draws 500 of a kind, says how long that took in milliseconds, and leaves them there until the next call. */
let last
window.mountAll = (kind) => {
  last?.unmount()
  last = createRoot(document.getElementById('root'))
  const began = performance.now()
  flushSync(() => last.render(KINDS[kind]()))
  return performance.now() - began
}
