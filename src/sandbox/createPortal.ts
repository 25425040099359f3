import type { CreatePortalRequest } from '../schemas/index'
import { encodeSnapshot } from './page/encodeSnapshot'
import { makeSnapshot } from './page/makeSnapshot'
import { pushRecords } from './pushRecords'
import type { SandboxPortal } from './Sandbox'
import type { SandboxState } from './SandboxState'
import { stableUuid } from './stableUuid'
import type { Workspace } from './Workspace'
import { warnAboutPortal } from './warnAboutPortal'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Makes a portal. Returns the vendor's answer, which holds the link under two names. */
export function createPortal(
  state: SandboxState,
  workspace: Workspace,
  request: CreatePortalRequest,
): object {
  const { customer_data, _dev, ...options } = request as CreatePortalRequest & { _dev?: boolean }
  if (_dev !== undefined) {
    state.warn({
      code: 'unknown_field',
      path: '_dev',
      message: "_dev is for the vendor's own staff, so it was dropped.",
    })
  }
  const portal_id = state.nextId('portal')
  const customer_key = customer_data?.customer_key ?? stableUuid(`customer of ${portal_id}`)
  if (customer_data) pushRecords(workspace, customer_data, state.warn)
  else workspace.meet(customer_key)
  const { created_at, expires_at } = lifetime(state)
  const portal: SandboxPortal = {
    portal_id,
    workspace_id: workspace.id,
    customer_key,
    created_at,
    expires_at,
    options,
  }
  state.portals.push(portal)
  warnAboutPortal(workspace, portal, customer_data !== undefined, state.warn)
  const link = {
    url: address(state, workspace, portal),
    customer_key,
    expires_at,
    created_at,
    workspace_id: workspace.id,
  }
  return shape(state, link)
}

function lifetime(state: SandboxState): { created_at: string; expires_at: string } {
  const now = state.now()
  const soon = state.faults.strikes('expires_soon')
  const end = state.faults.strikes('expired_on_arrival') ? -1000 : soon ? (soon.ms ?? 60_000) : WEEK
  return { created_at: new Date(now).toISOString(), expires_at: new Date(now + end).toISOString() }
}

function address(state: SandboxState, workspace: Workspace, portal: SandboxPortal): string {
  if (state.portalPage) {
    const room = 2048 - state.portalPage.length - 1
    const { text, complete } = encodeSnapshot(
      makeSnapshot({
        data: workspace.dataOf(portal.customer_key),
        options: portal.options,
        made_at: state.now(),
        expires_at: Date.parse(portal.expires_at),
      }),
      room,
    )
    if (!complete) {
      state.warn({
        code: 'snapshot_truncated',
        message:
          'A link to `portalPage` holds the records itself, and its 2048 characters had no room for all. The page shows the first records only. To see every record, serve `sandbox.fetch` and set `portalOrigin`.',
        customer_key: portal.customer_key,
      })
    }
    return `${state.portalPage}#${text}`
  }
  const token = sessionToken()
  state.tokens.set(portal.portal_id, token)
  return `${state.portalOrigin}/portals/${portal.portal_id}?token=${token}`
}

/** Makes a client session token in the vendor's form. It must be random, because it opens the portal. */
function sessionToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return `seam_cst_${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`
}

function shape(state: SandboxState, link: object): object {
  const strange = state.faults.strikes('unknown_fields')
  const full = strange ? { ...link, portal_kind: 'sandbox', capabilities: { preview: true } } : link
  const [older, newer] = [
    state.faults.strikes('magic_link_only'),
    state.faults.strikes('customer_portal_only'),
  ]
  return {
    ...(!older && { customer_portal: full }),
    ...(!newer && { magic_link: full }),
    ...(strange && { next_steps: [] }),
  }
}
