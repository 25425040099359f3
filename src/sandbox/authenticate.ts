import { stableUuid } from './stableUuid'
import { VendorError } from './VendorError'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * Finds the workspace a request speaks for, or throws the vendor's 401.
 * Any API key works and has a workspace of its own; a personal access token names its workspace in a header.
 * Client sessions and publishable keys are refused, as the vendor does on these routes.
 */
export function authenticate(headers: Headers): string {
  const credential = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (!credential) throw unauthorized('A Bearer API key is missing from the authorization header.')
  if (!/^seam_./.test(credential) || /^seam_(cst|pk)/.test(credential)) {
    throw unauthorized('This credential cannot be used here. Send an API key or a personal access token.')
  }
  if (!credential.startsWith('seam_at')) return stableUuid(`workspace of ${credential}`)
  const workspace = headers.get('seam-workspace') ?? ''
  if (!UUID.test(workspace)) {
    throw unauthorized('A personal access token needs the seam-workspace header with the id of a workspace.')
  }
  return workspace.toLowerCase()
}

function unauthorized(message: string): VendorError {
  return new VendorError(401, 'unauthorized', message)
}
