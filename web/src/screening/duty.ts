/**
 * How many interviewers are on duty: a talk is never promised beyond them (domain.md 3.6). Somebody types it when the
 * shift begins, since a post without a network learns it from nobody else; it holds on this device for that day. What
 * was promised is counted nowhere: a count would say what is in the sealed records.
 */
import { signal } from '@preact/signals'
import * as z from 'zod/mini'
import { maseruDate } from '../../../functions/platform/clock.ts'
import { findForDesk, keepForDesk } from './record-database.ts'

const name = 'on duty'
export const mostOnDuty = 99
const Typed = z.object({ count: z.int().check(z.nonnegative(), z.maximum(mostOnDuty)), date: z.string() })

/** Undefined where nobody has said it today: then nothing may be promised. */
export const onDuty = signal<number | undefined>(undefined)

/** How often it was typed since the page stands. */
let typedHere = 0

/** What was typed today; else what the server says, where it was asked. What is typed while it is read stands. */
export async function readDuty(serverSays: number | undefined, now = new Date()): Promise<void> {
  const before = typedHere
  const typed = Typed.safeParse(await findForDesk(name))
  if (typedHere !== before) return
  const isToday = typed.success && typed.data.date === maseruDate(now)
  onDuty.value = isToday ? typed.data.count : serverSays
}

export async function sayOnDuty(count: number, now = new Date()): Promise<void> {
  typedHere += 1
  onDuty.value = count
  await keepForDesk(name, { count, date: maseruDate(now) })
}
