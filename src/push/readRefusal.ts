import type { PORTAL_ERRORS, PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** The one table of errors. */
export type ErrorTable = typeof PORTAL_ERRORS

/** Why a request was not acknowledged, and what to do about it. */
export interface Refusal {
  /**
   * `retry`: nothing answered, or a gateway in between did. `wait`: too many requests. `halt`: signed out.
   * `split`: too large. `refuse`: these records will not be taken as they are.
   */
  kind: 'retry' | 'wait' | 'halt' | 'split' | 'refuse'
  code: PortalErrorCode
  /** What a developer reads. */
  message: string
  /** How long to wait, in seconds, where the backend said so. */
  retryAfter?: number | undefined
  /** What was expected of single records, by `list[index]` of the request: the rest of the path, and the sentence. */
  faults: Map<string, { path: string; reason: string }>
}

/** What clients throw or answer: PortalError, the vendor's envelope, the official client's errors, or anything. */
interface Loose {
  name?: string
  code?: unknown
  type?: unknown
  message?: unknown
  status?: unknown
  statusCode?: unknown
  retryAfter?: unknown
  fields?: Record<string, string[]>
  validation_errors?: unknown
  response?: { status?: unknown; headers?: Record<string, unknown>; data?: { error?: Loose } }
  cause?: Loose
}

/** Reads a refusal out of whatever a client threw. */
export function readRefusal(thrown: unknown, errors: ErrorTable): Refusal {
  const error = (thrown !== null && typeof thrown === 'object' ? thrown : {}) as Loose
  const response = error.response ?? error.cause?.response
  const envelope = response?.data?.error
  const status = [error.status, error.statusCode, response?.status].find((one) => typeof one === 'number')
  const code = codeOf(errors, status, error.code ?? error.type ?? envelope?.type)
  return {
    kind: kindOf(code, status ?? errors[code].status),
    code,
    // An error that is none of the known kinds may quote a secret.
    message:
      error.name === 'PortalError' || 'type' in error || typeof error.statusCode === 'number'
        ? String(error.message ?? code)
        : code,
    retryAfter: [error.retryAfter, response?.headers?.['retry-after']]
      .map(secondsOf)
      .find((seconds) => seconds > 0),
    faults: faultsOf(error.fields, error.validation_errors ?? envelope?.validation_errors),
  }
}

/** Reads a refusal out of an answer, where the client gives the vendor's envelope back. */
export function readAnswerRefusal(answer: unknown, errors: ErrorTable): Refusal | undefined {
  const error = (answer as { error?: unknown } | null | undefined)?.error
  if (error && typeof error === 'object') return readRefusal({ type: undefined, ...error }, errors)
  const isRefused = (answer as { ok?: unknown } | null | undefined)?.ok === false
  return isRefused ? readRefusal({ code: 'vendor_error', status: 200 }, errors) : undefined
}

/** The header holds seconds, or a date. */
function secondsOf(value: unknown): number {
  const seconds = Number(value)
  return isNaN(seconds) ? (Date.parse(String(value)) - Date.now()) / 1000 : seconds
}

function codeOf(errors: ErrorTable, status: number | undefined, said: unknown): PortalErrorCode {
  if (typeof said === 'string' && said in errors) return said as PortalErrorCode
  if (status === undefined || status === 0) return 'proxy_unreachable'
  const codes = Object.keys(errors) as PortalErrorCode[]
  return (
    (status === 422 ? 'invalid_input' : codes.find((code) => errors[code].status === status)) ??
    'vendor_error'
  )
}

function kindOf(code: PortalErrorCode, status: number): Refusal['kind'] {
  if (code === 'unauthorized' || status === 401) return 'halt'
  if (code === 'rate_limited' || status === 429) return 'wait'
  if (code === 'payload_too_large' || status === 413) return 'split'
  return status === 0 || (status >= 502 && status <= 504) ? 'retry' : 'refuse'
}

function faultsOf(fields: Loose['fields'], tree: unknown): Refusal['faults'] {
  const faults: Refusal['faults'] = new Map()
  for (const [path, [reason = '']] of Object.entries(fields ?? {})) {
    const [, record, rest = ''] = /^(\w+\[\d+\])\.?(.*)$/s.exec(path) ?? []
    if (record && !faults.has(record)) faults.set(record, { path: rest, reason })
  }
  for (const [list, records] of Object.entries(tree ?? {})) {
    if (list === '_errors' || records === null || typeof records !== 'object') continue
    for (const [index, node] of Object.entries(records)) {
      const found = firstError(node, '')
      if (/^\d+$/.test(index) && found) faults.set(`${list}[${index}]`, found)
    }
  }
  return faults
}

function firstError(node: unknown, path: string): { path: string; reason: string } | undefined {
  if (node === null || typeof node !== 'object') return undefined
  const [own] = (node as { _errors?: string[] })._errors ?? []
  if (own) return { path, reason: own }
  for (const [name, inner] of Object.entries(node)) {
    const found = name === '_errors' ? undefined : firstError(inner, path ? `${path}.${name}` : name)
    if (found) return found
  }
  return undefined
}
