import { PORTAL_ERRORS, type PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { PortalError, type PortalErrorDetails } from './PortalError'

interface Envelope {
  error?: { type?: unknown; message?: unknown; validation_errors?: unknown }
}

/**
 * Gives an answer back when it is one, and throws a PortalError when it is the vendor's error envelope or nothing
 * that can be read. The HTTP status speaks first, then the envelope's own type.
 */
export function readAnswer(answer: unknown, details: PortalErrorDetails = {}): object {
  const { status = 200 } = details
  const error = (answer as Envelope | null | undefined)?.error
  if (status < 400 && !error) {
    if (answer && typeof answer === 'object') return answer
    throw new PortalError(
      'proxy_invalid_response',
      'The backend answered with something other than JSON. Check that `endpoint` leads to the portal handler.',
      details,
    )
  }
  const code = codeOf(status, error?.type)
  throw new PortalError(
    code,
    typeof error?.message === 'string'
      ? error.message
      : `The backend refused the request (${code}, status ${status}).`,
    { ...details, fields: fieldsOf(error?.validation_errors) },
  )
}

function codeOf(status: number, type: unknown): PortalErrorCode {
  // A route that is not there: whatever answered is not our handler.
  if (status === 404) return 'proxy_unreachable'
  const codes = Object.keys(PORTAL_ERRORS) as PortalErrorCode[]
  const named = codes.find((code) => code === type)
  if (named && (status < 400 || PORTAL_ERRORS[named].status === status)) return named
  if (status === 422) return 'invalid_input'
  if (status === 408) return 'timeout'
  return codes.find((code) => PORTAL_ERRORS[code].status === status) ?? 'vendor_error'
}

/** Walks the vendor's tree of `_errors` into one line per field. */
function fieldsOf(tree: unknown, path = '', found: Record<string, string[]> = {}): typeof found | undefined {
  if (!tree || typeof tree !== 'object') return undefined
  for (const [key, node] of Object.entries(tree)) {
    if (key !== '_errors')
      fieldsOf(node, /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key, found)
    else if (Array.isArray(node) && node.length) found[path] = node.map(String)
  }
  return found
}
