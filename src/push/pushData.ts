import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import type { PushClient, PushOptions } from './PushOptions'
import type { PushResult } from './PushResult'
import type { PushInput } from './PushSource'
import { runPush } from './runPush'

/**
 * Sends any number of records, of one customer or of many: checked one by one, in requests of a few hundred, in the
 * order the vendor needs. It resolves with what became of every record, also when it was stopped or paused; it rejects
 * with a TypeError only for options and data it cannot work with.
 *
 * @example
 * const result = await pushData(createPortalClient(), { customer_key: 'harbour', reservations })
 */
export function pushData(
  client: PushClient,
  data: PushInput,
  options: PushOptions = {},
): Promise<PushResult> {
  return runPush(client, data, options, PORTAL_ERRORS)
}
