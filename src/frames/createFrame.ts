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
  status: FrameStatus
  failure: FrameFailure | undefined
  /** Called at every change of status. The owner of the frame sets it. */
  onChange: (() => void) | undefined
  /**
   * Puts the iframe into an element, and sets its name for assistive technology. It does not reload in a browser with
   * `moveBefore`.
   */
  show: (parent: Element, name: string) => void
  /** Moves the iframe into the hidden container without a reload. False: the browser cannot, and nothing moved. */
  hide: () => boolean
  /** Stops watching, and takes the iframe out of the page. Called once. */
  destroy: () => void
}

/** What a host decides about frames. */
export interface FrameOptions {
  /** Whether the library may ask the portal's origin if it answers. */
  probe: boolean
  /** Permissions beside ours, in the words of an iframe's `allow`. */
  allow?: string | undefined
}

/** Milliseconds without `load` after which a frame is slow. */
const SLOW_AFTER = 8_000

/** Milliseconds without `load` after which a blank frame has failed. */
const FAILED_AFTER = 20_000

// Account linking opens windows that must not inherit the sandbox. The portal must not navigate the host's page.
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-storage-access-by-user-activation'

/** What the portal may use of the browser, whatever the host adds. */
const ALLOW = 'clipboard-write; fullscreen'

/**
 * Creates the iframe of a portal and watches it. React does not render this element, so a render never reloads it.
 */
export function createFrame(url: string, { probe, allow = '' }: FrameOptions): Frame {
  const { origin } = new URL(url)
  const container = enterContainer()
  const life = new AbortController()
  let timer = setTimeout(handleDelay, SLOW_AFTER)
  const element = createElement('iframe', {
    allow: joinAllow(allow),
    // On the page's own origin, a frame with allow-scripts and allow-same-origin could remove its sandbox.
    sandbox: origin === location.origin ? SANDBOX : `${SANDBOX} allow-same-origin`,
    referrerpolicy: 'strict-origin',
    width: '100%',
    height: '680',
    src: url,
  })

  function settle(status: FrameStatus, failure?: FrameFailure): void {
    if (status !== 'slow') clearTimeout(timer)
    frame.status = status
    frame.failure = failure
    frame.onChange?.()
  }
  function handleDelay(): void {
    if (frame.status === 'loading') {
      timer = setTimeout(handleDelay, FAILED_AFTER - SLOW_AFTER)
      settle('slow')
    } else if (element.contentDocument?.URL === 'about:blank') {
      // A frame that has received no page is still about:blank, which has our own origin, so the script may read it.
      settle('failed', { code: 'timeout', message: 'No page arrived within 20 seconds. Check the network.' })
      return
    }
    // Firefox and WebKit fire no `load` for a frame that the page's policy blocks, or that nothing answers. The
    // browser's own page about an error may come only after the frame is slow.
    diagnose()
  }
  // `load` also fires for a blocked frame. The violation comes before or after it, and decides.
  function handleViolation({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) {
    if (
      // A report-only policy does not block.
      disposition === 'enforce' &&
      /^(frame|child|default)-src/.test(effectiveDirective) &&
      // It is an address, an origin, or a word such as `inline`.
      blockedURI.split('/', 3).join('/') === origin
    ) {
      settle('failed', {
        code: 'blocked_by_csp',
        message: `Add ${origin} to \`frame-src\` of the page's Content-Security-Policy.`,
      })
    }
  }
  function handleLoad(): void {
    if (frame.failure) return
    settle('loaded')
    // Run diagnosis after showing the frame, so that it never delays it.
    diagnose()
  }
  function diagnose(): void {
    const asked = frame.status
    // Before `load`, a page that we may not read is the portal's, or the browser's own page about an error.
    const mayBeError = asked === 'slow' && !element.contentDocument
    import('./diagnoseFrame')
      .then(({ diagnoseFrame }) => diagnoseFrame(origin, probe, mayBeError, life.signal))
      // A frame that has loaded meanwhile is asked about anew.
      .then((found) => found && frame.status === asked && settle('failed', found))
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
    status: 'loading',
    failure: undefined,
    onChange: undefined,
    show(parent, name) {
      element.title = name
      if (element.parentElement !== parent && !move(parent)) parent.append(element)
    },
    hide: () => move(container),
    destroy() {
      clearTimeout(timer)
      life.abort()
      // Not by `signal`: the addEventListener of jsdom refuses an AbortSignal of Node.
      document.removeEventListener('securitypolicyviolation', handleViolation)
      frame.onChange = undefined
      element.remove()
      leaveContainer()
    },
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
  const granted = added.split(/\s*;\s*/).filter((directive) => directive && !/(^|\s)'?\*/.test(directive))
  if (added.includes('*'))
    import('./diagnoseFrame').then(
      ({ reportWildcard }) => reportWildcard(),
      () => {},
    )
  return [ALLOW, ...granted].join('; ')
}

// One element for the page, as long as the page has a frame. If it were added and removed at each render, every
// MutationObserver of the host would run.
let container: HTMLElement | undefined
let frames = 0

/** Gives the element that holds hidden frames, unseen and unrecorded. Each frame enters once and leaves once. */
function enterContainer(): HTMLElement {
  frames += 1
  container ??= createElement('div', {
    hidden: '',
    'data-seam-portal': 'park',
    // Session recorders must not record these frames: PostHog and FullStory, Sentry, Datadog, Hotjar.
    class: 'ph-no-capture fs-exclude',
    'data-sentry-block': '',
    'data-dd-privacy': 'hidden',
    'data-hj-suppress': '',
  })
  if (!container.isConnected) document.body.append(container)
  return container
}

function leaveContainer(): void {
  frames -= 1
  if (!frames) container?.remove()
}

function createElement<Tag extends 'iframe' | 'div'>(
  tag: Tag,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
