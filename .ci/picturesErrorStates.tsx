import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { PortalError, type PortalErrorCode, PortalFrame, PortalLauncher, PortalProvider } from '../src/index'

const PORTAL = 'https://portal.test'

const failing = (code: PortalErrorCode) => async () => {
  throw new PortalError(code, undefined, {
    requestId: '7F3K-92QD',
    retryAfter: code === 'rate_limited' ? 20 : undefined,
  })
}

const link = (path: string, ms: number) => async () => ({
  url: `${PORTAL}/${path}`,
  created_at: new Date().toISOString(),
  expires_at: new Date(Date.now() + ms).toISOString(),
})

/** Each kind of state: its name, and the backend that leads to it. */
const STATES: Record<string, () => Promise<unknown>> = {
  creating: async () => new Promise(() => {}),
  slow: link('hangs', 3_600_000),
  loaded: link('page', 3_600_000),
  'expired on screen': link('page', 5_000),
  'expired before': failing('expired'),
  offline: failing('offline'),
  vendor_error: failing('vendor_error'),
  unauthorized: failing('unauthorized'),
  forbidden: failing('forbidden'),
  rate_limited: failing('rate_limited'),
  blocked_by_csp: failing('blocked_by_csp'),
}

const WIDTHS = [1280, 390]

function Tile({ name, children }: { name: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <div className="widths">
        {WIDTHS.map((width) => (
          <div key={width} style={{ inlineSize: width }}>
            {children}
          </div>
        ))}
      </div>
    </figure>
  )
}

window.open = () => null

const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app.')
createRoot(root).render(
  <>
    {Object.entries(STATES).map(([name, createPortal]) => (
      <Tile key={name} name={name}>
        <PortalProvider client={{ createPortal }} portalOrigins={[PORTAL]} probe={false}>
          <PortalFrame />
        </PortalProvider>
      </Tile>
    ))}
    <Tile name="popup_blocked">
      <PortalProvider client={{}}>
        <PortalLauncher presentation="tab">Manage access</PortalLauncher>
      </PortalProvider>
    </Tile>
  </>,
)
