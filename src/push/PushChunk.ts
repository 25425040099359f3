import type { PushDataRequest } from '../schemas/CustomerData'

/** One request of a plan: records of one customer, in dependency order. */
export interface PushChunk {
  /** Derived from the content: the same records give the same id. A queue can use it to leave out doubles. */
  id: string
  /** How many records it holds. */
  records: number
  /** How long its body is as JSON in UTF-8. */
  bytes: number
  /** The body to send. It needs nothing of the other chunks, and sending it twice changes nothing. */
  body: PushDataRequest
}
