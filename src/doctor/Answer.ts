import type { IncomingHttpHeaders } from 'node:http'

/** One answer, read to its end and decoded. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** The body as text; empty where it could not be decoded. */
  text: string
  /** The body as JSON; undefined where it is none. */
  json: unknown
  /** Why the body could not be decoded. */
  encodingProblem: string | undefined
}

/** A header of an answer as one text; empty without it. */
export function headerOf({ headers }: Answer, name: string): string {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? '')
}
