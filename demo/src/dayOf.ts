const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** A moment's day as a front desk says it, such as `Mon, 2 Mar`. */
export function dayOf(moment: string): string {
  return DAY.format(new Date(moment))
}
