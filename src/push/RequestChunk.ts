/** One record of a request: where it stands in the data. */
export interface RequestEntry {
  /** How many records of the data come before those that this one stands for. */
  from: number
  /** How many records of the data end with this one. */
  to: number
  /** The fingerprint of everything before `to`. */
  after: number
}

/** A request with what a run has to know of it. */
export interface RequestChunk<Entry extends RequestEntry> {
  /** How many records it holds. */
  records: number
  /** How long its body is as JSON in UTF-8. */
  bytes: number
  /** The body to send. */
  body: object
  /** Its records, in the order of the body. */
  entries: Entry[]
  /** Whose records they are. Requests of different customers do not wait for each other. */
  owner: string
  /** The first and the last phase its records are of. A request waits for all earlier phases of its owner. */
  phases: [first: number, last: number]
}
