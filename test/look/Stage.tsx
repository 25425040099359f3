import type { ReactElement, ReactNode } from 'react'
import {
  type PortalBackend,
  PortalError,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  type PortalProviderProps,
} from '../../src/index'
import { codeOf, isAgain, LAUNCHERS, STATES, type StateName } from './STATES'

/** Addresses of two portals: one whose page comes, and one whose page never does. */
export interface Pages {
  comes: string
  hangs: string
}

/** What every stage is told. */
export interface StageProps {
  pages: Pages
  /** What the provider is told beside its backend. */
  provider?: Partial<Pick<PortalProviderProps, 'locale' | 'messages' | 'options'>>
}

const never = () => new Promise<never>(() => {})

/** How long a link works that ends on screen, in milliseconds. */
const SHORT = 5000

/** A backend that leads a portal into one state, once the clock has gone on by more than eight seconds. */
export function backendOf(state: StateName, pages: Pages): PortalBackend {
  const code = codeOf(state)
  let calls = 0
  return {
    async createPortal() {
      calls += 1
      if (state === 'creating' || (isAgain(state) && calls > 1)) return never()
      if (code) {
        const more = { requestId: '7F3K-92QD', retryAfter: code === 'rate_limited' ? 20 : undefined }
        throw new PortalError(code, undefined, more)
      }
      const ends = state === 'expired' || state === 'reloading' ? SHORT : 3_600_000
      return {
        url: state === 'slow' ? pages.hangs : pages.comes,
        created_at: new Date().toISOString(),
        expires_at: new Date(Date.now() + ends).toISOString(),
      }
    },
  }
}

/** The provider of one state. */
export function StateProvider({
  state,
  pages,
  provider,
  children,
}: StageProps & { state: StateName; children: ReactNode }): ReactElement {
  return (
    <PortalProvider
      client={backendOf(state, pages)}
      portalOrigins={[new URL(pages.comes).origin]}
      probe={false}
      {...(provider as object)}
    >
      {children}
    </PortalProvider>
  )
}

/** A portal on the page in one state. */
export function InlineStage({ state, ...props }: StageProps & { state: StateName }): ReactElement {
  return (
    <div data-state={state}>
      <StateProvider state={state} {...props}>
        <PortalFrame />
      </StateProvider>
    </div>
  )
}

/** Portals on the page, in each state there is. */
export function InlineStages(props: StageProps): ReactElement {
  return (
    <>
      {STATES.map((state) => (
        <InlineStage key={state} state={state} {...props} />
      ))}
    </>
  )
}

/** A dialog or a drawer over the page, in one state. */
export function DialogStage({
  state,
  presentation,
  ...props
}: StageProps & { state: StateName; presentation: 'dialog' | 'drawer' }): ReactElement {
  return (
    <div data-state={state} data-over="">
      <StateProvider state={state} {...props}>
        <PortalLauncher presentation={presentation} defaultOpen warm="off" />
      </StateProvider>
    </div>
  )
}

/** A button in each state there is; those of a tab are pressed by whoever shows them. */
export function LauncherStages(props: StageProps): ReactElement {
  return (
    <>
      {LAUNCHERS.map((name) => (
        <div key={name} data-launcher={name}>
          <StateProvider state="creating" {...props}>
            <PortalLauncher
              presentation={name === 'tab' || name === 'busy' || name === 'blocked' ? 'tab' : 'dialog'}
              disabled={name === 'disabled'}
              warm="off"
              {...(name === 'outline' && { 'data-variant': 'outline' })}
            />
          </StateProvider>
        </div>
      ))}
    </>
  )
}
