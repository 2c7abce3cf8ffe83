/** When a schedule expression of AWS is due next. Pure: the present is an argument. */

const unitMilliseconds: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
/** A cron expression that is not due within this many minutes (four years and a day) is due never. */
const searchedMinutes = (4 * 365 + 2) * 24 * 60

interface LocalTime {
  readonly minute: number
  readonly hour: number
  readonly day: number
  readonly month: number
  readonly year: number
  /** 1 is Sunday. */
  readonly weekday: number
}

/** Reads `*`, `?`, lists, ranges, steps and names of one field. */
function matchesField(field: string, value: number, first: number, names: readonly string[] = []): boolean {
  const numberOf = (text: string): number => {
    const place = names.indexOf(text.toUpperCase())
    return place < 0 ? Number(text) : place + 1
  }
  return field.split(',').some(part => {
    const [range = '', step = '1'] = part.split('/')
    if (range === '*' || range === '?') return (value - first) % Number(step) === 0
    const [from = '', to] = range.split('-')
    const last = to === undefined ? (part.includes('/') ? Number.POSITIVE_INFINITY : numberOf(from)) : numberOf(to)
    return value >= numberOf(from) && value <= last && (value - numberOf(from)) % Number(step) === 0
  })
}

function clock(timezone: string): (instant: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  return instant => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (
      ['year', 'month', 'day', 'hour', 'minute'] as const
    ).map(type => parts.get(type))
    return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1 }
  }
}

function nextCron(fields: readonly string[], timezone: string, after: number): number | undefined {
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', years = '*'] = fields
  const read = clock(timezone)
  const minute = unitMilliseconds['minute'] ?? 0
  let instant = (Math.floor(after / minute) + 1) * minute
  for (let looked = 0; looked < searchedMinutes; ) {
    const now = read(instant)
    const dayFits =
      matchesField(years, now.year, 1970) &&
      matchesField(months, now.month, 1, monthNames) &&
      matchesField(days, now.day, 1) &&
      matchesField(weekdays, now.weekday, 1, dayNames)
    const skip = dayFits ? (matchesField(hours, now.hour, 0) ? 1 : 60 - now.minute) : (24 - now.hour) * 60 - now.minute
    if (dayFits && matchesField(hours, now.hour, 0) && matchesField(minutes, now.minute, 0)) return instant
    instant += skip * minute
    looked += skip
  }
  return undefined
}

/** Milliseconds since 1970; undefined where the schedule never runs again. Faults on an expression it can't read. */
export function nextRun(expression: string, timezone: string, after: number): number | undefined {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? []
  if (kind === 'rate') {
    const [, count, unit = ''] = /^(\d+)\s+(\w+?)s?$/.exec(argument) ?? []
    const milliseconds = Number(count) * (unitMilliseconds[unit] ?? Number.NaN)
    if (milliseconds > 0) return after + milliseconds
  }
  if (kind === 'cron' && argument.trim().split(/\s+/).length >= 5)
    return nextCron(argument.trim().split(/\s+/), timezone, after)
  if (kind === 'at') {
    const read = clock(timezone)
    const written = Date.parse(`${argument}Z`)
    const { year, month, day, hour, minute } = read(written)
    const due = written - (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(written / 60_000) * 60_000)
    return due > after ? due : undefined
  }
  throw new Error(`the local host cannot read the schedule ${expression}`)
}
