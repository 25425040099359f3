import { embedDashboard } from '@superset-ui/embedded-sdk'

/** Embeds a dashboard as the readme of that package says. */
export function embedSuperset(mountPoint) {
  return embedDashboard({
    id: 'portal',
    supersetDomain: window.facts.vendor,
    mountPoint,
    fetchGuestToken: async () => (await (await fetch('/api/guest-token')).json()).token,
  })
}
