import { CreatePortalRequest, DeleteDataRequest, PushDataRequest, strictCustomerData } from '../schemas/index'
import { OPERATIONS } from '../wire/OPERATIONS'
import { authenticate } from './authenticate'
import { checkInput } from './checkInput'
import { createPortal } from './createPortal'
import { deleteRecords } from './deleteRecords'
import { pushRecords } from './pushRecords'
import { readInput } from './readInput'
import type { SandboxState } from './SandboxState'
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
