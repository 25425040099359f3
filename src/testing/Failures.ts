import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

const FRAME = (code: string) =>
  `No answer of a backend causes it: the frame does. Call loadFrames({ fail: '${code}' }) when the frame is on the page.`

/** The codes that no answer of a backend causes, each with the way to it in a test. */
export const OTHER_WAYS: Partial<Record<PortalErrorCode, string>> = {
  portal_unreachable: FRAME('portal_unreachable'),
  blocked_by_csp: FRAME('blocked_by_csp'),
  blocked_by_coep: FRAME('blocked_by_coep'),
  expired: 'A link ends by the clock: call expireLinks() of the test portal.',
  popup_blocked:
    'The browser blocks a tab: let `window.open` return null in the test, and click the button that opens the tab.',
  aborted: 'The page gives a request up: unmount the part, or abort the `signal` of the call.',
  dialog_unavailable:
    'The browser could not fetch the code of the dialog: in a browser test, abort the request for that file.',
}

/** The failures that a test has asked for and that have not happened yet, oldest first. */
export class Failures {
  readonly #queue: { code: PortalErrorCode; left: number }[] = []

  /** Whether the next answer fails. */
  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  add(code: PortalErrorCode, times: number): void {
    this.#queue.push({ code, left: times })
  }

  /** Takes the failure of the next answer, or nothing when the next answer succeeds. */
  take(): PortalErrorCode | undefined {
    const [first] = this.#queue
    if (!first) return undefined
    first.left -= 1
    if (first.left < 1) this.#queue.shift()
    return first.code
  }
}
