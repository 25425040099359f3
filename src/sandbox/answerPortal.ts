import { portalPageHtml } from './page/portalPageHtml'
import type { PortalSnapshot } from './page/PortalSnapshot'
import { makeSnapshot } from './page/makeSnapshot'
import type { SandboxPortal } from './Sandbox'
import type { SandboxState } from './SandboxState'
import { wait } from './strikeApi'

/** Answers with a page: the portal, the account window, an expired portal (410) or an unknown address (404). */
export async function answerPortal(state: SandboxState, request: Request): Promise<Response> {
  const url = new URL(request.url)
  // `diagnoseFrame` requests the root to learn whether the portal's host can be reached.
  if (url.pathname === '/') return new Response(null, { status: 204 })
  if (state.faults.strikes('portal_hangs')) await wait(request.signal)
  const refused = state.faults.strikes('portal_refuses_frames') !== undefined
  const answer = (status: number, snapshot?: PortalSnapshot) =>
    new Response(request.method === 'HEAD' ? null : portalPageHtml(snapshot), {
      status,
      headers: pageHeaders(refused),
    })
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, notice('missing'))
  if (url.pathname === CONNECT_PAGE) return answer(200)
  const portal = find(state, url)
  if (!portal) return answer(404, notice('missing'))
  if (state.now() >= Date.parse(portal.expires_at)) return answer(410, notice('expired', portal))
  const data = state.workspace(portal.workspace_id).dataOf(portal.customer_key)
  const snapshot = makeSnapshot({ data, options: portal.options, made_at: state.now() })
  return answer(200, { ...snapshot, connect_page: CONNECT_PAGE })
}

const CONNECT_PAGE = '/connect_webviews/view'

function find(state: SandboxState, url: URL): SandboxPortal | undefined {
  const [, id = ''] = /^\/portals\/([0-9a-f-]{36})$/.exec(url.pathname) ?? []
  const token = state.tokens.get(id)
  if (!token || url.searchParams.get('token') !== token) return undefined
  return state.portals.find(({ portal_id }) => portal_id === id)
}

function notice(kind: 'expired' | 'missing', portal?: SandboxPortal): PortalSnapshot {
  const { locale, is_embedded } = portal?.options ?? {}
  const options = { ...(locale && { locale }), ...(is_embedded !== undefined && { is_embedded }) }
  return { customer_key: '', options, places: [], stays: [], staff: [], made_at: 0, notice: kind }
}

function pageHeaders(refusesFrames: boolean): Record<string, string> {
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': refusesFrames ? `${policy}; frame-ancestors 'none'` : policy,
    ...(refusesFrames && { 'x-frame-options': 'DENY' }),
  }
}
