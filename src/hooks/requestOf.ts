import type { CreatePortalInput } from '../client/createPortalClient'

/**
 * What is asked of the backend: a presentation's own answer to is_embedded, then the provider's options, then the
 * part's props. What is undefined has not been said, and is not sent. Equal requests come out equal.
 */
export function requestOf(
  is_embedded: boolean | undefined,
  options: CreatePortalInput,
  wire: CreatePortalInput,
): CreatePortalInput {
  const said = [{ is_embedded }, options, wire].flatMap((part) =>
    Object.entries(part).filter(([, value]) => value !== undefined),
  )
  return Object.fromEntries(said)
}
