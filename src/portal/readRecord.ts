import { linkLifetime } from '../client/linkLifetime'
import { readLink } from '../client/readLink'
import type { LinkRecord } from './LinkEntry'

/** Reads the link in an answer, and starts to count how long it still works. Throws a PortalError. */
export function readRecord(answer: unknown): LinkRecord {
  const link = readLink(answer)
  return { link, remaining: linkLifetime(link) }
}
