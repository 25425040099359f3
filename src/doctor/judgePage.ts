import { PORTAL_ORIGINS, portalDirectives } from '../wire/portalUrlProblem'
import { type Answer, headerOf } from './Answer'
import { cspAllows, readPolicies } from './cspAllows'
import { fail, pass, skip, type Verdict, warn } from './Finding'
import type { PageEvidence } from './PageEvidence'
import type { SeenLink } from './ProxyEvidence'
import { see } from './see'

const NO_PAGE = 'Give `--page` to check it.'

/** Judges the policies of the page that shows a portal. Without a page there is nothing to judge. */
export function judgePage(page: PageEvidence | undefined, wanted: Wanted) {
  return { csp: judgeCsp(page, wanted), coep: judgeCoep(page), referrer: judgeReferrer(page) }
}

/** What the policies are judged for. */
interface Wanted {
  /** The proxy's address. */
  proxy: URL
  link: SeenLink | undefined
  portalOrigins: readonly string[]
}

/** Whether the page's content security policy lets the portal and the proxy in. */
function judgeCsp(page: PageEvidence | undefined, { proxy, link, portalOrigins }: Wanted): Verdict {
  if (!page) return skip(NO_PAGE)
  if ('failure' in page.outcome) {
    return fail(
      `The page cannot be loaded. ${page.outcome.failure}`,
      see('csp', 'Give the address of a page.'),
    )
  }
  const { outcome, url, isElsewhere } = page
  if (isElsewhere || outcome.status >= 300) {
    return fail(
      isElsewhere ? 'The page redirects to another site.' : `The page answers ${outcome.status}.`,
      see('csp', 'Give the address of a page with your policies that needs no sign-in.'),
    )
  }
  const policies = readPolicies(headerOf(outcome, 'content-security-policy'), outcome.text)
  if (policies.length === 0) return pass('The page has no content security policy.')
  const portals = portalsOf(link, portalOrigins)
  const directives = portalDirectives(portals.map(({ origin }) => origin))
  const isShown = portals.every((portal) => cspAllows(policies, FRAME, portal, url))
  if (!isShown) {
    return fail(
      'frame-src blocks the portal.',
      see('csp', `Add: frame-src ${directives['frame-src'].join(' ')};`),
    )
  }
  if (!cspAllows(policies, CONNECT, proxy, url)) {
    const source = proxy.origin === url.origin ? "'self'" : proxy.origin
    return fail('connect-src blocks the proxy.', see('csp', `Add: connect-src ${source};`))
  }
  if (!portals.every(({ origin }) => cspAllows(policies, CONNECT, new URL(origin), url))) {
    const sources = directives['connect-src'].slice(1).join(' ')
    return warn(
      'connect-src blocks the question whether the portal’s origin answers, so a blocked portal may stay blank.',
      see('csp', `Add: connect-src ${sources}; or set probe={false}.`),
    )
  }
  return pass('The page’s policy lets the portal and the proxy in.')
}

const FRAME = ['frame-src', 'child-src', 'default-src']
const CONNECT = ['connect-src', 'default-src']

/** Whether the page's embedder policy lets the portal in. */
function judgeCoep(page: PageEvidence | undefined): Verdict {
  return withPage(page, (outcome) => {
    const [policy = ''] = headerOf(outcome, 'cross-origin-embedder-policy').split(';')
    return /^(require-corp|credentialless)$/.test(policy.trim())
      ? fail(
          `Cross-Origin-Embedder-Policy: ${policy.trim()} keeps the portal out of the page.`,
          see('coep', 'Send the pages that show a portal without it, or open the portal in a tab.'),
        )
      : pass('No embedder policy keeps the portal out.')
  })
}

/** Whether the page tells others too much of its address, or a proxy too little. */
function judgeReferrer(page: PageEvidence | undefined): Verdict {
  return withPage(page, (outcome) => {
    // The last policy that a browser knows counts.
    const named = headerOf(outcome, 'referrer-policy').split(/\s*,\s*/)
    const policy = named.findLast((name) => KNOWN.includes(name)) ?? ''
    if (policy === 'unsafe-url' || policy === 'no-referrer-when-downgrade') {
      return warn(
        `Referrer-Policy: ${policy} tells other sites the whole address of your pages.`,
        see('referrer', 'Send Referrer-Policy: strict-origin-when-cross-origin.'),
      )
    }
    if (policy === 'no-referrer') {
      return warn(
        'Referrer-Policy: no-referrer, so a backend that compares the Referer refuses your own page.',
        see('referrer', 'Send Referrer-Policy: strict-origin-when-cross-origin, or same-origin.'),
      )
    }
    return pass(policy ? `Referrer-Policy: ${policy}.` : 'The browser’s own referrer policy holds.')
  })
}

const KNOWN = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]

function withPage(page: PageEvidence | undefined, judge: (outcome: Answer) => Verdict): Verdict {
  if (!page) return skip(NO_PAGE)
  const { outcome, isElsewhere } = page
  return 'failure' in outcome || isElsewhere || outcome.status >= 300
    ? skip('The page was not seen: see `csp`.')
    : judge(outcome)
}

/** The addresses that a frame loads: a short link of the vendor's leads on to the portal, so both have to pass. */
function portalsOf(link: SeenLink | undefined, origins: readonly string[]): URL[] {
  const first = link && URL.canParse(link.url) ? new URL(link.url) : undefined
  if (!first) return origins.map((origin) => new URL(origin))
  if (!PORTAL_ORIGINS.includes(first.origin)) return [first]
  return [
    first,
    ...PORTAL_ORIGINS.filter((origin) => origin !== first.origin).map((origin) => new URL(origin)),
  ]
}
