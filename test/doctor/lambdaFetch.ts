/** A function as API Gateway calls it, with the event of its version 1. */
export type Lambda = (
  event: object,
  context: object,
) => Promise<{
  statusCode: number
  headers?: Record<string, string>
  multiValueHeaders?: Record<string, string[]>
  body: string
}>

/** Calls a function with a request, as API Gateway does. */
export async function lambdaFetch(lambda: Lambda, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const answer = await lambda(
    {
      httpMethod: request.method,
      path: pathname,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
      isBase64Encoded: false,
      requestContext: {},
    },
    {},
  )
  const headers = new Headers(answer.headers)
  for (const [name, values] of Object.entries(answer.multiValueHeaders ?? {})) {
    for (const value of values) headers.append(name, value)
  }
  return new Response(answer.body, { status: answer.statusCode, headers })
}
