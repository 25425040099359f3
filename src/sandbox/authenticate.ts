import { stableUuid } from './stableUuid'
import { VendorError } from './VendorError'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * Returns the id of the request's workspace, or throws the vendor's 401.
 * Every API key works and has its own workspace. A personal access token needs the header `seam-workspace`.
 * Client sessions and publishable keys are refused, because the vendor refuses them on these routes.
 */
export function authenticate(headers: Headers): string {
  const credential = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (!credential) throw unauthorized('The authorization header has no Bearer credential. Send an API key.')
  if (!/^seam_./.test(credential) || /^seam_(cst|pk)/.test(credential)) {
    throw unauthorized(
      'This kind of credential does not work here. Send an API key or a personal access token.',
    )
  }
  if (!credential.startsWith('seam_at')) return stableUuid(`workspace of ${credential}`)
  const workspace = headers.get('seam-workspace') ?? ''
  if (!UUID.test(workspace)) {
    throw unauthorized(
      'A personal access token works in one workspace. Send its id, a UUID, in the header `seam-workspace`.',
    )
  }
  return workspace.toLowerCase()
}

function unauthorized(message: string): VendorError {
  return new VendorError(401, 'unauthorized', message)
}
