import { type ReactNode, useState } from 'react'
import {
  type CreatePortalInput,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  type PortalStatus,
} from '../../src/index'
import { createBackend, type BackendOptions } from './createBackend'
import type { Presentation } from './PlaygroundState'

/** What the portal is made of. A new object of the same content changes nothing. */
export interface LivePortalProps extends BackendOptions {
  input: CreatePortalInput
  heading: string
  presentation: Presentation
  onStatusChange: (status: PortalStatus) => void
}

/** The portal, or the button that opens it, with a backend of its own in this page. */
export function LivePortal(props: LivePortalProps): ReactNode {
  const { input, heading, presentation, onStatusChange, ...backend } = props
  const [client] = useState(() => createBackend(backend))
  const shared = { ...input, heading: heading || undefined }
  return (
    <PortalProvider client={client} portalOrigins={[new URL(backend.portalPage).origin]} probe={false}>
      {presentation === 'inline' ? (
        <PortalFrame {...shared} className="pg-frame" onStatusChange={onStatusChange} />
      ) : (
        <div className="pg-launch">
          <PortalLauncher {...shared} presentation={presentation} />
          <p>{NOTES[presentation]}</p>
        </div>
      )}
    </PortalProvider>
  )
}

const NOTES: Record<Exclude<Presentation, 'inline'>, string> = {
  dialog: 'Press the button. The dialog opens over this window.',
  drawer: 'Press the button. The drawer opens at the side of this window.',
  tab: 'Press the button. The portal opens in a new tab.',
}
