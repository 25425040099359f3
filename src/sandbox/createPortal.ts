import type { CreatePortalRequest } from '../schemas/index'
import { encodeSnapshot } from './page/encodeSnapshot'
import { makeSnapshot } from './page/makeSnapshot'
import { pushRecords } from './pushRecords'
import type { SandboxPortal, SandboxWarning } from './Sandbox'
import { type SandboxState, stableUuid } from './SandboxState'
import type { Workspace } from './Workspace'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'

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

/** Warns about the options of a portal that the vendor ignores. */
function warnAboutPortal(
  workspace: Workspace,
  { options, customer_key }: SandboxPortal,
  named: boolean,
  warn: (warning: SandboxWarning) => void,
): void {
  const tell = (code: SandboxWarning['code'], path: string, message: string) =>
    warn({ code, path, message, customer_key })
  if (!named) {
    tell(
      'customer_key_missing',
      'customer_data.customer_key',
      'The request names no customer, so the portal belongs to a new one. Send `customer_data.customer_key`.',
    )
  }
  if (options.customization_profile_id) {
    tell(
      'unknown_profile',
      'customization_profile_id',
      'The sandbox has no customization profiles, so it takes a colour from the id. The vendor ignores an id that is not in your workspace: check it there.',
    )
  }
  if (options.features?.manage_devices) {
    tell(
      'deprecated_field',
      'features.manage_devices',
      'The vendor has replaced `features.manage_devices`. It still works. Use `features.manage`.',
    )
  }
  const { accepted_providers = [], excluded_providers = [] } = options.features?.connect ?? {}
  for (const provider of accepted_providers.filter((name) => excluded_providers.includes(name))) {
    tell(
      'conflicting_providers',
      'features.connect',
      `The provider "${provider}" is in \`accepted_providers\` and in \`excluded_providers\`, so it is not offered. Leave it in one of the two.`,
    )
  }
  for (const { path, list, key } of pagesToOpen(options)) {
    if (workspace.find(list, key)?.customer_key === customer_key) continue
    tell(
      'unknown_resource',
      path,
      `The customer has no record of ${list} with the key "${key}", so the portal opens on its first page. Push the record first.`,
    )
  }
}

function pagesToOpen(options: SandboxPortal['options']): { path: string; list: ResourceList; key: string }[] {
  const pages: { path: string; list: ResourceList; key: string }[] = []
  const { deep_link, landing_page } = options
  if (deep_link && deep_link.resource_type !== 'device') {
    const list = deep_link.resource_type === 'space' ? 'spaces' : 'reservations'
    pages.push({ path: 'deep_link', list, key: deep_link.resource_key })
  }
  for (const [field, key] of Object.entries<string>(landing_page?.manage ?? {})) {
    const list = (Object.keys(RESOURCE_KEYS) as ResourceList[]).find((one) => RESOURCE_KEYS[one] === field)
    if (list) pages.push({ path: `landing_page.manage.${field}`, list, key })
  }
  return pages
}
