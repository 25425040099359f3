/** What a cell's time may be read with. */
export interface TimeRules {
  timeZone: string | undefined
  dateOrder: 'day-first' | 'month-first' | undefined
  timeOfDay: string | undefined
}

/** A time in UTC, or what is wrong with it and what to do. */
export type TimeOrFault = { time: string } | { sentence: string; remedy: string }

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?[T ](.+))?$/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?$/i
const ZONED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})$/i
/** A spreadsheet counts days from 1899-12-30. Below 20,000 it is hardly a date, above 80,000 neither. */
const SERIAL = /^\d{5}(?:\.\d+)?$/

/** Reads a time as a person or a spreadsheet wrote it. It guesses nothing that could move a time by hours or days. */
export function readTime(cell: string, rules: TimeRules): TimeOrFault {
  const zoned = ZONED.exec(cell)
  if (zoned) {
    const [, date = '', clock = '', zone = ''] = zoned
    const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
    const time = new Date(`${date}T${clock}${offset}`)
    // A day such as 30 February rolls over; then the date reads differently.
    const isReal =
      !isNaN(+new Date(`${date}T00:00Z`)) && new Date(`${date}T00:00Z`).toISOString().startsWith(date)
    return isNaN(+time) || !isReal ? NO_TIME : { time: format(time) }
  }
  const local = readLocal(cell, rules)
  if ('sentence' in local) return local
  if (!rules.timeZone) {
    return {
      sentence: `This time names no time zone, so it could be any of a day's ${SERIAL.test(cell) ? 'hours, and it is a spreadsheet’s number' : 'hours'}.`,
      remedy:
        'Give `timeZone` in the mapping, such as Europe/Lisbon, or write times as 2026-03-01T15:00:00Z.',
    }
  }
  return toUtc(local.wall, rules.timeZone)
}

const NO_TIME = {
  sentence: 'This is no date and time.',
  remedy: 'Write it as 2026-03-01T15:00:00Z, or as 2026-03-01 15:00 with `timeZone` in the mapping.',
}

/** Gives the time on the wall, as if it were UTC. */
function readLocal(cell: string, rules: TimeRules): { wall: number } | { sentence: string; remedy: string } {
  if (SERIAL.test(cell)) {
    const days = Number(cell)
    if (days < 20_000 || days > 80_000) return NO_TIME
    const day = Math.floor(days) * DAY + Date.UTC(1899, 11, 30)
    if (!cell.includes('.')) return atTimeOfDay(day, rules)
    // Cells hold fractions of a day, which are never quite whole minutes.
    return { wall: day + Math.round(((days % 1) * DAY) / 1000) * 1000 }
  }
  const iso = ISO.exec(cell)
  const slashed = iso ? null : SLASHED.exec(cell)
  if (!iso && !slashed) return NO_TIME
  if (slashed && !rules.dateOrder) {
    return {
      sentence: 'This date can be read with the day first or with the month first.',
      remedy:
        "Give `dateOrder: 'day-first'` or `'month-first'` in the mapping, or write dates as 2026-03-01.",
    }
  }
  const [, first = '', second = '', third = '', clock] = iso ?? slashed ?? []
  const [year, month, date] = (
    iso
      ? [first, second, third]
      : rules.dateOrder === 'day-first'
        ? [third, second, first]
        : [third, first, second]
  ).map(Number) as [number, number, number]
  const day = Date.UTC(year, month - 1, date)
  const back = new Date(day)
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return NO_TIME
  return clock === undefined ? atTimeOfDay(day, rules) : withClock(day, clock)
}

const DAY = 86_400_000

function atTimeOfDay(day: number, { timeOfDay }: TimeRules): ReturnType<typeof readLocal> {
  if (timeOfDay !== undefined) return withClock(day, timeOfDay)
  return {
    sentence: 'This is a date without a time of day, and midnight would be a guess.',
    remedy: "Give `timeOfDay: '15:00'` for this column in the mapping.",
  }
}

function withClock(day: number, clock: string): ReturnType<typeof readLocal> {
  const [, hours = '', minutes = '', seconds = '0', half] = CLOCK.exec(clock.trim()) ?? []
  let hour = Number(hours)
  if (hours === '' || Number(minutes) > 59 || Number(seconds) > 59) return NO_TIME
  if (half) {
    if (hour < 1 || hour > 12) return NO_TIME
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23) return NO_TIME
  return { wall: day + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 }
}

/** Finds the moment at which a wall clock of the zone shows this time. Twice a year there are two, or none. */
function toUtc(wall: number, timeZone: string): TimeOrFault {
  const candidates = new Set([wall - offsetAt(wall - DAY, timeZone), wall - offsetAt(wall + DAY, timeZone)])
  const moments = [...candidates].filter((moment) => moment + offsetAt(moment, timeZone) === wall)
  const [moment] = moments
  if (moments.length === 1 && moment !== undefined) return { time: format(new Date(moment)) }
  return {
    sentence: `Clocks in ${timeZone} are set ${moments.length === 0 ? 'forward over this time, so it does not exist' : 'back over this time, so it comes twice'}.`,
    remedy: 'Write this one time with its offset, such as 2026-03-29T02:30:00+02:00.',
  }
}

const FORMATS = new Map<string, Intl.DateTimeFormat>()

function offsetAt(moment: number, timeZone: string): number {
  let formatter = FORMATS.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    FORMATS.set(timeZone, formatter)
  }
  const parts = Object.fromEntries(
    formatter.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  )
  const shown = Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
  )
  return shown - Math.floor(moment / 1000) * 1000
}

function format(time: Date): string {
  return time.toISOString().replace(/\.000Z$/, 'Z')
}
