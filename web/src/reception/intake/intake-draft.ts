/**
 * One half-filled intake: everything typed or chosen, verbatim, in signals. It outlives the page, so that an officer
 * who looks something up, is refused or is called away finds it as it was.
 */
import { type Signal, signal } from '@preact/signals'
import type * as z from 'zod/mini'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import type {
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
import type { Match } from '../../../../functions/registration/contract.ts'
import type { RememberedWordCode } from '../../../../functions/registration/remembered-words.ts'
import { newId } from '../../api/new-id.ts'
import { type LateDraft, lateDraft } from '../../paper/late-capture.ts'
import { type DateOrAgeInput, emptyDateOrAge } from '../../ui/date-input.ts'
import { type ProofDraft, proofDraft } from '../proof/proof-draft.ts'
import { fillBirth } from './read-birth.ts'
import type { Changes } from './support-proposal.ts'

type Chosen<Code> = Signal<Code | undefined>
export type MatchAnswer = 'SAME' | 'DIFFERENT' | 'UNSURE'
export type Guardian = 'GUARDIAN_CONSENT' | 'CHILD_ASSENT'
export type Household = { readonly householdId: string; readonly name: string }

export interface IntakeDraft {
  readonly intakeId: string
  /** The person's id if nobody known is recognised. */
  readonly newPersonId: string
  readonly batchId: string
  readonly row: number | undefined
  readonly listed: ReadRow | undefined

  readonly givenNames: Signal<string>
  readonly surname: Signal<string>
  readonly otherName: Signal<string>
  readonly otherNameType: Chosen<z.infer<typeof AlternateNameType>>
  readonly nameOnDocument: Signal<string>
  readonly sex: Chosen<Sex>
  readonly birth: DateOrAgeInput
  /** The officer takes the person for a child, whatever their age is said to be. */
  readonly takenForChild: Signal<readonly true[]>
  readonly accompaniment: Chosen<z.infer<typeof Accompaniment>>
  readonly household: Chosen<Household>
  readonly householdRole: Chosen<z.infer<typeof HouseholdRole>>
  readonly returnType: Chosen<ReturnType>
  /** Of the whole arrival, as far as it is known: what the person's is unless said otherwise. Kept with no draft. */
  readonly arrivalType: Chosen<ReturnType>
  readonly facility: Chosen<SendingFacility>
  readonly transport: Chosen<Transport>

  readonly homeDistrict: Chosen<DistrictCode>
  readonly shareDistrict: Chosen<boolean>
  readonly channel: Chosen<z.infer<typeof ContactChannel>>
  readonly phone: Signal<string>
  readonly phoneAllows: Signal<readonly ('CALL' | 'MESSAGE')[]>
  readonly guardian: Chosen<Guardian>
  readonly spokenIn: Chosen<z.infer<typeof Language>>
  readonly consentMode: Chosen<z.infer<typeof ConsentMode>>
  readonly interpreter: Signal<readonly true[]>

  readonly urgentFlags: Signal<readonly UrgentFlag[]>

  readonly supportChanges: Signal<Changes>
  readonly proof: ProofDraft

  /** Undefined until asked for these very facts. */
  readonly matches: Chosen<{ readonly facts: string; readonly found: readonly Match[] }>
  readonly matchAnswers: Signal<Readonly<Record<string, MatchAnswer>>>

  /** Which parts the officer has been through: their problems are shown. */
  readonly visited: Signal<readonly number[]>
  readonly section: Signal<number>
  /** They hold a slip already, from a talk before this form: its number, as typed, is theirs. */
  readonly holdsSlip: Signal<readonly true[]>
  readonly slipNumber: Signal<string>
  /** They take no slip along, and these two words to remember instead. */
  readonly noSlip: Signal<readonly true[]>
  readonly words: Signal<readonly RememberedWordCode[]>
  /** It was written on paper first. */
  readonly late: LateDraft
  /** Made once and kept, whatever becomes of the first attempt to save. */
  readonly displayNumber: Signal<string | undefined>
  /** When this very content was saved first: a retry is the same record, its time included. */
  readonly captured: Chosen<{ readonly of: string; readonly at: string }>
}

const chosen = <Code>(): Chosen<Code> => signal<Code | undefined>(undefined)

export const emptyDraft = (batchId: string, row?: number): IntakeDraft => ({
  intakeId: newId(),
  newPersonId: newId(),
  batchId,
  row,
  listed: undefined,
  givenNames: signal(''),
  surname: signal(''),
  otherName: signal(''),
  otherNameType: chosen(),
  nameOnDocument: signal(''),
  sex: chosen(),
  birth: emptyDateOrAge(),
  takenForChild: signal([]),
  accompaniment: chosen(),
  household: chosen(),
  householdRole: chosen(),
  returnType: chosen(),
  arrivalType: chosen(),
  facility: chosen(),
  transport: chosen(),
  homeDistrict: chosen(),
  shareDistrict: chosen(),
  channel: chosen(),
  phone: signal(''),
  phoneAllows: signal([]),
  guardian: chosen(),
  spokenIn: signal('st'),
  consentMode: signal('VERBAL_WITNESSED'),
  interpreter: signal([]),
  urgentFlags: signal([]),
  supportChanges: signal({}),
  proof: proofDraft(),
  matches: chosen(),
  matchAnswers: signal({}),
  visited: signal([]),
  section: signal(0),
  holdsSlip: signal([]),
  slipNumber: signal(''),
  noSlip: signal([]),
  words: signal([]),
  late: lateDraft(),
  displayNumber: signal<string | undefined>(undefined),
  captured: chosen(),
})

/** Fills a draft with what the list says; a sex the list does not tell is left for the officer to ask. */
export function draftFromRow(batchId: string, read: ReadRow, today: string): IntakeDraft {
  const draft = { ...emptyDraft(batchId, read.row), listed: read }
  const { person } = read
  if (person === undefined) return draft
  draft.givenNames.value = person.givenNames
  draft.surname.value = person.surname
  draft.sex.value = person.sex === 0 ? undefined : person.sex
  if (person.birth !== undefined) fillBirth(draft.birth, person.birth, today)
  return draft
}
