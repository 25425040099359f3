import type { Sandbox } from '../../src/sandbox/index'

/** The options of a call. By default it is a POST of JSON with an API key. */
export interface CallOptions {
  method?: string
  headers?: Record<string, string | undefined>
  signal?: AbortSignal
}

/** Calls a sandbox's API with a valid key. Returns the status, the headers and the parsed answer. */
export async function callSandbox(
  sandbox: Pick<Sandbox, 'fetch'>,
  path: string,
  body?: unknown,
  { method = 'POST', headers = {}, signal }: CallOptions = {},
) {
  const all = {
    authorization: 'Bearer seam_test_sandbox',
    'content-type': body === undefined ? undefined : 'application/json',
    ...headers,
  }
  const response = await sandbox.fetch(
    new Request(`https://connect.getseam.com${path}`, {
      method,
      headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    }),
  )
  return { status: response.status, headers: response.headers, answer: JSON.parse(await response.text()) }
}
