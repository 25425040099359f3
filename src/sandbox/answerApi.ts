import { CreatePortalRequest, DeleteDataRequest, PushDataRequest, strictCustomerData } from '../schemas/index'
import { OPERATIONS } from '../wire/OPERATIONS'
import { checkInput, readInput } from './readInput'
import { createPortal } from './createPortal'
import { deleteRecords, pushRecords } from './pushRecords'
import { type SandboxState, stableUuid } from './SandboxState'
import { VendorError } from './VendorError'
import type { Workspace } from './Workspace'

type Input = Record<string, unknown>

interface Route {
  methods: readonly string[]
  answer: (state: SandboxState, workspace: Workspace, input: Input) => object
}

/** Answers one request to the vendor's API. It checks in the vendor's order: credential, method, content type, fields. */
export async function answerApi(state: SandboxState, request: Request): Promise<Response> {
  try {
    const workspaceId = authenticate(request.headers)
    const route = ROUTES.get(new URL(request.url).pathname)
    if (!route) throw new VendorError(404, 'not_found', 'The vendor has no such route.')
    if (!route.methods.includes(request.method)) {
      throw new VendorError(405, 'method_not_allowed', `only ${route.methods.join(',')} accepted`)
    }
    const input = await readInput(request)
    return Response.json({ ...route.answer(state, state.workspace(workspaceId), input), ok: true })
  } catch (error) {
    if (error instanceof VendorError) return error.toResponse()
    throw error
  }
}

const ROUTES = new Map<string, Route>([
  [
    OPERATIONS.create_portal.path,
    {
      methods: ['POST'],
      answer: (state, workspace, input) =>
        createPortal(
          state,
          workspace,
          checkInput(
            CreatePortalRequest,
            strictCustomerData(input.customer_data, ['customer_data']),
            input,
            unknownField(state),
          ),
        ),
    },
  ],
  [
    OPERATIONS.push_data.path,
    {
      methods: ['POST'],
      answer: (state, workspace, input) => {
        pushRecords(
          workspace,
          checkInput(PushDataRequest, strictCustomerData(input), input, unknownField(state)),
          state.warn,
        )
        return {}
      },
    },
  ],
  [
    OPERATIONS.delete_data.path,
    {
      methods: ['POST', 'DELETE'],
      answer: (state, workspace, input) => {
        const { customer_key, site_keys, ...rest } = input
        if (customer_key !== undefined) {
          state.warn({
            code: 'customer_key_ignored',
            path: 'customer_key',
            message:
              'delete_data has no field `customer_key`, so nothing was deleted for it. To delete customers, send the list `customer_keys`.',
          })
        }
        if (site_keys !== undefined) {
          state.warn({
            code: 'sites_not_deletable',
            path: 'site_keys',
            message:
              'delete_data has no field `site_keys`, so the sites were not deleted. The vendor has no operation that deletes a site.',
          })
        }
        deleteRecords(workspace, checkInput(DeleteDataRequest, [], rest, unknownField(state)), state.warn)
        return {}
      },
    },
  ],
])

function unknownField(state: SandboxState): (path: string) => void {
  return (path) =>
    state.warn({
      code: 'unknown_field',
      path,
      message: `The vendor does not know the field \`${path}\`, so it was dropped. Compare its spelling with the vendor's API reference.`,
    })
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * Returns the id of the request's workspace, or throws the vendor's 401.
 * Every API key works and has its own workspace. A personal access token needs the header `seam-workspace`.
 * Client sessions and publishable keys are refused, because the vendor refuses them on these routes.
 */
function authenticate(headers: Headers): string {
  const credential = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (!credential) throw unauthorized('The authorization header has no Bearer credential. Send an API key.')
  if (!/^seam_./.test(credential) || /^seam_(cst|pk)/.test(credential)) {
    throw unauthorized(
      'This kind of credential does not work here. Send an API key or a personal access token.',
    )
  }
  if (!credential.startsWith('seam_at')) return stableUuid(`workspace of ${credential}`)
  const workspace = headers.get('seam-workspace') ?? ''
  if (!UUID.test(workspace)) {
    throw unauthorized(
      'A personal access token works in one workspace. Send its id, a UUID, in the header `seam-workspace`.',
    )
  }
  return workspace.toLowerCase()
}

function unauthorized(message: string): VendorError {
  return new VendorError(401, 'unauthorized', message)
}
