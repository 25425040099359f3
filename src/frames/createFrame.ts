import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { backstage } from './backstage'

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
  /** The address it was made for. */
  readonly url: string
  status: FrameStatus
  /** Why it failed. */
  failure: FrameFailure | undefined
  /** Called at every change of status; whoever shows the frame sets it. */
  onChange: (() => void) | undefined
  /**
   * Moves to another place on the page without reloading, by default out of sight. False where the browser or the place
   * cannot.
   */
  move: (parent?: Element) => boolean
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
 * does can reload it.
 */
export function createFrame(url: string, name: string, mayProbe: boolean): Frame {
  const element = document.createElement('iframe')
  const { origin } = new URL(url)
  const life = new AbortController()
  const { signal } = life
  let timer = setTimeout(() => {
    settle('slow')
    timer = setTimeout(() => {
      if (isBlank(element)) fail({ code: 'timeout', message: 'The portal sent no page within 20 seconds.' })
    }, PATIENCE.failed - PATIENCE.slow)
  }, PATIENCE.slow)

  function settle(status: FrameStatus) {
    if (status !== 'slow') clearTimeout(timer)
    frame.status = status
    frame.onChange?.()
  }
  function fail(failure: FrameFailure) {
    frame.failure = failure
    settle('failed')
  }
  // `load` also fires for a frame the page's own policy blocked: the violation, before or after it, has the last word.
  function handleViolation({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) {
    if (
      // A policy that only reports blocks nothing.
      disposition === 'enforce' &&
      /^(frame|child|default)-src/.test(effectiveDirective) &&
      originOf(blockedURI) === origin
    ) {
      fail({
        code: 'blocked_by_csp',
        message: `The page's Content-Security-Policy blocked the portal. Add ${origin} to its frame-src.`,
      })
    }
  }

  const home = backstage.enter()
  const frame: Frame = {
    element,
    url,
    status: 'loading',
    failure: undefined,
    onChange: undefined,
    move(parent = home) {
      try {
        parent.moveBefore(element, null)
      } catch {
        // A browser without the way, or one of the two is not on the page.
      }
      return element.parentElement === parent
    },
    destroy() {
      if (signal.aborted) return
      clearTimeout(timer)
      life.abort()
      frame.onChange = undefined
      element.remove()
      backstage.leave()
    },
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
  const handleLoad = () => {
    if (frame.failure) return
    settle('loaded')
    // What speaks against it is found out after the page is shown, not before.
    import('./diagnoseFrame')
      .then(({ diagnoseFrame }) => diagnoseFrame(origin, mayProbe, signal))
      .then((failure) => failure && !signal.aborted && fail(failure))
      .catch(() => {})
  }
  // Once: the portal's own pages load too, under somebody's hands.
  element.addEventListener('load', handleLoad, { once: true })
  document.addEventListener('securitypolicyviolation', handleViolation, { signal })
  return frame
}

/** A violation names the address it blocked, or its origin, or a word such as `inline`. */
function originOf(blocked: string): string {
  return blocked.split('/', 3).join('/')
}

/** A frame that has received nothing is still an empty page of our own origin, which we may read. */
function isBlank(element: HTMLIFrameElement): boolean {
  return element.contentDocument?.URL === 'about:blank'
}
