import 'our-styles'
import { PortalFrame, PortalProvider } from '../../src/index.ts'
import { mountStay } from './mountStay.jsx'

// Every prop is written inline, so it is new at each render.
mountStay(({ tick, open }) => (
  <PortalProvider
    keepAlive
    portalOrigins={[window.facts.vendor]}
    options={{ locale: 'en-US' }}
    messages={{}}
    onEvent={() => {}}
  >
    {open && (
      <PortalFrame
        landing_page={{ manage: { property_key: 'harbour-house' } }}
        heading={`Access ${tick}`}
        style={{ opacity: 1 - tick / 1000 }}
        onStatusChange={() => {}}
        onError={() => {}}
        renderStatus={() => undefined}
      />
    )}
  </PortalProvider>
))
