import 'our-styles'
import { PortalLauncher, PortalProvider } from '../../src/index.ts'
import { draw } from './draw.jsx'

const { vendor, initialPortal } = window.facts
const warm = new URLSearchParams(location.search).get('warm') ?? undefined

draw(
  <PortalProvider portalOrigins={[vendor]}>
    <PortalLauncher warm={warm} initialPortal={initialPortal}>
      Open
    </PortalLauncher>
  </PortalProvider>,
)
