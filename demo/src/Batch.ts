import type { FileFinding } from '../../src/files/index'
import type { Finding } from '../../src/push/index'
import type { CustomerData } from '../../src/schemas/index'

/** What is about to be imported. */
export interface Batch {
  /** Where it comes from, for people. */
  name: string
  data: CustomerData & { reservations: NonNullable<CustomerData['reservations']> }
  /** Rows of the file that are no records. */
  skipped: readonly FileFinding[]
  /** What was found in the records before sending. */
  findings: readonly Finding[]
  /** Whether it was sent, or is being sent. */
  isSent?: boolean
  /** Whether it is a part of a file only: what it does not hold is then not gone. */
  isPart?: boolean
  /** Whether what it no longer holds was deleted. */
  isTidy?: boolean
}
