/** What the proxy needs of a request, whichever way it came. */
export interface Arrival {
  /** Its method, address and headers, also for `authorize` and `rateLimit`. Its body is had from `read` alone. */
  request: Request
  /** Whether somebody read the body before, so that nothing is left. */
  wasRead: boolean
  /** Reads the body to its end, or gives nothing once it is longer than `maxBytes`. Rejects when it breaks off. */
  read: (maxBytes: number) => Promise<Uint8Array | undefined>
  /** Calls back when nobody waits for the answer any more, at once if that is so already. Gives the way to stop it. */
  onGone: (listener: () => void) => () => void
}
