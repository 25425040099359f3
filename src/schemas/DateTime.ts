import * as z from 'zod/mini'

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](\d\d):(\d\d))$/

/** A date and time in the vendor's form: `2026-03-01T15:00:00Z`. It has seconds, and `Z` or an offset. */
export const DateTime = z
  .string()
  .check(z.refine(isDateTime, { error: 'Expected a date and time such as 2026-03-01T15:00:00Z' }))

function isDateTime(value: string): boolean {
  const match = SHAPE.exec(value)
  if (!match) return false
  // Each part has two digits, so comparing text gives the same result as comparing numbers.
  const [, year, month = '', day = '', hour = '', minute = '', second = '', , , hours = '', minutes = ''] =
    match
  return (
    month >= '01' &&
    month <= '12' &&
    day >= '01' &&
    (day <= '28' || Number(day) <= lastDay(Number(year), Number(month))) &&
    hour <= '23' &&
    minute <= '59' &&
    second <= '59' &&
    hours <= '23' &&
    minutes <= '59'
  )
}

/** Day 0 of the next month is the last day of this month. Date reads a year below 100 as 19xx, hence the 2000. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
