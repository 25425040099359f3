import type { CustomerData } from '../schemas/CustomerData'
import { createSlicer } from './createSlicer'
import type { Finding } from './Finding'
import { findIn } from './findIn'
import { PushClock } from './PushClock'

/**
 * Looks for what the vendor accepts and then ignores or misreads: keys used twice, references to nothing, e-mail
 * addresses of two people, stays that end before they start, local times, and more. It says what it finds and changes
 * nothing. What a schema refuses is not here; a push reports that.
 *
 * @example
 * const errors = checkCustomerData(data).filter(({ severity }) => severity === 'error')
 */
export function checkCustomerData(data: CustomerData): Finding[] {
  const findings: Finding[] = []
  const steps = findIn(data, findings)
  while (!steps.next().done);
  return findings
}

/**
 * The same as `checkCustomerData`, in slices of at most 5 ms, so that the page still answers clicks.
 * Rejects with the signal's reason when it aborts.
 */
export async function checkInSlices(
  data: CustomerData,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  const slicer = createSlicer(PushClock)
  const steps = findIn(data, findings)
  signal?.throwIfAborted()
  while (!steps.next().done) {
    if (!slicer.isOver()) continue
    await slicer.yield()
    signal?.throwIfAborted()
  }
  return findings
}
