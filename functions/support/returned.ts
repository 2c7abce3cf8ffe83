/** A return event with its person, for who gives something after the intake; and what the rules of support ask of them. Pure. */
import type { Beneficiary } from '../budgets/fund-rules.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { DistrictCode } from '../platform/places.ts'
import { ageOn, isMinor } from '../registration/age.ts'
import { ReturnType as TypeOfReturn } from '../registration/code-lists.ts'
import type { Person } from '../registration/person-record.ts'
import type { Recipient } from './allocation.ts'
import type { Helped } from './year-ceiling.ts'

export interface Returned {
  readonly event: ReturnEvent
  readonly person: Person
}

/** As the rules of support see them on a date. */
export const recipientIn = ({ person: { fast } }: Returned, today: string): Recipient => ({
  sex: fast.sex,
  ageYears: ageOn(fast.birth, today),
  isMinor: isMinor(fast.birth, today),
  accompaniment: fast.accompaniment,
})

export const beneficiaryIn = ({ event }: Returned): Beneficiary => ({
  district: DistrictCode.parse(event.district),
  returnType: TypeOfReturn.parse(event.returnType),
  priority: event.priority,
})

/** What a giving adds to what a year limits, held to the record as it was read; undefined where it limits none of it. */
export const limitedFor = (
  { personId, revision, helped = [] }: Person,
  added: readonly Helped[],
): { readonly personId: string; readonly seen: number; readonly helped: readonly Helped[] } | undefined =>
  added.length === 0 ? undefined : { personId, seen: revision, helped: [...helped, ...added] }
