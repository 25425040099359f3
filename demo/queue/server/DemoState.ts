import type { PushFailure, PushProgressState } from '../../../src/push/index'
import type { DeadLetter } from './readProgress'

/** What the page shows, sent to the browser twice a second. */
export interface DemoState {
  /** The run on screen; undefined before the first. */
  run: DemoRun | undefined
  workers: DemoWorker[]
  /** How many customers a sync has. */
  customers: number
  /** How many requests all workers together may send in a second. */
  perSecond: number
}

/** A run on the page. */
export interface DemoRun {
  id: string
  progress: PushProgressState
  failures: PushFailure[]
  dead: DeadLetter[]
}

/** A worker process. */
export interface DemoWorker {
  /** Its number, from 1. It stays when the process is replaced. */
  number: number
  pid: number | undefined
  /** How many chunks all processes of this number have sent. */
  chunks: number
  state: 'working' | 'killed' | 'starting'
}
