/** Whether a page of the proxy's own origin sent a request. */
export function ownOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(request.url).origin
}
