/** What happy-dom tells of itself. */
interface HappyWindow {
  happyDOM?: {
    settings: { fetch: { interceptor: { beforeAsyncRequest?: Interceptor } | null } }
  }
}

type Interceptor = (call: { request: { url: string } }) => Promise<unknown>

/**
 * In happy-dom, keeps the pages of portals from loading, as in jsdom. happy-dom would ask the network for them, and
 * print their addresses when nothing answers. `loadFrames` says when a page has loaded.
 */
export function holdFrames(origins: readonly string[]): void {
  const { fetch } = (globalThis as HappyWindow).happyDOM?.settings ?? {}
  if (!fetch) return
  for (const origin of origins) held.add(origin)
  const host = fetch.interceptor
  if (host?.beforeAsyncRequest === ours) return
  before = host?.beforeAsyncRequest
  fetch.interceptor = { ...host, beforeAsyncRequest: ours }
}

const held = new Set<string>()
let before: Interceptor | undefined

/** Never answers for a portal, and leaves other requests to the host's interceptor. */
async function ours(call: Parameters<Interceptor>[0]): Promise<unknown> {
  return held.has(new URL(call.request.url).origin) ? new Promise(() => {}) : before?.(call)
}
