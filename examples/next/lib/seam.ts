import { createPortalHandler } from 'react-seam-portal/server'
import { sandbox, sandboxOrigin } from './sandbox'
import { signedInUser } from './session'

// With a key the vendor makes the portals. Without a key the sandbox plays the vendor: no account, no network.
const apiKey = process.env.SEAM_API_KEY
const vendor = apiKey ? {} : { fetch: sandbox.fetch, portalOrigins: [sandboxOrigin] }

/** The origins of portals, for the provider. Undefined means the vendor's own origins. */
export const portalOrigins = vendor.portalOrigins

/** Every call to the vendor goes through this handler: from the route, the server action, and pages that make a link. */
export const handler = createPortalHandler({
  ...vendor,
  apiKey: apiKey ?? 'seam_test_sandbox',
  authorize: async () => {
    const user = await signedInUser()
    return (
      user && {
        customer_key: user.organization,
        actor: user.id,
        portal: { features: { configure: { exclude: true } } },
      }
    )
  },
})
