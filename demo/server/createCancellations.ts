/** The reservations that the dashboard has cancelled. In a real product, this is a column of a database. */
export interface Cancellations {
  add: (code: string) => void
  has: (code: string) => boolean
}

/** Keeps cancellations in memory: the demo's reservations begin anew with each start. */
export function createCancellations(): Cancellations {
  const codes = new Set<string>()
  return { add: (code) => void codes.add(code), has: (code) => codes.has(code) }
}
