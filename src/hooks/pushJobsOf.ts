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

/** The pushes of one session, by id. */
export interface PushJobs {
  read: (id: string) => PushJobState
  subscribe: (listener: () => void) => () => void
  start: (id: string, data: PushInput, options: PushStartOptions) => void
  pause: (id: string) => void
  resume: (id: string) => void
  cancel: (id: string) => void
}

interface Job {
  state: PushJobState
  ending: AbortController
  /** Undefined until the engine is loaded. */
  control?: PushControl
  /** Whether it was paused before that. */
  isHeld: boolean
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
const stores = new WeakMap<PortalSession, PushJobs>()

/** Gives the pushes of a session. They outlive the components that show them, and end with the session. */
export function pushJobsOf(session: PortalSession): PushJobs {
  const jobs = stores.get(session) ?? createPushJobs(session)
  stores.set(session, jobs)
  return jobs
}

function createPushJobs(session: PortalSession): PushJobs {
  const jobs = new Map<string, Job>()
  const listeners = new Set<() => void>()

  function tell(): void {
    if ([...jobs.values()].some(({ state }) => state.isPushing)) addEventListener('beforeunload', keepPage)
    else removeEventListener('beforeunload', keepPage)
    for (const listener of listeners) listener()
  }

  /** Changes a job's state, unless another one has taken its place or the session has ended. */
  function change(id: string, job: Job, state: Partial<PushJobState>): void {
    if (jobs.get(id) !== job) return
    job.state = { ...job.state, ...state }
    tell()
  }

  async function run(id: string, job: Job, data: PushInput, options: PushStartOptions): Promise<void> {
    const began = performance.now()
    try {
      const [{ runPush }, { createPushControl }] = await loadEngine()
      const control = createPushControl()
      job.control = control
      if (job.isHeld) control.pause()
      const result = await runPush(
        backendOf(session),
        data,
        {
          ...options,
          control,
          signal: job.ending.signal,
          onProgress: (progress) => change(id, job, { progress }),
        },
        PORTAL_ERRORS,
      )
      change(id, job, { result, isPushing: false })
      if (!result.stopped) session.config().onEvent?.({ type: 'push', duration: performance.now() - began })
    } catch (thrown) {
      const error =
        thrown instanceof TypeError ? new PortalError('invalid_input', thrown.message) : toPortalError(thrown)
      const { progress } = job.state
      change(id, job, { error, isPushing: false, progress: progress === BEGINNING ? undefined : progress })
    }
  }

  session.join({
    end() {
      // Empty the map first, so that late progress of the engine reaches no component.
      const ended = [...jobs.values()]
      jobs.clear()
      for (const { ending } of ended) ending.abort()
      tell()
    },
  })

  return {
    read: (id) => jobs.get(id)?.state ?? IDLE,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(id, data, options) {
      // A host may call this after the session has ended.
      if (session.signal.aborted || jobs.get(id)?.state.isPushing) return
      const job: Job = {
        state: { ...IDLE, progress: BEGINNING, isPushing: true },
        ending: new AbortController(),
        isHeld: false,
      }
      if (!session.isSignedIn) job.state = { ...IDLE, error: new PortalError('unauthorized') }
      jobs.set(id, job)
      tell()
      if (session.isSignedIn) void run(id, job, data, options)
    },
    pause(id) {
      const job = jobs.get(id)
      if (!job?.state.isPushing) return
      job.isHeld = true
      job.control?.pause()
    },
    resume(id) {
      const job = jobs.get(id)
      if (!job?.state.isPushing) return
      job.isHeld = false
      job.control?.resume()
    },
    cancel: (id) => jobs.get(id)?.ending.abort(),
  }
}

/** Lets the browser ask before it leaves the page. */
function keepPage(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** Read at each request: a host may have given other headers since. */
function backendOf(session: PortalSession): PushClient {
  const { pushData } = session.config().client
  return {
    pushData:
      pushData &&
      ((body, call) => session.config().client.pushData?.(body, call) ?? Promise.resolve({ ok: false })),
  }
}

async function loadEngine() {
  try {
    return await Promise.all([import('../push/runPush'), import('../push/createPushControl')])
  } catch {
    throw new PortalError(
      'proxy_unreachable',
      'The code that pushes records could not be fetched, so nothing was sent. Reload the page.',
    )
  }
}
