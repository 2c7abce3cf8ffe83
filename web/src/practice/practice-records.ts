/** What was saved in practice: in this page's memory and nowhere else. No record, no seal, no address to send it to. */
import { signal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { deviceTime } from '../api/versions.ts'
import { standing } from '../reception/kept/effects.ts'
import type { Captured } from '../reception/kept/submit.ts'
import { inventedBus, type Practice, practiceNumber } from './practice-bus.ts'

export interface PractisedRecord extends Pick<Captured, 'recordId' | 'kind' | 'copy'> {
  readonly savedAt: string
}

/** The latest first. */
export const practised = signal<readonly PractisedRecord[]>([])

/** The desk goes on as if a tablet had kept it. */
export function practise({ recordId, kind, copy, effect }: Captured) {
  practised.value = [{ recordId, kind, copy, savedAt: deviceTime() }, ...practised.value]
  if (effect !== undefined) standing.value = [...standing.value, { ...effect, state: 'unsent' }]
  return { ok: true, value: { is: 'kept' } } as const
}

let bus: Practice | undefined

export const practiceBus = (post: PostCode): Practice => {
  bus ??= inventedBus(post, new Date(Date.now() - 20 * 60_000).toISOString())
  return bus
}

/** After those that the bus begins with. */
let sequence = 100

export function nextPracticeNumber(): string {
  sequence += 1
  return practiceNumber(sequence)
}
