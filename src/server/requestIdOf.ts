/** The request's own `x-request-id` when it is a plain name, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  if (given !== null && /^[\w-]{1,64}$/.test(given)) return given
  // Not randomUUID: a page on plain http, where stories may run, has none.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
