import type { ClientBase } from 'pg'

/** What runs a statement: a pool, or one connection inside a transaction. */
export type Db = Pick<ClientBase, 'query'>

/** What came of a job. */
export interface Outcome {
  /** Writes it down. It has to be safe to run twice, or to run in the transaction that acknowledges the job. */
  write: (db: Db) => Promise<unknown>
  /** Why the job did not succeed. Without it, the job is done. */
  failure?: Failure | undefined
}

/** Why a job did not succeed. */
export interface Failure {
  /** The reason. It stays with the job in the dead-letter queue. It quotes no record. */
  message: string
  /** Details for the dead-letter queue. */
  details?: unknown
  /** Whether another attempt is useless. The job then goes to the dead-letter queue at once. */
  isFinal?: boolean
}

/** How to work on a queue. */
export interface WorkOptions {
  /** How many jobs this process works on at once. */
  inFlight: number
  /** Ends the work. Jobs in hand are finished first. */
  signal: AbortSignal
  /** Asked before each job is taken. @default always */
  mayTake?: (() => Promise<boolean>) | undefined
}

/** A queue of any engine. Each job may be worked on more than once, and none is lost. */
export interface JobQueue<Job extends { id: string }> {
  /** Puts a job in the queue. A job whose id was there already is left out. */
  send: (job: Job, db?: Db) => Promise<void>
  /** Works on jobs until the signal aborts. `failure` is why a job came to the dead-letter queue. */
  work: (
    handler: (job: Job, failure: Failure | undefined) => Promise<Outcome>,
    options: WorkOptions,
  ) => Promise<void>
}
