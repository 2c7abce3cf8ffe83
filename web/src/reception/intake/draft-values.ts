/**
 * A half-filled intake as plain values, as it is kept on the tablet, sealed to who fills it: read back after a restart,
 * a lock or a refusal. What another version of the form wrote and this one cannot read is left out, and asked again.
 */
import { signal } from '@preact/signals'
import * as z from 'zod/mini'
import { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { DistrictCode } from '../../../../functions/platform/places.ts'
import {
  Accompaniment,
  AlternateNameType,
  ConsentMode,
  ContactChannel,
  HouseholdRole,
  Language,
  ReturnType,
  SendingFacility,
  Sex,
  Transport,
  UrgentFlag,
} from '../../../../functions/registration/code-lists.ts'
import { Match } from '../../../../functions/registration/contract.ts'
import { RememberedWordCode } from '../../../../functions/registration/remembered-words.ts'
import { ItemCode } from '../../../../functions/support/items.ts'
import { LateValues, lateDraftOf, lateValuesOf } from '../../paper/late-capture.ts'
import type { DateOrAgeInput } from '../../ui/date-input.ts'
import { ProofValues, proofDraftOf, proofValuesOf } from '../proof/proof-draft.ts'
import { emptyDraft, type IntakeDraft } from './intake-draft.ts'

const maybe = <Shape extends z.ZodMiniType>(shape: Shape) => z.catch(z.optional(shape), undefined)
const list = <Shape extends z.ZodMiniType>(shape: Shape) => z.catch(z.array(shape), [])
const text = z.catch(z.string(), '')

const Ids = z.object({
  intakeId: z.string(),
  newPersonId: z.string(),
  batchId: z.string(),
  row: z.optional(z.int()),
  listed: maybe(ReadRow),
})

const Birth = z.object({ way: z.enum(['date', 'age']), age: text, day: text, month: text, year: text })

/** In the order of `IntakeDraft`. */
const Values = z.object({
  givenNames: text,
  surname: text,
  otherName: text,
  otherNameType: maybe(AlternateNameType),
  nameOnDocument: text,
  sex: maybe(Sex),
  takenForChild: list(z.literal(true)),
  accompaniment: maybe(Accompaniment),
  household: maybe(z.object({ householdId: z.string(), name: z.string() })),
  householdRole: maybe(HouseholdRole),
  returnType: maybe(ReturnType),
  facility: maybe(SendingFacility),
  transport: maybe(Transport),
  homeDistrict: maybe(DistrictCode),
  shareDistrict: maybe(z.boolean()),
  channel: maybe(ContactChannel),
  phone: text,
  phoneAllows: list(z.enum(['CALL', 'MESSAGE'])),
  guardian: maybe(z.enum(['GUARDIAN_CONSENT', 'CHILD_ASSENT'])),
  spokenIn: maybe(Language),
  consentMode: maybe(ConsentMode),
  interpreter: list(z.literal(true)),
  urgentFlags: list(UrgentFlag),
  supportChanges: z.catch(z.partialRecord(ItemCode, z.int()), {}),
  matches: maybe(z.object({ facts: z.string(), found: z.array(Match) })),
  matchAnswers: z.catch(z.record(z.string(), z.enum(['SAME', 'DIFFERENT', 'UNSURE'])), {}),
  visited: list(z.int()),
  section: z.catch(z.int(), 0),
  holdsSlip: list(z.literal(true)),
  slipNumber: text,
  noSlip: list(z.literal(true)),
  words: list(RememberedWordCode),
  displayNumber: maybe(z.string()),
  captured: maybe(z.object({ of: z.string(), at: z.string() })),
})
type Values = z.infer<typeof Values>

export const DraftValues = z.object({ ids: Ids, birth: Birth, late: LateValues, proof: ProofValues, values: Values })
export type DraftValues = z.infer<typeof DraftValues>

const birthValues = ({ way, age, day, month, year }: DateOrAgeInput): z.infer<typeof Birth> => ({
  ...{ way: way.value, age: age.value },
  ...{ day: day.value, month: month.value, year: year.value },
})

/** Reads every signal of the draft: an effect that calls it follows them all. */
export function valuesOf(draft: IntakeDraft): DraftValues {
  const { intakeId, newPersonId, batchId, row, listed, birth, late, proof, arrivalType: _, ...signals } = draft
  const values = Object.fromEntries(Object.entries(signals).map(([name, { value }]) => [name, value]))
  return {
    ids: { intakeId, newPersonId, batchId, row, listed },
    birth: birthValues(birth),
    late: lateValuesOf(late),
    proof: proofValuesOf(proof),
    values: Values.parse(values),
  }
}

export function draftOf({ ids, birth, late, proof, values }: DraftValues): IntakeDraft {
  const { way, age, day, month, year } = birth
  return {
    ...emptyDraft(ids.batchId, ids.row),
    ...ids,
    row: ids.row,
    listed: ids.listed,
    birth: { way: signal(way), age: signal(age), day: signal(day), month: signal(month), year: signal(year) },
    late: lateDraftOf(late),
    proof: proofDraftOf(proof),
    ...signalsOf(values),
  }
}

type Signals = { readonly [Name in keyof Values]: IntakeDraft[Name] }

const signalsOf = (values: Values): Signals => ({
  givenNames: signal(values.givenNames),
  surname: signal(values.surname),
  otherName: signal(values.otherName),
  otherNameType: signal(values.otherNameType),
  nameOnDocument: signal(values.nameOnDocument),
  sex: signal(values.sex),
  takenForChild: signal(values.takenForChild),
  accompaniment: signal(values.accompaniment),
  household: signal(values.household),
  householdRole: signal(values.householdRole),
  returnType: signal(values.returnType),
  facility: signal(values.facility),
  transport: signal(values.transport),
  homeDistrict: signal(values.homeDistrict),
  shareDistrict: signal(values.shareDistrict),
  channel: signal(values.channel),
  phone: signal(values.phone),
  phoneAllows: signal(values.phoneAllows),
  guardian: signal(values.guardian),
  spokenIn: signal(values.spokenIn),
  consentMode: signal(values.consentMode),
  interpreter: signal(values.interpreter),
  urgentFlags: signal(values.urgentFlags),
  supportChanges: signal(values.supportChanges),
  matches: signal(values.matches),
  matchAnswers: signal(values.matchAnswers),
  visited: signal(values.visited),
  section: signal(values.section),
  holdsSlip: signal(values.holdsSlip),
  slipNumber: signal(values.slipNumber),
  noSlip: signal(values.noSlip),
  words: signal(values.words),
  displayNumber: signal(values.displayNumber),
  captured: signal(values.captured),
})
