import { missingGlobals } from '../wire/missingGlobals'
import { answerApi } from './answerApi'
import { answerPortal } from './answerPortal'
import type { Sandbox, SandboxOptions, SandboxRequest } from './Sandbox'
import { SandboxState } from './SandboxState'
import { strikeApi } from './strikeApi'

const GLOBALS = ['Headers', 'Request', 'Response', 'TextEncoder', 'crypto', 'structuredClone']

/**
 * Makes a fake of the vendor: its API and its portal pages behind one `fetch`, in memory.
 * It starts empty and has no rate limit and no delay. Every API key works and has its own workspace.
 *
 * ```ts
 * const sandbox = createSandbox()
 * const handler = createPortalHandler({ apiKey: 'seam_test_sandbox', fetch: sandbox.fetch, authorize })
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const problem = missingGlobals(GLOBALS)
  if (problem) throw new Error(`createSandbox cannot start. ${problem}`)
  const state = new SandboxState(options)

  const answer = async (request: Request, path: string): Promise<Response> => {
    if (!isApi(path)) return answerPortal(state, request)
    const cors = crossOriginHeaders(request.headers)
    const response =
      request.method === 'OPTIONS'
        ? new Response(null, { status: 204 })
        : ((await strikeApi(state.faults, request)) ?? (await answerApi(state, request)))
    const headers = new Headers(response.headers)
    for (const [name, value] of cors) headers.set(name, value)
    headers.set('seam-request-id', state.nextId('request'))
    headers.set('date', new Date(state.now()).toUTCString())
    return new Response(response.body, { status: response.status, headers })
  }

  return {
    fetch: async (request) => {
      const path = new URL(request.url).pathname
      const entry: SandboxRequest = { method: request.method, path, status: undefined }
      state.requests.push(entry)
      const response = await answer(request, path)
      entry.status = response.status
      return response
    },
    customers: (workspaceId) =>
      [...state.workspaces]
        .filter(({ id }) => workspaceId === undefined || id === workspaceId)
        .flatMap((workspace) =>
          workspace.customerKeys.map((customer_key) => ({
            workspace_id: workspace.id,
            customer_key,
            data: workspace.dataOf(customer_key),
          })),
        ),
    portals: state.portals,
    requests: state.requests,
    warnings: state.warnings,
    fail: (fault, faultOptions = {}) => state.faults.fail(fault, faultOptions),
    heal: (fault) => state.faults.heal(fault),
    reset: () => state.reset(),
  }
}

function isApi(path: string): boolean {
  return path.startsWith('/customers/')
}

/** The headers that let pages of every origin read an answer. The vendor's API sends the same. */
function crossOriginHeaders(request: Headers): [string, string][] {
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
