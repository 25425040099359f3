import type { PushFailure } from '../../push/PushFailure'
import type { PushWords } from './words/PushWords'

/** A failure as it is listed: of a push, of a deletion, or of a job on a server that has kept less of it. */
export type ListedFailure = Pick<PushFailure, 'list' | 'index' | 'key' | 'path' | 'reason' | 'line'> &
  Partial<Pick<PushFailure, 'code'>> & { customer_key?: string | undefined }

/** A failure in words. */
export interface FailureDescription {
  /** What is wrong. */
  wrong: string
  /** What to do. */
  todo: string
  /** The field that is at fault; empty where the whole record is. */
  field: string
  /** What was expected there, in English; empty where that is no matter of the record. */
  detail: string
}

/** The codes that have words of their own. */
const KINDS: Partial<Record<PushFailure['code'], 'Invalid' | 'Forbidden' | 'Large'>> = {
  invalid_input: 'Invalid',
  forbidden: 'Forbidden',
  payload_too_large: 'Large',
}

/** Says what is wrong with a record that was not taken, and what to do. */
export function describeFailure({ code, path, reason }: ListedFailure, words: PushWords): FailureDescription {
  const kind = (code && KINDS[code]) ?? 'Other'
  return {
    wrong: words[`wrong${kind}`],
    todo: words[`do${kind}`],
    field: path.replace(/^\w+\[\d+\]\.?/, ''),
    // What a backend says of its own troubles is for developers. The copied list has it.
    detail: kind === 'Invalid' ? reason : '',
  }
}
