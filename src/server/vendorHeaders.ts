import * as z from 'zod/mini'
import { Uuid } from '../schemas/Uuid'
import type { PortalCredentials, PortalGrant } from './PortalHandlerOptions'
import { Refusal } from './Refusal'

type Name = 'apiKey' | 'personalAccessToken' | 'workspaceId'

/** Says what is wrong with the credentials that are known before a request. Gives undefined when they are fine. */
export function credentialsProblem(credentials: PortalCredentials): string | undefined {
  const { apiKey, personalAccessToken, workspaceId } = credentials
  const hasToken = personalAccessToken !== undefined || workspaceId !== undefined
  if (hasToken && apiKey !== undefined) {
    return '`apiKey` and `personalAccessToken` are both set, and only one can sign a call. Remove one.'
  }
  for (const name of namesOf(credentials)) {
    const value = credentials[name]
    const problem = typeof value === 'function' ? undefined : valueProblem(name, value)
    if (problem) return problem
  }
  return undefined
}

/** Gives the headers that sign a call to the vendor. Throws a refusal when a credential is missing or not valid. */
export async function vendorHeaders(
  credentials: PortalCredentials,
  grant: PortalGrant,
): Promise<Record<string, string>> {
  const values: Partial<Record<Name, string>> = {}
  for (const name of namesOf(credentials)) {
    const setting = credentials[name]
    const value = typeof setting === 'function' ? await setting(grant) : setting
    const reason = valueProblem(name, value)
    if (reason !== undefined || value === undefined) {
      throw new Refusal('vendor_error', 'The server is not configured for this call.', { reason })
    }
    values[name] = value
  }
  const { apiKey, personalAccessToken, workspaceId } = values
  return {
    authorization: `Bearer ${apiKey ?? personalAccessToken}`,
    ...(workspaceId !== undefined && { 'seam-workspace': workspaceId }),
  }
}

function namesOf({ apiKey, personalAccessToken, workspaceId }: PortalCredentials): readonly Name[] {
  const isToken = apiKey === undefined && (personalAccessToken !== undefined || workspaceId !== undefined)
  return isToken ? ['personalAccessToken', 'workspaceId'] : ['apiKey']
}

// No sentence here contains the value: it may be a secret, or most of one.
function valueProblem(name: Name, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') {
    return `\`${name}\` is missing, so the vendor would refuse every call. Set it, usually from an environment variable, or give a function if it is known only later.`
  }
  if (typeof value !== 'string')
    return `\`${name}\` is not a string. Give the value as the vendor's console shows it.`
  if (/["'`]/.test(value)) return `\`${name}\` contains quotes. Remove them where it is set.`
  if (/\s/.test(value)) return `\`${name}\` contains a space or a line break. Remove it where it is set.`
  if (name === 'workspaceId') {
    return z.safeParse(Uuid, value).success
      ? undefined
      : '`workspaceId` is not a UUID. Copy the workspace id from the vendor’s console.'
  }
  if (value.startsWith('seam_pk') || value.startsWith('seam_cst')) {
    return `\`${name}\` is a key for browsers (${value.startsWith('seam_pk') ? 'seam_pk' : 'seam_cst'}), which may not create portals. Use a key for servers.`
  }
  const isToken = value.startsWith('seam_at')
  if (name === 'apiKey' && isToken) {
    return '`apiKey` is a personal access token (seam_at). Give it as `personalAccessToken`, together with `workspaceId`.'
  }
  const isWellFormed = name === 'apiKey' ? /^seam_\w+$/.test(value) : isToken && /^\w+$/.test(value)
  return isWellFormed
    ? undefined
    : `\`${name}\` does not look like one of the vendor's, which begin with ${name === 'apiKey' ? 'seam_' : 'seam_at'}. Copy it again.`
}
