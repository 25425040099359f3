import type { FrameFailure } from './createFrame'

/**
 * Looks for reasons why a frame that has fired `load` may be blank all the same: `load` says nothing of success.
 * Loaded once the first frame has. A frame the portal itself refuses cannot be told from one that works.
 */
export async function diagnoseFrame(
  origin: string,
  mayProbe: boolean,
  signal: AbortSignal,
): Promise<FrameFailure | undefined> {
  if (await blockedByEmbedderPolicy(origin, signal)) {
    return {
      code: 'blocked_by_coep',
      message: `The page's Cross-Origin-Embedder-Policy blocked the portal. Send it without require-corp.`,
    }
  }
  if (signal.aborted) return undefined
  // Virtual machines and some Linux desktops are online and say they are not, so an answer overrules the browser.
  if ((mayProbe ? await answers(origin, signal) : undefined) ?? navigator.onLine) return undefined
  return {
    code: 'portal_unreachable',
    message: `Nothing answers at ${origin}. Look at the network and its filters.`,
  }
}

/** What a report says of what was blocked; older browsers say it in `toJSON` alone. */
interface EmbedderReport {
  blockedURL?: string
  destination?: string
  disposition?: string
  toJSON?: () => EmbedderReport
}

/** A report may come some milliseconds after the frame's load. */
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

/**
 * Asks for the root of the portal's origin, never for the portal: whoever answers anything is there. Undefined where
 * the page's policy forbids the question.
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
    // A policy that forbids the question says nothing about the portal. Its event comes a task later.
    await new Promise((resolve) => setTimeout(resolve))
    return refusedByPolicy ? undefined : false
  } finally {
    document.removeEventListener('securitypolicyviolation', handleViolation)
  }
}
