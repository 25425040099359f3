import 'our-styles'
import { PortalLauncher, PortalProvider } from '../../src/index.ts'
import { mountStay } from './mountStay.jsx'

mountStay(({ tick, open }) => (
  <PortalProvider portalOrigins={[window.facts.vendor]} options={{ locale: 'en-US' }} onEvent={() => {}}>
    <PortalLauncher
      open={open}
      onOpenChange={() => {}}
      heading={`Access ${tick}`}
      landing_page={{ manage: { property_key: 'harbour-house' } }}
      style={{ opacity: 1 - tick / 1000 }}
      onStatusChange={() => {}}
    />
  </PortalProvider>
))
