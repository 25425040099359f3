import type { CheckId } from './CHECKS'

/** What one check found. */
export interface Finding {
  id: CheckId
  /** `fail`: it breaks, or it is not safe. `warn`: it works, and has a cost. `skip`: it could not be checked. */
  status: 'pass' | 'fail' | 'warn' | 'skip'
  /** What was seen, or why the check was skipped. It holds no link, cookie or key. */
  detail: string
  /** What to change, and the page of the docs. `null` when there is nothing to change. */
  fix: string | null
}

/** A finding before it has its id. */
export type Verdict = Omit<Finding, 'id'>

export function pass(detail: string): Verdict {
  return { status: 'pass', detail, fix: null }
}

export function skip(detail: string): Verdict {
  return { status: 'skip', detail, fix: null }
}

export function warn(detail: string, fix: string): Verdict {
  return { status: 'warn', detail, fix }
}

export function fail(detail: string, fix: string): Verdict {
  return { status: 'fail', detail, fix }
}
