import type { IncomingRequest } from './IncomingRequest'
import type { OriginRule } from './originProblem'
import type { PortalAnswer } from './PortalAnswer'

/** Gives the headers that let a page of a listed origin read the answer. Other origins get `vary` only. */
export function crossOriginHeaders(
  { header }: IncomingRequest,
  isListed: OriginRule,
): Record<string, string> {
  const origin = header('origin')
  if (origin === null || origin === 'null' || !isListed(origin)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after, date',
  }
}

/** Answers the preflight request of a listed origin. Gives undefined for any other request. */
export function answerPreflight(
  { method, header }: IncomingRequest,
  headers: Record<string, string>,
): PortalAnswer | undefined {
  if (method !== 'OPTIONS' || !('access-control-allow-origin' in headers)) return undefined
  const wanted = header('access-control-request-headers') ?? ''
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
