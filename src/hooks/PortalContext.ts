'use client'

import type { QueryClient } from '@tanstack/react-query'
import { createContext, type ReactElement, useContext, useEffect, useMemo, useState } from 'react'
import {
  createPortalClient,
  type CreatePortalInput,
  type PortalClientOptions,
} from '../client/createPortalClient'
import type * as Explanations from '../client/ERROR_GUIDE'
import { FRAME_LIMITS } from '../frames/FRAME_LIMITS'
import {
  createPortalSession,
  type PortalBackend,
  type PortalConfig,
  type PortalEvent,
  type PortalSession,
} from '../portal/createPortalSession'
import { PORTAL_ORIGINS } from '../wire/portalUrlProblem'
import { useBrowserLayoutEffect, useLatest } from './useLatest'

type SessionKey = string | number | null | undefined

interface PortalCommonSettings {
  /** The allowed origins of portals. @default ['https://partner-ui.seam.vc', 'https://se.am'] */
  portalOrigins?: readonly string[] | undefined
  /** Wire options for all parts below. A part's own props win. */
  options?: CreatePortalInput | undefined
  /** Caches up to two frames whose parts have unmounted, so that returning to a route does not reload. @default false */
  keepAlive?: boolean | undefined
  /** Whether to check that the origin of a loaded or slow portal answers. The portal's address is not sent. @default true */
  probe?: boolean | undefined
  /**
   * Permissions of the portal beside `clipboard-write` and `fullscreen`, in the syntax of an iframe's `allow`:
   * `camera; geolocation`. `*` is refused. A new value takes effect at the next frame.
   */
  allow?: string | undefined
  /**
   * Prints what each error means and what to do, once for each code, and each step of every portal's states. For
   * development. @default false
   */
  debug?: boolean | undefined
  /** Called for every event of a portal. An event never holds an address, a token or a key. */
  onEvent?: ((event: PortalEvent) => void) | undefined
  /**
   * The id of the signed-in user. A change ends every link and frame before the next paint. `null` means signed out:
   * nothing runs.
   */
  sessionKey?: SessionKey
}

type WithEndpoint = Pick<PortalClientOptions, 'endpoint' | 'headers' | 'credentials'> & { client?: never }

interface WithClient {
  /** What reaches your backend, in place of an endpoint. */
  client: PortalBackend
  endpoint?: never
  headers?: never
  credentials?: never
}

/** What a host sets for all parts below a provider: an endpoint or a client, never both. */
export type PortalSettings = PortalCommonSettings & (WithEndpoint | WithClient)

/** What a provider gives to the parts below it. */
export interface PortalContextValue {
  session: PortalSession
  /** Wire options for all parts below. A part's own options win. */
  options: CreatePortalInput
  /** The QueryClient of the query hooks. The first of them makes it, so a page without them does not load it. */
  queries: { client?: QueryClient }
  /** Renders an element in the provider's one outlet, in place of the element before. */
  setOutlet: (element: ReactElement) => void
  /** Ends the session with all its links and frames, and starts a new one. */
  clear: () => void
}

/** The state of one signed-in user. */
interface SignedIn {
  sessionKey: SessionKey
  session: PortalSession
  /** The dialog that `useOpenPortal` has opened. */
  outlet?: ReactElement
}

export const PortalContext = createContext<PortalContextValue | null>(null)

/** Reads the provider's context. Throws outside a provider. */
export function usePortalContext(): PortalContextValue {
  const value = useContext(PortalContext)
  if (!value) {
    throw new Error(
      'react-seam-portal: a component or hook was used outside <PortalProvider>, so it has no backend. Wrap your app in <PortalProvider>.',
    )
  }
  return value
}

/** Returns a function that ends every link and frame at once. Call it when the user signs out. */
export function useClearPortals(): () => void {
  return usePortalContext().clear
}

/** Keeps the session of a provider. Returns the value of its context, and the element in its outlet. */
export function usePortalSession(
  settings: PortalSettings,
  locale: CreatePortalInput['locale'],
): [value: PortalContextValue, outlet: ReactElement | undefined] {
  const {
    endpoint,
    credentials,
    portalOrigins = PORTAL_ORIGINS,
    probe = true,
    allow,
    debug,
    onEvent,
    sessionKey,
    options,
    keepAlive,
  } = settings
  const headers = useLatest(settings.headers)
  // Kept from render to render: it learns whether its backend's addresses end with a slash.
  const client = useMemo(
    () =>
      createPortalClient({
        endpoint,
        credentials,
        // Read at each request. Hosts write a new function at each render.
        get headers() {
          return headers.current
        },
      }),
    [endpoint, credentials, headers],
  )
  const config = useLatest<PortalConfig>({
    client: settings.client ?? client,
    portalOrigins,
    probe,
    allow,
    onEvent(event) {
      try {
        onEvent?.(event)
      } catch (thrown) {
        // The host's callback may throw. Report it like an uncaught error, and let the portal continue.
        reportError(thrown)
      }
      if (debug) explain(({ explainEvent }) => explainEvent(event))
    },
    onTransition(...step) {
      if (debug) explain(({ explainTransition }) => explainTransition(...step))
    },
  })
  const [kept] = useState(() => ({ queries: {}, consumedLinks: new Set<unknown>() }))
  const begin = (): SignedIn => ({
    sessionKey,
    session: createPortalSession({
      config: () => config.current,
      isSignedIn: sessionKey !== null,
      consumedLinks: kept.consumedLinks,
    }),
  })
  const [signedIn, setSignedIn] = useState(begin)
  // During render: an effect would let React render the parts below once more with the last user's session.
  if (!Object.is(signedIn.sessionKey, sessionKey)) setSignedIn(begin())

  const { session, outlet } = signedIn
  useBrowserLayoutEffect(() => session.start(), [session])
  useEffect(() => (keepAlive ? keepFrames(session) : undefined), [session, keepAlive])

  const wire: CreatePortalInput = { ...options, locale }
  const value = useMemo(
    () => ({
      session,
      options: wire,
      queries: kept.queries,
      setOutlet: (outlet: ReactElement) => setSignedIn((now) => ({ ...now, outlet })),
      clear() {
        session.end()
        setSignedIn(begin())
      },
    }),
    // Both are new at each render. `wire` counts by its value. `begin` begins the same until the session changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [session, JSON.stringify(wire), kept],
  )
  return [value, outlet]
}

/** Gives the session a frame cache. Its code is loaded on demand, and is there before the first frame has loaded. */
function keepFrames(session: PortalSession): () => void {
  let isWanted = true
  import('../frames/createFrameCache').then(
    ({ createFrameCache }) => isWanted && (session.frameCache = createFrameCache(FRAME_LIMITS)),
    // Without the cache, a frame reloads when its part mounts again.
    () => {},
  )
  return () => {
    isWanted = false
    session.frameCache?.clear()
    session.frameCache = undefined
  }
}

let explaining: Promise<typeof Explanations> | undefined

/** Prints for a developer. All calls wait for one import, so that they print in their order. */
function explain(print: (explanations: typeof Explanations) => void): void {
  explaining ??= import('../client/ERROR_GUIDE')
  explaining.then(print, () => {})
}
