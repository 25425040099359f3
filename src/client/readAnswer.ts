import { PORTAL_ERRORS, type PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { PortalError, type PortalErrorDetails } from './PortalError'
import type { PortalLink } from '../schemas/PortalLink'

/** What a backend may answer. */
interface Answer {
  /** `false` for a refusal, also without an error beside it. */
  ok?: boolean
  error?: { type?: PortalErrorCode; message?: string; validation_errors?: unknown }
}

/**
 * Returns an answer, or throws a PortalError when it is the vendor's error envelope, says `ok: false`, or is no object.
 * The HTTP status decides the code first, then the envelope's own type.
 */
export function readAnswer(answer: unknown, details: PortalErrorDetails = {}): object {
  const { status = 200 } = details
  const { error, ok } = (answer ?? {}) as Answer
  const isRefusal = status >= 400 || error || ok === false
  if (!isRefusal && answer && typeof answer === 'object') return answer
  const code = isRefusal ? codeOf(status, error?.type) : 'proxy_invalid_response'
  throw new PortalError(code, error?.message, { ...details, fields: fieldsOf(error?.validation_errors) })
}

function codeOf(status: number, type: unknown): PortalErrorCode {
  const codes = Object.keys(PORTAL_ERRORS) as PortalErrorCode[]
  const isOf = (code: PortalErrorCode) => PORTAL_ERRORS[code].status === status
  return (
    codes.find((code) => code === type && (status < 400 || isOf(code))) ??
    (status === 422 ? 'invalid_input' : codes.find(isOf)) ??
    'vendor_error'
  )
}

/** Flattens the vendor's tree of `_errors` into one entry per field. */
function fieldsOf(tree: unknown, path = '', found: Record<string, string[]> = {}): typeof found | undefined {
  if (!tree || typeof tree !== 'object') return undefined
  for (const [key, node] of Object.entries(tree)) {
    if (key !== '_errors') fieldsOf(node, path + (+key >= 0 ? `[${key}]` : path ? `.${key}` : key), found)
    else if (node[0]) found[path] = node
  }
  return found
}

/**
 * Returns the link of a backend's answer to create_portal: under either of the vendor's two names, or the bare link.
 * Throws a PortalError for the vendor's error envelope. Unknown fields are kept.
 */
export function readLink(answer: unknown): PortalLink {
  const { customer_portal, magic_link } = readAnswer(answer) as Record<string, unknown>
  const link = (customer_portal ?? magic_link ?? answer) as PortalLink
  const { url, created_at, expires_at } = link
  if (typeof url !== 'string' || !url || !isTime(created_at) || !isTime(expires_at)) {
    throw new PortalError(
      'invalid_response',
      'The answer needs a usable `customer_portal: { url, expires_at }`.',
    )
  }
  return link
}

function isTime(time = ''): boolean {
  return !time || Date.parse(time) > 0
}
