import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** How far a frame has come. */
export type FrameStatus = 'loading' | 'slow' | 'loaded' | 'failed'

/** Why a frame shows no portal. */
export interface FrameFailure {
  code: PortalErrorCode
  message: string
}

/** An iframe of ours, watched from outside. */
export interface Frame {
  readonly element: HTMLIFrameElement
  /** Stops the watch and takes the iframe out of the page. */
  destroy: () => void
}

/** After this long without a page, in milliseconds, a frame is slow; after the second, it has failed if it is blank. */
const PATIENCE = { slow: 8_000, failed: 20_000 }

// Account linking opens windows that must not inherit the sandbox; nothing may navigate the page around the frame.
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'

/**
 * Makes the iframe of a portal and watches it. The caller puts it on the page; React never does, so nothing React
 * does can reload it. `onChange` is called at every change of status after the first, which is loading.
 */
export function createFrame(
  url: string,
  name: string,
  onChange: (status: FrameStatus, failure?: FrameFailure) => void,
): Frame {
  const element = document.createElement('iframe')
  const { origin } = new URL(url)
  let failed = false
  let timer = setTimeout(() => {
    settle('slow')
    timer = setTimeout(() => {
      if (isBlank(element)) fail('timeout', 'The portal sent no page within 20 seconds.')
    }, PATIENCE.failed - PATIENCE.slow)
  }, PATIENCE.slow)

  function settle(status: FrameStatus, failure?: FrameFailure) {
    if (status !== 'slow') clearTimeout(timer)
    onChange(status, failure)
  }
  function fail(code: PortalErrorCode, message: string) {
    failed = true
    settle('failed', { code, message })
  }
  // `load` also fires for a frame the page's own policy blocked: the violation, before or after it, has the last word.
  function handleViolation(event: SecurityPolicyViolationEvent) {
    const ours =
      /^(frame|child|default)-src/.test(event.effectiveDirective) && event.blockedURI.startsWith(origin)
    if (ours && element.isConnected) {
      fail(
        'blocked_by_csp',
        `The page's Content-Security-Policy blocked the portal. Add ${origin} to its frame-src.`,
      )
    }
  }

  for (const [attribute, value] of Object.entries({
    title: name,
    allow: 'clipboard-write; fullscreen',
    // On the page's own origin a frame with both could take its sandbox off.
    sandbox: origin === location.origin ? SANDBOX : `${SANDBOX} allow-same-origin`,
    referrerpolicy: 'strict-origin',
    width: '100%',
    height: '680',
    src: url,
  })) {
    element.setAttribute(attribute, value)
  }
  element.addEventListener('load', () => {
    if (!failed) settle('loaded')
  })
  document.addEventListener('securitypolicyviolation', handleViolation)

  return {
    element,
    destroy() {
      clearTimeout(timer)
      document.removeEventListener('securitypolicyviolation', handleViolation)
      element.remove()
    },
  }
}

/** A frame that has received nothing is still an empty page of our own origin, which we may read. */
function isBlank(element: HTMLIFrameElement): boolean {
  try {
    return element.contentDocument?.URL === 'about:blank'
  } catch {
    return false
  }
}
