import { portalUrlProblem } from '../wire/portalUrlProblem'
import { headerOf } from './Answer'
import { fail, pass, skip, type Verdict, warn } from './Finding'
import { isLoopback } from './isLoopback'
import type { ProxyEvidence } from './ProxyEvidence'
import { NO_PORTAL, see } from './see'

const MINUTE = 60_000

/** Judges the link: where it leads, how long it works, and whether a browser can tell. */
export function judgeLink(evidence: ProxyEvidence, portalOrigins: readonly string[]) {
  return {
    'portal-origin': judgePortalOrigin(evidence, portalOrigins),
    lifetime: judgeLifetime(evidence),
    clock: judgeClock(evidence),
  }
}

/** Whether the portal is where the provider lets portals be. */
function judgePortalOrigin({ link, url }: ProxyEvidence, origins: readonly string[]): Verdict {
  if (!link) return skip(NO_PORTAL)
  const problem = portalUrlProblem(link.url, origins)
  if (!problem) return pass(`The portal is at ${new URL(link.url).origin}.`)
  const here = URL.canParse(link.url) ? new URL(link.url) : undefined
  if (here && isLoopback(here) && isLoopback(url) && !portalUrlProblem(link.url, [here.origin])) {
    return pass(`The portal is a sandbox on this machine, at ${here.origin}. List it in \`portalOrigins\`.`)
  }
  return fail(
    `The portal’s address is refused: ${problem}.`,
    see(
      'portal-origin',
      'If the origin is right, list it in `portalOrigins` of the provider and of the handler.',
    ),
  )
}

/** Whether the link says how long it works, and works now. */
function judgeLifetime({ base, link }: ProxyEvidence): Verdict {
  if (!link) return skip(NO_PORTAL)
  if (link.expires_at === undefined || link.expires_at === null) {
    return warn(
      'The link does not say when it ends.',
      see('lifetime', 'Pass expires_at on from the vendor’s answer.'),
    )
  }
  const end = timeOf(link.expires_at)
  if (Number.isNaN(end)) {
    return fail(
      'expires_at is no time.',
      see('lifetime', 'Pass expires_at on as it is: 2026-03-01T15:00:00Z.'),
    )
  }
  const created = timeOf(link.created_at)
  const date = Date.parse(headerOf(base, 'date'))
  // As the client reckons.
  const now = date || created || Date.now()
  const minutes = Math.floor((end - now) / MINUTE)
  if (minutes <= 0)
    return fail('The link has ended already.', see('lifetime', 'Ask the vendor anew for every request.'))
  if (minutes < 5)
    return warn(
      `The link ends in ${minutes} minutes.`,
      see('lifetime', 'Ask the vendor anew for every request.'),
    )
  return pass(
    `The link works for ${minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`}.`,
  )
}

/** Whether the browser can reckon the lifetime from the answer's Date. */
function judgeClock({ base, link, pagePreflight }: ProxyEvidence): Verdict {
  const date = Date.parse(headerOf(base, 'date'))
  if (Number.isNaN(date)) {
    return warn(
      'The answer has no Date.',
      see('clock', 'Send Date: a browser reckons the link’s lifetime from it.'),
    )
  }
  const created = timeOf(link?.created_at)
  const isVendor = !Number.isNaN(created)
  const apart = Math.abs(date - (isVendor ? created : Date.now()))
  if (apart > MINUTE) {
    const what = `Date is ${Math.round(apart / MINUTE)} minutes away from ${isVendor ? 'created_at' : 'this machine’s clock'}, and lifetimes with it.`
    return isVendor
      ? fail(what, see('clock', 'Set the clock of the server, or pass the vendor’s Date on.'))
      : warn(what, see('clock', 'Set the clock of the server, or of this machine.'))
  }
  if (pagePreflight && !/\bdate\b/i.test(headerOf(base, 'access-control-expose-headers'))) {
    return warn(
      'A page on another origin cannot read Date.',
      see('clock', 'Send Access-Control-Expose-Headers: date, x-request-id, retry-after.'),
    )
  }
  return pass(`Date agrees with ${isVendor ? 'created_at' : 'this machine’s clock'}.`)
}

function timeOf(time: unknown): number {
  return typeof time === 'string' ? Date.parse(time) : Number.NaN
}
