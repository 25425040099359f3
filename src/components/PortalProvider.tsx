'use client'

import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react'
import {
  type CreatePortalInput,
  createPortalClient,
  type PortalClientOptions,
} from '../client/createPortalClient'
import { FRAME_LIMITS } from '../frames/FRAME_LIMITS'
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
  /** The only origins a portal may be on. @default ['https://partner-ui.seam.vc', 'https://se.am'] */
  portalOrigins?: readonly string[] | undefined
  /** Wire options for everything below; a part's own props win. */
  options?: CreatePortalInput | undefined
  /** The language of everything below: any BCP 47 tag, brought to the nearest of the portal's ten, or `auto`. */
  locale?: string | undefined
  /** Words of your own in place of ours. */
  messages?: WordsOverride | undefined
  /** Keeps up to two frames while no part shows them, so that coming back to a route reloads nothing. @default false */
  keepAlive?: boolean | undefined
  /** Whether the library may ask a loaded portal's origin if it answers; the portal's address is not sent. @default true */
  probe?: boolean | undefined
  /**
   * What the portal may use of the browser beside `clipboard-write` and `fullscreen`, in the words of an iframe's `allow`:
   * `camera; geolocation`. `*` is refused. A new value counts for the next frame.
   */
  allow?: string | undefined
  /**
   * Prints each error once with what it means and what to do, and each step of every portal's states. For development.
   * @default false
   */
  debug?: boolean | undefined
  /** Told of everything that happens. It is never given an address, a token or a key. */
  onEvent?: ((event: PortalEvent) => void) | undefined
  /**
   * Who is signed in. A change ends every link and frame before the next paint. `null` means signed out: nothing runs.
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

/** What lives as long as one user is signed in. */
interface SignedIn {
  sessionKey: PortalProviderCommonProps['sessionKey']
  session: PortalSession
  /** What `useOpenPortal` has opened. */
  outlet?: ReactElement
}

/** An endpoint or a client, never both. */
export type PortalProviderProps = PortalProviderCommonProps & (WithEndpoint | WithClient)

/**
 * Gives every portal below it a backend, a language and a session. Renders nothing of its own, and leaves the host's
 * QueryClient alone.
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
        // A host's analytics may fail. The page hears of it, and the portal goes on.
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
  // During render, so that nothing below is ever drawn with the session of the user before.
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

/** The same object as long as its value is the same: a host writes `options={{ … }}` anew at each render. */
function useStable<Value>(value: Value): Value {
  const [stable, setStable] = useState(value)
  if (stable === value || JSON.stringify(stable) === JSON.stringify(value)) return stable
  setStable(value)
  return value
}

/** Gives the session a cache for loaded frames. Loaded on demand, long before the first frame has loaded. */
function keepFrames(session: PortalSession): () => void {
  let isWanted = true
  const load = async () => {
    const { createFrameCache } = await import('../frames/createFrameCache')
    if (isWanted) session.frameCache = createFrameCache(FRAME_LIMITS)
  }
  // Without the cache, a frame that comes back loads again.
  load().catch(() => {})
  return () => {
    isWanted = false
    session.frameCache?.clear()
    session.frameCache = undefined
  }
}

async function explainStep(...step: [from: string, event: string, to: string]): Promise<void> {
  const { explainTransition } = await import('../client/explainTransition')
  explainTransition(...step)
}

async function explain(event: PortalEvent): Promise<void> {
  const { explainEvent } = await import('../client/explainEvent')
  explainEvent(event)
}
