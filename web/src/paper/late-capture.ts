/** What is typed of a paper form beside the form itself, and what is sent of it. */
import { type Signal, signal } from '@preact/signals'
import * as z from 'zod/mini'
import type { LateCapture } from '../../../functions/intake/contract.ts'
import { maseruDate, maseruTime } from '../../../functions/platform/clock.ts'
import { type DateInput, dateInput, readDate } from '../ui/date-input.ts'

export interface LateDraft {
  readonly isLate: Signal<readonly true[]>
  readonly date: DateInput
  /** As it stands on the paper: `14:30`. */
  readonly clock: Signal<string>
  readonly officer: Signal<string>
  readonly witness: Signal<string>
}

export const lateDraft = (): LateDraft => ({
  isLate: signal([]),
  date: dateInput(),
  clock: signal(''),
  officer: signal(''),
  witness: signal(''),
})

/** `9:05`, `09.05` and `0905` are one time; undefined for what is none. */
export function readClock(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})\s*[:.h ]?\s*(\d{2})\s*$/.exec(typed) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

const text = z.catch(z.string(), '')
const unwritten = { isLate: [], day: '', month: '', year: '', clock: '', officer: '', witness: '' }

/** A half-filled one as plain values; what an older version of the form kept has none. */
export const LateValues = z.catch(
  z.object({
    isLate: z.catch(z.array(z.literal(true)), []),
    ...{ day: text, month: text, year: text, clock: text, officer: text, witness: text },
  }),
  unwritten,
)
export type LateValues = z.infer<typeof LateValues>

/** Reads every signal of it. */
export const lateValuesOf = ({ isLate, date, clock, officer, witness }: LateDraft): LateValues => ({
  isLate: [...isLate.value],
  ...{ day: date.day.value, month: date.month.value, year: date.year.value },
  ...{ clock: clock.value, officer: officer.value, witness: witness.value },
})

export const lateDraftOf = ({ isLate, day, month, year, clock, officer, witness }: LateValues): LateDraft => ({
  isLate: signal(isLate),
  date: { day: signal(day), month: signal(month), year: signal(year) },
  ...{ clock: signal(clock), officer: signal(officer), witness: signal(witness) },
})

/** From what was sent back to what was typed. */
export const lateDraftFrom = ({ writtenAt, officer, witness }: LateCapture): LateDraft => ({
  isLate: signal([true]),
  date: dateInput(maseruDate(new Date(writtenAt))),
  clock: signal(maseruTime(new Date(writtenAt))),
  ...{ officer: signal(officer), witness: signal(witness ?? '') },
})

/** The instant of a day and time on Lesotho's clocks. */
const instantOf = (date: string, clock: string): string => new Date(`${date}T${clock}:00.000+02:00`).toISOString()

/** Nothing where the intake was not on paper; the word of what is missing or wrong; else what is sent. */
export function lateCaptureOf(draft: LateDraft, today: string): LateCapture | 'incomplete' | 'future' | undefined {
  if (draft.isLate.value.length === 0) return undefined
  const date = readDate(draft.date)
  const clock = readClock(draft.clock.value)
  const officer = draft.officer.value.trim()
  const witness = draft.witness.value.trim()
  if (date === 'empty' || date === 'wrong' || clock === undefined || officer === '') return 'incomplete'
  const writtenAt = instantOf(date, clock)
  if (maseruDate(new Date(writtenAt)) > today) return 'future'
  return { writtenAt, officer, ...(witness === '' ? {} : { witness }) }
}
