import type { Reservation } from '../data/Account'

/** The state of a reservation today. */
export function stateOf({
  arrives,
  leaves,
  cancelled,
}: Reservation): 'Cancelled' | 'Arriving today' | 'Leaving today' | 'In house' | 'Upcoming' {
  if (cancelled) return 'Cancelled'
  const [today, first, last] = [new Date().toISOString(), arrives, leaves].map((moment) =>
    moment.slice(0, 10),
  ) as [string, string, string]
  if (first === today) return 'Arriving today'
  if (last === today) return 'Leaving today'
  return first < today ? 'In house' : 'Upcoming'
}
