import * as z from 'zod/mini'

/** A date and time in the vendor's form: `2026-03-01T15:00:00Z`. It has seconds, and `Z` or an offset. */
export const DateTime = z
  .string()
  .check(z.refine(isDateTime, { error: 'Expected a date and time such as 2026-03-01T15:00:00Z' }))

// Digit by digit and without a regular expression: a push checks two of these for each of a hundred thousand records.
function isDateTime(text: string): boolean {
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':')
    return false
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  // Anything but a digit makes a number that is no number, and fails every comparison.
  const isReal =
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= lastDay(year, month)) &&
    twoDigits(text, 11) <= 23 &&
    twoDigits(text, 14) <= 59 &&
    twoDigits(text, 17) <= 59
  return isReal && isZone(text, endOfFraction(text))
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : NaN
}

function endOfFraction(text: string): number {
  if (text[19] !== '.') return 19
  let end = 20
  while (digit(text, end) >= 0) end += 1
  // A point needs digits after it.
  return end > 20 ? end : -1
}

function isZone(text: string, at: number): boolean {
  if (at < 0) return false
  if (text[at] === 'Z') return text.length === at + 1
  return (
    (text[at] === '+' || text[at] === '-') &&
    text[at + 3] === ':' &&
    text.length === at + 6 &&
    twoDigits(text, at + 1) <= 23 &&
    twoDigits(text, at + 4) <= 59
  )
}

/** Day 0 of the next month is the last day of this month. Date reads a year below 100 as 19xx, hence the 2000. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
