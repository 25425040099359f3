import { PortalError, toPortalError } from '../client/PortalError'
import type { PortalSession } from '../portal/createPortalSession'
import type { PushControl } from '../push/createPushControl'
import type { PushClient, PushOptions } from '../push/PushOptions'
import type { PushProgressState } from '../push/PushProgressState'
import type { PushResult } from '../push/PushResult'
import type { PushInput } from '../push/PushSource'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'

/** How to push: the options of `pushData`, without those that the hook sets itself. */
export type PushStartOptions = Omit<PushOptions, 'onProgress' | 'signal' | 'control' | 'clock'>

/** How one push stands. */
export interface PushJobState {
  /** How far it is; undefined before the first one has started. */
  progress: PushProgressState | undefined
  /** What became of every record, once it has ended. */
  result: PushResult | undefined
  /** Why nothing was sent, when it could not start. */
  error: PortalError | undefined
  /** Whether the push has started and not ended; also while it is paused or waits. */
  isPushing: boolean
}

/** The functions that control a push. They stay the same between renders. */
export interface PushControls {
  /**
   * Starts the push. While it runs, another call changes nothing. After its end a call starts a new push; with a
   * `checkpoint` it omits what was sent.
   */
  start: (data: PushInput, options?: PushStartOptions) => void
  /** Sends no new request until `resume`. Requests in flight finish. */
  pause: () => void
  /** Continues after `pause`, or after the push paused itself: the user was signed out, or nothing answered. */
  resume: () => void
  /** Ends the push. The result says what was sent, and its checkpoint where a later push continues. */
  cancel: () => void
}

/** One push of a session, for all components that show it. */
export interface PushJobStore {
  read: () => PushJobState
  subscribe: (listener: () => void) => () => void
  controls: PushControls
}

/** The state of a push that was never started. */
export const IDLE: PushJobState = {
  progress: undefined,
  result: undefined,
  error: undefined,
  isPushing: false,
}

const BEGINNING: PushProgressState = { state: 'running', done: 0, failed: 0, bytes: 0, perSecond: 0 }

// By session, so that nothing outlives its user; here and not in the session, so that only this hook loads it.
const stores = new WeakMap<PortalSession, Map<string, PushJobStore>>()

/** Gives a push of a session by its id. It outlives the components that show it, and ends with the session. */
export function pushJobOf(session: PortalSession, id: string): PushJobStore {
  const jobs = stores.get(session) ?? new Map<string, PushJobStore>()
  stores.set(session, jobs)
  const job = jobs.get(id) ?? createPushJob(session)
  jobs.set(id, job)
  return job
}

function createPushJob(session: PortalSession): PushJobStore {
  const listeners = new Set<() => void>()
  let state = IDLE
  /** Ends the push that was started last. Undefined once its session has ended. */
  let ending: AbortController | undefined
  /** Undefined until the engine is loaded. */
  let control: PushControl | undefined
  /** Whether it was paused before that. */
  let isHeld = false
  // Lets the browser ask before it leaves the page. Each job has a listener of its own, and removes no other's.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const keepPage = (event: BeforeUnloadEvent) => event.preventDefault()

  function change(next: PushJobState): void {
    state = next
    if (state.isPushing) addEventListener('beforeunload', keepPage)
    else removeEventListener('beforeunload', keepPage)
    for (const listener of listeners) listener()
  }

  async function push(own: AbortController, data: PushInput, options: PushStartOptions): Promise<void> {
    const began = performance.now()
    const tell = (news: Partial<PushJobState>) => {
      // Late news reach no component of the next user.
      if (ending === own) change({ ...state, ...news })
    }
    try {
      const { runPush, createPushControl } = await loadEngine()
      if (ending !== own) return
      control = createPushControl()
      if (isHeld) control.pause()
      const result = await runPush(
        backendOf(session),
        data,
        { ...options, control, signal: own.signal, onProgress: (progress) => tell({ progress }) },
        PORTAL_ERRORS,
      )
      tell({ result, isPushing: false })
      if (!result.stopped) session.config().onEvent?.({ type: 'push', duration: performance.now() - began })
    } catch (thrown) {
      const error =
        thrown instanceof TypeError ? new PortalError('invalid_input', thrown.message) : toPortalError(thrown)
      const { progress } = state
      tell({ error, isPushing: false, progress: progress === BEGINNING ? undefined : progress })
    }
  }

  session.join({
    end() {
      const ended = ending
      ending = undefined
      ended?.abort()
      change(IDLE)
    },
  })

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    controls: {
      start(data, options = {}) {
        // A host may call this after the session has ended.
        if (session.signal.aborted || state.isPushing) return
        if (!session.isSignedIn) {
          change({ ...IDLE, error: new PortalError('unauthorized') })
          return
        }
        ending = new AbortController()
        control = undefined
        isHeld = false
        change({ ...IDLE, progress: BEGINNING, isPushing: true })
        void push(ending, data, options)
      },
      pause() {
        isHeld = true
        control?.pause()
      },
      resume() {
        isHeld = false
        control?.resume()
      },
      cancel: () => ending?.abort(),
    },
  }
}

/** Read at each request: a host may have given other headers since, or a client that cannot push. */
function backendOf(session: PortalSession): PushClient {
  const client = () => session.config().client
  return {
    pushData:
      client().pushData &&
      // The engine takes no answer for a yes.
      ((body, call) => client().pushData?.(body, call) ?? Promise.resolve({ ok: false })),
  }
}

async function loadEngine() {
  try {
    return await import('../push/runPush')
  } catch {
    throw new PortalError(
      'proxy_unreachable',
      'Its code could not be fetched, so nothing was sent. Reload the page.',
    )
  }
}
