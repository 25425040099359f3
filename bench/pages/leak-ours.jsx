import 'our-styles'
import { PortalFrame, PortalLauncher, PortalProvider } from '../../src/index.ts'
import { mountLeak } from './mountLeak.jsx'

mountLeak(() => (
  <PortalProvider portalOrigins={[window.facts.vendor]} locale="auto">
    <PortalFrame />
    <PortalLauncher defaultOpen locale="fr-FR">
      Open
    </PortalLauncher>
    <PortalLauncher presentation="tab">Open elsewhere</PortalLauncher>
  </PortalProvider>
))
