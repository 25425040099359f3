'use client'

import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react'
import {
  type CreatePortalInput,
  createPortalClient,
  type PortalClientOptions,
} from '../client/createPortalClient'
import { createPark } from '../frames/createPark'
import { createPortalSession } from '../hooks/createPortalSession'
import type { PortalSession } from '../hooks/PortalSession'
import type { PortalBackend, PortalEvent } from '../hooks/PortalConfig'
import { createQueries } from '../hooks/createQueries'
import { PortalContext } from '../hooks/PortalContext'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'
import { useLatest } from '../hooks/useLatest'
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
  /** Words of your own over ours. */
  messages?: WordsOverride | undefined
  /** Keeps up to two frames alive while no part shows them, so that coming back to a route reloads nothing. @default false */
  keepAlive?: boolean | undefined
  /** Whether a loaded portal's origin may be asked, without its address, if it is there at all. @default true */
  probe?: boolean | undefined
  /** Prints each error once with what it means and what to do. For development. @default false */
  debug?: boolean | undefined
  /** Told of everything that happens. It never hears an address, a token or a key. */
  onEvent?: ((event: PortalEvent) => void) | undefined
  /**
   * Who is signed in. A change ends every link and frame before the next paint; `null` means nobody, and nothing runs.
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

/** What lives as long as somebody is signed in. */
interface Held {
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
  const { keepAlive, probe = true, debug, onEvent } = props
  const { client, endpoint, headers, credentials } = props
  const [spent] = useState(() => new Set<unknown>())
  const config = useLatest({
    spent,
    client: client ?? createPortalClient({ endpoint, headers, credentials }),
    portalOrigins,
    probe,
    onEvent(event: PortalEvent) {
      try {
        onEvent?.(event)
      } catch (thrown) {
        // Analytics that fail are the host's to hear of, and keep nobody from a portal.
        reportError(thrown)
      }
      if (debug) void explain(event)
    },
  })
  const [queries] = useState(createQueries)
  const begin = (): Held => ({
    sessionKey,
    session: createPortalSession(queries, () => config.current, sessionKey === null),
  })
  const [held, setHeld] = useState(begin)
  // During render, so that nothing below is ever drawn with the session of somebody who has left.
  if (!Object.is(held.sessionKey, sessionKey)) setHeld(begin)

  const { session } = held
  useBrowserLayoutEffect(() => session.start(), [session])
  useEffect(() => (keepAlive ? openPark(session) : undefined), [session, keepAlive])

  const tag = locale ? negotiateLocale(locale) : undefined
  // Compared by value: a host writes `options={{ … }}` anew at each render, and that is no change.
  const wire = JSON.stringify({ ...options, locale: options?.locale ?? tag })
  const value = useMemo(
    () => ({
      session,
      options: JSON.parse(wire) as CreatePortalInput,
      draw: (outlet: ReactElement) => setHeld((now) => ({ ...now, outlet })),
      clear() {
        session.end()
        setHeld(({ sessionKey }) => ({
          sessionKey,
          session: createPortalSession(session.queries, session.config, session.idle),
        }))
      },
    }),
    [session, wire],
  )
  const { locale: language } = value.options
  // Ahead of the first dialog: idle launchers ask for no words, and a title in English would turn into another.
  useEffect(() => void fetchWords(language), [language])
  return (
    <PortalContext.Provider value={value}>
      <WordsContext.Provider value={messages}>
        {children}
        {held.outlet}
      </WordsContext.Provider>
    </PortalContext.Provider>
  )
}

function openPark(session: PortalSession): () => void {
  const park = createPark()
  session.park = park
  return () => {
    session.park = undefined
    park.clear()
  }
}

async function explain(event: PortalEvent): Promise<void> {
  const { explainEvent } = await import('../client/explainEvent')
  explainEvent(event)
}
