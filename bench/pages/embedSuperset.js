import { embedDashboard } from '@superset-ui/embedded-sdk'

/** Embeds a dashboard as that package's own readme does. */
export function embedSuperset(mountPoint) {
  return embedDashboard({
    id: 'portal',
    supersetDomain: window.facts.vendor,
    mountPoint,
    fetchGuestToken: async () => (await (await fetch('/api/guest-token')).json()).token,
  })
}
