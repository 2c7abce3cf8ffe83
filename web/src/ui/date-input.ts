/** Dates and ages as they are typed: verbatim, in signals, and read only when asked. */
import { type Signal, signal } from '@preact/signals'

/** A date as typed, in three parts. */
export interface DateInput {
  readonly day: Signal<string>
  readonly month: Signal<string>
  readonly year: Signal<string>
}

/** The parts of a date that is already known, `YYYY-MM-DD`; empty ones where none is. */
export function dateInput(date?: string): DateInput {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  return { day: signal(day), month: signal(month), year: signal(year) }
}

/** What was typed in either way of saying a birth; switching ways loses neither. */
export interface DateOrAgeInput extends DateInput {
  readonly way: Signal<'date' | 'age'>
  readonly age: Signal<string>
}

export const emptyDateOrAge = (): DateOrAgeInput => ({
  ...dateInput(),
  way: signal<'date' | 'age'>('date'),
  age: signal(''),
})

/** A whole calendar date, `YYYY-MM-DD`; `empty` where nothing was typed, `wrong` where there is no such day. */
export function readDate({ day, month, year }: DateInput): string | 'empty' | 'wrong' {
  if (`${day.value}${month.value}${year.value}` === '') return 'empty'
  const typed = [year.value, month.value.padStart(2, '0'), day.value.padStart(2, '0')].join('-')
  const date = new Date(`${typed}T00:00:00Z`)
  const exists = /^\d{4}-/.test(typed) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed)
  return exists ? typed : 'wrong'
}
