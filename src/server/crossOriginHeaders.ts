import type { PortalAnswer } from './PortalAnswer'

/** Headers that let the page of a listed origin read an answer, and nobody else's. */
export function crossOriginHeaders(request: Request, origins: readonly string[]): Record<string, string> {
  if (origins.length === 0) return {}
  const origin = request.headers.get('origin')
  if (origin === null || !origins.includes(origin)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after, date',
  }
}

/** The answer to a preflight of a listed origin; nothing when it is no such preflight. */
export function answerPreflight(request: Request, headers: Record<string, string>): PortalAnswer | undefined {
  if (request.method !== 'OPTIONS' || !('access-control-allow-origin' in headers)) return undefined
  const wanted = request.headers.get('access-control-request-headers') ?? ''
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': /^[\w\-, ]+$/.test(wanted) ? wanted : 'content-type',
      'access-control-max-age': '600',
    },
  }
}
