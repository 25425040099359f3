import type { FrameFailure } from './createFrame'

/**
 * Finds out why a frame may be blank: one that has fired `load`, which also fires when the portal did not load, or one
 * that is slow. Loaded after the first such frame. `mayBeError`: the frame may show an error page of the browser.
 * It cannot tell a portal that refuses to be framed from one that works.
 */
export async function diagnoseFrame(
  origin: string,
  mayProbe: boolean,
  mayBeError: boolean,
  signal: AbortSignal,
): Promise<FrameFailure | undefined> {
  if ((await blockedByEmbedderPolicy(origin, signal)) || (mayBeError && (await hasEmbedderPolicy(signal))))
    return BLOCKED_BY_COEP
  if (signal.aborted) return undefined
  const isAnswered = mayProbe ? await answers(origin, signal) : undefined
  // Virtual machines and some Linux desktops are online and say they are not, so an answer overrules the browser.
  if (isAnswered ?? navigator.onLine) return undefined
  // `require-corp` blocks this request too. Firefox sends no report, and may not show its error page in the frame yet.
  // Whether it has ReportingObserver says nothing: Firefox 153 has it, and reports no blocked frame.
  if (!mayBeError && isAnswered === false && (await embedderPolicy(signal)).startsWith('require-corp'))
    return BLOCKED_BY_COEP
  return {
    code: 'portal_unreachable',
    message: `Nothing answers at ${origin}, so the frame is blank. Check the network and its filters. If they block only this check, set \`probe={false}\`.`,
  }
}

/** Reports that `allow` has a permission for every origin, like an uncaught error. */
export function reportWildcard(): void {
  reportError(
    new Error(
      'react-seam-portal: a permission in `allow` of PortalProvider is for every origin (*), so it is left out: any page in the frame would get it. Write it without an origin.',
    ),
  )
}

const BLOCKED_BY_COEP: FrameFailure = {
  code: 'blocked_by_coep',
  message:
    "The page's Cross-Origin-Embedder-Policy blocked the portal. Send the page without `require-corp`, or open a new tab.",
}

/** What a report says about a blocked frame. In older browsers, only the result of `toJSON` has these fields. */
interface EmbedderReport {
  blockedURL?: string
  destination?: string
  disposition?: string
  toJSON?: () => EmbedderReport
}

/** Milliseconds that the page's own server has. A user may be looking at a blank frame meanwhile. */
const HEAD_LIMIT = 2000

/** Milliseconds to wait: the browser may send a report some milliseconds after `load`. */
const REPORT_DELAY = 100

function blockedByEmbedderPolicy(origin: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (found: boolean) => {
      clearTimeout(timer)
      observer?.disconnect()
      resolve(found)
    }
    const timer = setTimeout(end, REPORT_DELAY, false)
    signal.addEventListener('abort', () => end(false), { once: true })
    const observer =
      'ReportingObserver' in window
        ? new ReportingObserver(
            (reports) => {
              for (const { body } of reports) {
                const report = body as EmbedderReport
                const { blockedURL, destination, disposition } = report.toJSON?.() ?? report
                const isOurs = destination === 'iframe' && blockedURL?.split('/', 3).join('/') === origin
                if (isOurs && disposition !== 'reporting') end(true)
              }
            },
            { types: ['coep'], buffered: true },
          )
        : undefined
    observer?.observe()
  })
}

async function hasEmbedderPolicy(signal: AbortSignal): Promise<boolean> {
  return window.crossOriginIsolated || /^(require-corp|credentialless)/.test(await embedderPolicy(signal))
}

/** Requests the head of this page. Firefox sends no report of what the policy blocked. */
async function embedderPolicy(signal: AbortSignal): Promise<string> {
  const limit = new AbortController()
  const stop = () => limit.abort()
  const timer = setTimeout(stop, HEAD_LIMIT)
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    // The address that the document came from: a router of the host may show another one by now.
    const [navigation] = performance.getEntriesByType('navigation')
    const { headers } = await fetch(navigation?.name ?? location.href, {
      method: 'HEAD',
      cache: 'force-cache',
      signal: limit.signal,
    })
    return headers.get('cross-origin-embedder-policy') ?? ''
  } catch {
    return ''
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Requests the root of the portal's origin, never the portal. Any answer means that the origin can be reached. Returns
 * undefined when the page's policy blocks the request.
 */
async function answers(origin: string, signal: AbortSignal): Promise<boolean | undefined> {
  let refusedByPolicy = false
  const handleViolation = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent) => {
    refusedByPolicy ||= disposition === 'enforce' && /^(connect|default)-src/.test(effectiveDirective)
  }
  document.addEventListener('securitypolicyviolation', handleViolation)
  try {
    await fetch(`${origin}/`, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    })
    return true
  } catch {
    // A policy that blocks this request says nothing about the portal. The browser fires its event one task later.
    await new Promise((resolve) => setTimeout(resolve))
    return refusedByPolicy ? undefined : false
  } finally {
    document.removeEventListener('securitypolicyviolation', handleViolation)
  }
}
