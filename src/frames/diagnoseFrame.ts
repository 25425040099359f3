import type { FrameFailure } from './createFrame'

/**
 * Looks for reasons why a frame that has fired `load` may be blank all the same: `load` says nothing of success.
 * Loaded once the first frame has. A frame the portal itself refuses cannot be told from one that works.
 */
export async function diagnoseFrame(origin: string, mayProbe: boolean): Promise<FrameFailure | undefined> {
  if (blockedByEmbedderPolicy(origin)) {
    return {
      code: 'blocked_by_coep',
      message: `The page's Cross-Origin-Embedder-Policy blocked the portal. Send it without require-corp.`,
    }
  }
  if (navigator.onLine && (!mayProbe || (await answers(origin)))) return undefined
  return {
    code: 'portal_unreachable',
    message: `Nothing answers at ${origin}. Look at the network and its filters.`,
  }
}

interface ReportList {
  takeRecords: () => { body?: { blockedURL?: string; disposition?: string } | null }[]
}

function blockedByEmbedderPolicy(origin: string): boolean {
  if (!('ReportingObserver' in window)) return false
  const Observer = window.ReportingObserver as unknown as new (
    callback: () => void,
    options: object,
  ) => ReportList & { observe: () => void; disconnect: () => void }
  const observer = new Observer(() => {}, { types: ['coep'], buffered: true })
  observer.observe()
  const found = observer
    .takeRecords()
    .some(
      ({ body }) => body?.disposition !== 'reporting' && body?.blockedURL?.split('/', 3).join('/') === origin,
    )
  observer.disconnect()
  return found
}

/** Asks for the root of the portal's origin, never for the portal: whoever answers anything is there. */
async function answers(origin: string): Promise<boolean> {
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
    })
    return true
  } catch {
    // A policy that forbids the question says nothing about the portal. Its event comes a task later.
    await new Promise((resolve) => setTimeout(resolve))
    return refusedByPolicy
  } finally {
    document.removeEventListener('securitypolicyviolation', handleViolation)
  }
}
