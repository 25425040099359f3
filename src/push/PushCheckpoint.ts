/** A run of records that the vendor has acknowledged, by their places in the whole of the data. */
export interface AcknowledgedRun {
  /** How many records come before the run. */
  from: number
  /** How many records end with it. */
  to: number
  /** A fingerprint of all records that end with it. */
  after: number
}

/**
 * How far a push or a deletion has come: plain JSON without personal data, to be kept wherever the host likes. A later
 * call with the same data continues from there. It holds places and fingerprints, no keys and no records.
 */
export interface PushCheckpoint {
  /** Which form of checkpoint this is. It changes when fingerprints are made in another way. */
  version: 2
  acknowledged: AcknowledgedRun[]
}
