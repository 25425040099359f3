import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { outsideAct, waitUntil } from './outsideAct'
import { replaceProperty } from './replaceProperty'

/** The errors that a frame causes on its page. */
export type FrameErrorCode = 'blocked_by_csp' | 'blocked_by_coep' | 'portal_unreachable'

/** What has become of the frames. */
export interface LoadFramesOptions {
  /** The error that the frames end with. Without it, they have loaded. */
  fail?: FrameErrorCode
}

/**
 * Says that the portals on the page have loaded, or failed to. jsdom and happy-dom load no frame. It waits for the
 * frames of requests that are in flight, and resolves when the page shows the result. Rejects with a sentence when
 * there is no frame.
 *
 * @example
 * await loadFrames()
 * await loadFrames({ fail: 'blocked_by_csp' })
 */
export async function loadFrames({ fail }: LoadFramesOptions = {}): Promise<void> {
  if (typeof document === 'undefined') {
    throw new Error(
      'loadFrames() needs the DOM of a test, and there is no `document` here. In a browser that Playwright drives, frames load by themselves.',
    )
  }
  const say = fail === undefined ? sayLoaded : SAY[fail]
  if (!say) throw new Error(problemOf(fail as PortalErrorCode))
  await outsideAct(async () => {
    await waitUntil(
      () => framesOf(document).length > 0 && parts().every((part) => statusOf(part) !== 'creating'),
    )
    const frames = framesOf(document)
    if (frames.length === 0) throw new Error(nothingThere())
    const undo = say(frames)
    const shown = () => frames.every((frame) => isDone(frame, fail))
    const isShown = await waitUntil(shown)
    undo?.()
    if (isShown) return
    throw new Error(
      `loadFrames() has told the frames of the page${fail ? ` \`${fail}\`` : ''}, and three seconds later a status is still ${statuses()}. A frame that has loaded before cannot fail this way: call loadFrames once per frame. With fake timers, let them run.`,
    )
  })
}

/** How to say each error. Gives what ends the saying. */
const SAY: Record<FrameErrorCode, (frames: HTMLIFrameElement[]) => (() => void) | void> = {
  blocked_by_csp: sayBlocked,
  blocked_by_coep(frames) {
    const undo = replaceProperty(globalThis, 'ReportingObserver', { value: observerOf(frames) })
    sayLoaded(frames)
    return undo
  },
  portal_unreachable(frames) {
    // The kit's provider asks the network nothing: only this says that no portal can be there.
    const undo = replaceProperty(navigator, 'onLine', { get: () => false })
    sayLoaded(frames)
    return undo
  },
}

function sayLoaded(frames: HTMLIFrameElement[]): void {
  for (const frame of frames) frame.dispatchEvent(new Event('load'))
}

function sayBlocked(frames: HTMLIFrameElement[]): void {
  for (const origin of new Set(frames.map(originOf))) {
    const violation = { effectiveDirective: 'frame-src', blockedURI: origin, disposition: 'enforce' }
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), violation))
  }
  sayLoaded(frames)
}

/** What a browser has that reports a blocked frame: a ReportingObserver with one report for each frame. */
function observerOf(frames: HTMLIFrameElement[]): unknown {
  return class {
    readonly #tell: (reports: object[]) => void
    constructor(tell: (reports: object[]) => void) {
      this.#tell = tell
    }
    observe() {
      const bodies = frames.map((frame) => ({ blockedURL: originOf(frame), destination: 'iframe' }))
      this.#tell(bodies.map((body) => ({ body: { ...body, disposition: 'enforce' } })))
    }
    disconnect() {}
  }
}

function framesOf(root: ParentNode): HTMLIFrameElement[] {
  return [
    ...root.querySelectorAll<HTMLIFrameElement>(
      ':is([data-seam-portal=slot], [data-seam-portal=park]) > iframe',
    ),
  ]
}

function parts(): Element[] {
  return [...document.querySelectorAll('[data-seam-portal=frame]')]
}

function statusOf(part: Element | null): string | null | undefined {
  return part?.getAttribute('data-status')
}

/** A frame without a part waits hidden, and shows nothing. */
function isDone(frame: HTMLIFrameElement, fail: FrameErrorCode | undefined): boolean {
  const status = statusOf(frame.closest('[data-seam-portal=frame]'))
  return fail ? !status || status === 'failed' : status !== 'loading' && status !== 'slow'
}

function originOf({ src }: HTMLIFrameElement): string {
  return new URL(src).origin
}

function statuses(): string {
  return parts()
    .map((part) => `\`${statusOf(part)}\``)
    .join(', ')
}

function nothingThere(): string {
  const there =
    parts().length > 0
      ? `The portals of the page have the status ${statuses()}.`
      : 'No portal is on the page.'
  return `loadFrames() found no frame within three seconds, so nothing can load. ${there} Render a PortalFrame or open a dialog first, and let its request succeed.`
}

function problemOf(code: PortalErrorCode): string {
  return code === 'timeout'
    ? "loadFrames({ fail: 'timeout' }) cannot be done: a frame gives up after 20 seconds without a page. Let fake timers run for 20 seconds, or make the request time out: portal.fail('timeout')."
    : `loadFrames({ fail: '${code}' }) cannot be done: no frame causes it. The codes of a frame: ${Object.keys(SAY).join(', ')}. Others: fail() of the test portal.`
}
