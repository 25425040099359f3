import type { ValidationErrors } from '../schemas/index'

/** An error that the sandbox answers with. Any part of the API throws it. */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  readonly status: number
  readonly type: string
  readonly validation_errors: ValidationErrors | undefined

  constructor(status: number, type: string, message: string, validation_errors?: ValidationErrors) {
    super(message)
    this.status = status
    this.type = type
    this.validation_errors = validation_errors
  }

  /** The response that carries the error in the vendor's envelope. */
  toResponse(headers: Record<string, string> = {}): Response {
    const { status, type, message, validation_errors } = this
    const body = { error: { type, message, ...(validation_errors && { validation_errors }) }, ok: false }
    return Response.json(body, { status, headers })
  }
}
