import type { ReactNode } from 'react'
import { Playground } from '../playground/Playground'

/** The playground in the dashboard. Its sandbox runs in this page, so it changes nothing of the customer's. */
export function ConfigurePage(): ReactNode {
  return (
    <>
      <h1 className="unseen">Configure</h1>
      <Playground portalPage={new URL('/portal.html', location.href).href} />
    </>
  )
}
