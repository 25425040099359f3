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

/** Says what is wrong with a record that was not taken, and what to do. */
export function describeFailure({ code, path, reason }: ListedFailure, words: PushWords): FailureDescription {
  const field = path.replace(/^\w+\[\d+\]\.?/, '')
  switch (code) {
    case 'invalid_input':
      return { wrong: words.wrongInvalid, todo: words.doInvalid, field, detail: reason }
    case 'forbidden':
      return { wrong: words.wrongForbidden, todo: words.doForbidden, field, detail: '' }
    case 'payload_too_large':
      return { wrong: words.wrongLarge, todo: words.doLarge, field, detail: '' }
    default:
      // What a backend says of its own troubles is for developers. The copied list has it.
      return { wrong: words.wrongOther, todo: words.doOther, field, detail: '' }
  }
}
