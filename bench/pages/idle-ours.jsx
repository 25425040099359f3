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

/** Renders 500 of a kind, and returns the time in milliseconds. They stay on the page until the next call. */
let last
window.mountAll = (kind) => {
  last?.unmount()
  last = createRoot(document.getElementById('root'))
  const began = performance.now()
  flushSync(() => last.render(KINDS[kind]()))
  return performance.now() - began
}
