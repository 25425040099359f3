import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** How far a frame has come. */
export type FrameStatus = 'loading' | 'slow' | 'loaded' | 'failed'

/** Why a frame shows no portal. */
export interface FrameFailure {
  code: PortalErrorCode
  /** For developers: what happened, and what to do. */
  message: string
}

/** The iframe of a portal. The library watches it from outside, because the portal is on another origin. */
export interface Frame {
  /** The address it was made for. It is a secret. */
  readonly url: string
  readonly status: FrameStatus
  readonly failure: FrameFailure | undefined
  /** Called at every change of status. The owner of the frame sets it. */
  onChange: (() => void) | undefined
  /** Puts the iframe into an element. It does not reload in a browser with `moveBefore`. */
  show: (parent: Element) => void
  /** Moves the iframe into the hidden container without a reload. False: the browser cannot, and nothing moved. */
  hide: () => boolean
  /** Sets the iframe's name for assistive technology. */
  rename: (name: string) => void
  /** Stops watching, and takes the iframe out of the page. */
  destroy: () => void
}

/** Milliseconds without `load`: after the first, a frame is slow; after the second, a blank frame has failed. */
const LOAD_LIMITS = { slow: 8_000, failed: 20_000 }

// Account linking opens windows that must not inherit the sandbox. The portal must not navigate the host's page.
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-storage-access-by-user-activation'

/** What the portal may use of the browser, whatever the host adds. */
const ALLOW = 'clipboard-write; fullscreen'

/**
 * Creates the iframe of a portal and watches it. React does not render this element, so a render never reloads it.
 */
export function createFrame(url: string, name: string, mayProbe: boolean, allow = ''): Frame {
  const element = document.createElement('iframe')
  const { origin } = new URL(url)
  const container = hiddenContainer.enter()
  const life = new AbortController()
  let status: FrameStatus = 'loading'
  let failure: FrameFailure | undefined
  let timer = setTimeout(() => {
    settle('slow')
    // Firefox and WebKit fire no `load` for a frame that the page's policy blocks, or that nothing answers.
    diagnose()
    timer = setTimeout(() => {
      if (isBlank(element))
        fail({ code: 'timeout', message: 'The portal sent no page within 20 seconds. Check the network.' })
      // The browser's own page about an error may have come only now.
      else diagnose()
    }, LOAD_LIMITS.failed - LOAD_LIMITS.slow)
  }, LOAD_LIMITS.slow)

  function settle(next: FrameStatus) {
    if (next !== 'slow') clearTimeout(timer)
    status = next
    frame.onChange?.()
  }
  function fail(reason: FrameFailure) {
    failure = reason
    settle('failed')
  }
  // `load` also fires for a blocked frame. The violation comes before or after it, and decides.
  function handleViolation({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) {
    if (
      // A report-only policy does not block.
      disposition === 'enforce' &&
      /^(frame|child|default)-src/.test(effectiveDirective) &&
      originOf(blockedURI) === origin
    ) {
      fail({
        code: 'blocked_by_csp',
        message: `The page's Content-Security-Policy blocked the portal. Add ${origin} to \`frame-src\`.`,
      })
    }
  }
  function handleLoad() {
    if (failure) return
    settle('loaded')
    // Run diagnosis after showing the frame, so that it never delays it.
    diagnose()
  }
  function diagnose() {
    const asked = status
    // Before `load`, a page that we may not read is the portal's, or the browser's own page about an error.
    const mayBeError = status === 'slow' && !element.contentDocument
    import('./diagnoseFrame')
      .then(({ diagnoseFrame }) => diagnoseFrame(origin, mayProbe, mayBeError, life.signal))
      // A frame that has loaded meanwhile is asked about anew.
      .then((found) => found && status === asked && !life.signal.aborted && fail(found))
      .catch(() => {})
  }
  function move(parent: Element): boolean {
    try {
      parent.moveBefore(element, null)
    } catch {
      // The browser has no moveBefore, or one of the two elements is not on the page.
    }
    return element.parentElement === parent
  }

  const frame: Frame = {
    url,
    get status() {
      return status
    },
    get failure() {
      return failure
    },
    onChange: undefined,
    show(parent) {
      if (element.parentElement !== parent && !move(parent)) parent.append(element)
    },
    hide: () => move(container),
    rename(title) {
      element.title = title
    },
    destroy() {
      if (life.signal.aborted) return
      clearTimeout(timer)
      life.abort()
      // Not by `signal`: the addEventListener of jsdom refuses an AbortSignal of Node.
      document.removeEventListener('securitypolicyviolation', handleViolation)
      frame.onChange = undefined
      element.remove()
      hiddenContainer.leave()
    },
  }
  for (const [attribute, value] of Object.entries({
    title: name,
    allow: joinAllow(allow),
    // On the page's own origin, a frame with allow-scripts and allow-same-origin could remove its sandbox.
    sandbox: origin === location.origin ? SANDBOX : `${SANDBOX} allow-same-origin`,
    referrerpolicy: 'strict-origin',
    width: '100%',
    height: '680',
    src: url,
  })) {
    element.setAttribute(attribute, value)
  }
  // Once: when the user navigates inside the portal, `load` fires again.
  element.addEventListener('load', handleLoad, { once: true })
  document.addEventListener('securitypolicyviolation', handleViolation)
  return frame
}

/**
 * Adds the host's permissions. It leaves out a permission for every origin, because the frame may navigate to a page
 * that is not the portal's. It reports that like an uncaught error, and the portal continues.
 */
function joinAllow(added: string): string {
  const wanted = added.split(';').map((directive) => directive.trim())
  const granted = wanted.filter((directive) => directive && !/(^|\s)'?\*/.test(directive))
  if (wanted.some((directive) => directive.includes('*')))
    import('./diagnoseFrame').then(
      ({ reportWildcard }) => reportWildcard(),
      () => {},
    )
  return [ALLOW, ...granted].join('; ')
}

/** Returns the origin of a violation's `blockedURI`, which is an address, an origin, or a word such as `inline`. */
function originOf(blocked: string): string {
  return blocked.split('/', 3).join('/')
}

/** A frame that has received no page is still about:blank. That page has our own origin, so the script may read it. */
function isBlank(element: HTMLIFrameElement): boolean {
  return element.contentDocument?.URL === 'about:blank'
}

// One element for the page, as long as the page has a frame. If it were added and removed at each render, every
// MutationObserver of the host would run.
let container: HTMLElement | undefined
let frames = 0

/** The element that holds hidden frames, unseen and unrecorded. Each frame enters once and leaves once. */
const hiddenContainer = {
  enter(): HTMLElement {
    frames += 1
    if (!container?.isConnected) {
      container = document.createElement('div')
      container.hidden = true
      container.setAttribute('data-seam-portal', 'park')
      // Session recorders must not record these frames: PostHog and FullStory, Sentry, Datadog, Hotjar.
      container.className = 'ph-no-capture fs-exclude'
      container.setAttribute('data-sentry-block', '')
      container.setAttribute('data-dd-privacy', 'hidden')
      container.setAttribute('data-hj-suppress', '')
      document.body.append(container)
    }
    return container
  },
  leave(): void {
    frames -= 1
    if (frames) return
    container?.remove()
    container = undefined
  },
}
