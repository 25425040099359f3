import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { PortalClient } from '../client/createPortalClient'
import { PortalProvider, type PortalProviderProps } from '../components/PortalProvider'
import { usePortalContext } from '../hooks/PortalContext'
import { useBrowserLayoutEffect } from '../hooks/useLatest'
import type { PortalSession } from '../portal/createPortalSession'
import type { TestProviderProps } from './TestPortal'

/** What a test's provider is made with. */
export interface TestProviderOptions {
  client: PortalClient
  portalOrigins: readonly string[]
  /** Told of each session below the provider. The returned function says that it has gone. */
  join: (session: PortalSession) => () => void
}

const WithClient = createContext<PortalClient | null>(null)

/** Makes the `Provider` of one test portal. */
export function createTestProvider({
  client,
  portalOrigins,
  join,
}: TestProviderOptions): ComponentType<TestProviderProps> {
  function Session(): ReactNode {
    const { session } = usePortalContext()
    useBrowserLayoutEffect(() => join(session), [session])
    return null
  }

  return function Provider({ children, ...props }) {
    const problem = providerProblem(props, client, useContext(WithClient))
    if (problem) throw new Error(problem)
    const rest: Omit<PortalProviderProps, 'client' | 'endpoint' | 'headers' | 'credentials'> = props
    return (
      <WithClient.Provider value={client}>
        <PortalProvider portalOrigins={portalOrigins} {...rest} client={client} probe={false}>
          <Session />
          {children}
        </PortalProvider>
      </WithClient.Provider>
    )
  }
}

function providerProblem(
  props: object,
  client: PortalClient,
  above: PortalClient | null,
): string | undefined {
  const other = ['client', 'endpoint', 'headers', 'credentials'].find((name) => name in props)
  if (other) {
    return `The Provider of createTestPortal() was given \`${other}\`. Its backend is the test portal, so nothing would use \`${other}\`. Leave it out, or render PortalProvider with a client of your own.`
  }
  if (above && above !== client) {
    return 'The Provider of one createTestPortal() is inside the Provider of another, so the outer test portal would receive nothing. Render one of them, or put them side by side.'
  }
  return undefined
}
