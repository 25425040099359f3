/** The request's own `x-request-id` when it is a plain name, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  if (given !== null && /^[\w-]{1,64}$/.test(given)) return given
  // A page on plain http, where stories may run, has no randomUUID.
  if ('randomUUID' in crypto) return crypto.randomUUID()
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')
}
