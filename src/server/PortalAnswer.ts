/** What the proxy answers, before it becomes a Response or goes out through node:http. */
export interface PortalAnswer {
  status: number
  headers: Record<string, string>
  /** The whole body. Without one there is nothing to send. */
  body?: string
}

/** An answer whose body is JSON. */
export function answerJson(json: object, headers: Record<string, string>, status = 200): PortalAnswer {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) }
}
