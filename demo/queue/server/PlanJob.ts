/** Asks a worker to plan one phase of one customer's records. */
export interface PlanJob {
  /** A UUID made of the rest. So the same plan is in the queue once. */
  id: string
  run: string
  customer_key: string
  /** The place of the phase in `PUSH_PHASES`. */
  phase: number
}
