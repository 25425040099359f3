import type { Failure } from './JobQueue'

/** Finds a failure: a final one is in the job, pg-boss keeps others in the output, and wraps its own in `value`. */
export function failureIn(holder: unknown): Failure | undefined {
  const said = holder as (Partial<Failure> & { failure?: Failure; value?: Failure }) | null
  return said?.failure ?? said?.value ?? (said?.message ? (said as Failure) : undefined)
}
