import type { VendorError } from './VendorError'

/** Puts an error into the vendor's envelope. */
export function errorAnswer(error: VendorError, headers: Record<string, string> = {}): Response {
  const { status, type, message, validation_errors } = error
  const body = { error: { type, message, ...(validation_errors && { validation_errors }) }, ok: false }
  return Response.json(body, { status, headers })
}
