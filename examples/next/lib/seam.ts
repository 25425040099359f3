import { createPortalHandler } from 'react-seam-portal/server'
import { sandbox, sandboxOrigin } from './sandbox'
import { signedInUser } from './session'

// With a key the portals are the vendor's own. Without one the sandbox plays the vendor: no account, no network.
const apiKey = process.env.SEAM_API_KEY
const vendor = apiKey ? {} : { fetch: sandbox.fetch, portalOrigins: [sandboxOrigin] }

/** Where portals may be, for the provider. Undefined stands for the vendor's own origins. */
export const portalOrigins = vendor.portalOrigins

/** The one door to the vendor: for the route, for the server action, and for pages that make a link themselves. */
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
