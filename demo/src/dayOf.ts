const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** Formats the day of a time, such as `Mon, 2 Mar`. */
export function dayOf(moment: string): string {
  return DAY.format(new Date(moment))
}
