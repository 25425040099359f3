'use client'

import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react'
import {
  type CreatePortalInput,
  createPortalClient,
  type PortalClientOptions,
} from '../client/createPortalClient'
import { FRAME_LIMITS } from '../frames/FRAME_LIMITS'
import type { explainTransition } from '../client/explainTransition'
import { PortalContext } from '../hooks/PortalContext'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'
import { useLatest } from '../hooks/useLatest'
import { createPortalSession, type PortalSession } from '../portal/createPortalSession'
import type { PortalBackend, PortalEvent } from '../portal/PortalConfig'
import { PORTAL_ORIGINS } from '../wire/portalUrlProblem'
import type { WordsOverride } from './words/Words'
import { fetchWords, WordsContext } from './WordsContext'
import { negotiateLocale } from './words/negotiateLocale'

interface PortalProviderCommonProps {
  /** The allowed origins of portals. @default ['https://partner-ui.seam.vc', 'https://se.am'] */
  portalOrigins?: readonly string[] | undefined
  /** Wire options for all parts below. A part's own props win. */
  options?: CreatePortalInput | undefined
  /** The language of all parts below: `auto`, or any BCP 47 tag. The library picks the best of the portal's ten. */
  locale?: string | undefined
  /** Your own words in place of the library's. */
  messages?: WordsOverride | undefined
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
  sessionKey?: string | number | null | undefined
  children?: ReactNode
}

type WithEndpoint = Pick<PortalClientOptions, 'endpoint' | 'headers' | 'credentials'> & { client?: never }

interface WithClient {
  /** What reaches your backend, in place of an endpoint. */
  client: PortalBackend
  endpoint?: never
  headers?: never
  credentials?: never
}

/** The state of one signed-in user. */
interface SignedIn {
  sessionKey: PortalProviderCommonProps['sessionKey']
  session: PortalSession
  /** The dialog that `useOpenPortal` has opened. */
  outlet?: ReactElement
}

/** The provider's props: an endpoint or a client, never both. */
export type PortalProviderProps = PortalProviderCommonProps & (WithEndpoint | WithClient)

/**
 * Gives every portal below it a backend, a language and a session. It renders only its children, and does not use the
 * host's QueryClient.
 *
 * @example
 * <PortalProvider endpoint="/api/seam" sessionKey={user.id} locale="auto">
 *   <App />
 * </PortalProvider>
 */
export function PortalProvider(props: PortalProviderProps): ReactNode {
  const { sessionKey, portalOrigins = PORTAL_ORIGINS, options, locale, messages, children } = props
  const { keepAlive, probe = true, allow, debug, onEvent } = props
  const { client, endpoint, headers, credentials } = props
  const config = useLatest({
    client: client ?? createPortalClient({ endpoint, headers, credentials }),
    portalOrigins,
    probe,
    allow,
    onEvent(event: PortalEvent) {
      try {
        onEvent?.(event)
      } catch (thrown) {
        // The host's callback may throw. Report it like an uncaught error, and let the portal continue.
        reportError(thrown)
      }
      if (debug) void explain(event)
    },
    onTransition: debug ? explainStep : undefined,
  })
  const [{ begin, queries }] = useState(() => {
    const consumedLinks = new Set<unknown>()
    return {
      queries: {},
      begin: (sessionKey: PortalProviderCommonProps['sessionKey']): SignedIn => ({
        sessionKey,
        session: createPortalSession({
          config: () => config.current,
          isSignedIn: sessionKey !== null,
          consumedLinks,
        }),
      }),
    }
  })
  const [signedIn, setSignedIn] = useState(() => begin(sessionKey))
  // During render: an effect would let React render the parts below once more with the last user's session.
  if (!Object.is(signedIn.sessionKey, sessionKey)) setSignedIn(begin(sessionKey))

  const { session } = signedIn
  useBrowserLayoutEffect(() => session.start(), [session])
  useEffect(() => (keepAlive ? keepFrames(session) : undefined), [session, keepAlive])

  const tag = locale ? negotiateLocale(locale) : undefined
  const wire = useStable({ ...options, locale: options?.locale ?? tag })
  const value = useMemo(
    () => ({
      session,
      options: wire,
      queries,
      setOutlet: (outlet: ReactElement) => setSignedIn((now) => ({ ...now, outlet })),
      clear() {
        session.end()
        setSignedIn((now) => begin(now.sessionKey))
      },
    }),
    [session, wire, queries, begin],
  )
  const { locale: language } = wire
  // Before the first dialog: otherwise its title appears in English and then changes.
  useEffect(() => void fetchWords(language), [language])
  return (
    <PortalContext.Provider value={value}>
      <WordsContext.Provider value={messages}>
        {children}
        {signedIn.outlet}
      </WordsContext.Provider>
    </PortalContext.Provider>
  )
}

/** Returns the same object while its value is equal: `options={{ … }}` is a new object at each render. */
function useStable<Value>(value: Value): Value {
  const [stable, setStable] = useState(value)
  if (stable === value || JSON.stringify(stable) === JSON.stringify(value)) return stable
  setStable(value)
  return value
}

/** Gives the session a frame cache. Its code is loaded on demand, and is there before the first frame has loaded. */
function keepFrames(session: PortalSession): () => void {
  let isWanted = true
  const load = async () => {
    const { createFrameCache } = await import('../frames/createFrameCache')
    if (isWanted) session.frameCache = createFrameCache(FRAME_LIMITS)
  }
  // Without the cache, a frame reloads when its part mounts again.
  load().catch(() => {})
  return () => {
    isWanted = false
    session.frameCache?.clear()
    session.frameCache = undefined
  }
}

let steps: Promise<{ explainTransition: typeof explainTransition }> | undefined

/** Prints a step. All steps wait for one import, so that they are printed in their order. */
function explainStep(...step: [from: string, event: string, to: string]): void {
  steps ??= import('../client/explainTransition')
  steps.then(
    ({ explainTransition }) => explainTransition(...step),
    () => {},
  )
}

async function explain(event: PortalEvent): Promise<void> {
  const { explainEvent } = await import('../client/explainEvent')
  explainEvent(event)
}
