/** The headers that let any page read an answer, as the vendor's API sends them. */
export function crossOriginHeaders(request: Headers): [string, string][] {
  const origin = request.get('origin')
  if (!origin) return []
  return [
    ['access-control-allow-origin', origin],
    ['access-control-allow-credentials', 'true'],
    ['access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS'],
    [
      'access-control-allow-headers',
      'authorization, content-type, seam-workspace, seam-sdk-name, seam-sdk-version, seam-lts-version, seam-client-session-token, client-session-token, seam-publishable-key',
    ],
    ['access-control-expose-headers', 'seam-request-id, retry-after'],
    ['vary', 'origin'],
  ]
}
