/** Answers while they are asked, and what is sent of them. */
import { type Signal, signal } from '@preact/signals'
import type * as z from 'zod/mini'
import type { ConsentMode, Language } from '../../../functions/registration/code-lists.ts'
import { basisOf } from '../../../functions/registration/consent-purposes.ts'
import type { RecordConsents } from '../../../functions/registration/contract.ts'
import { type AnswerablePurpose, answerablePurposes, askedPurposes, spokenBefore } from './spoken-questions.ts'
import { textVersionOf } from './text-version.ts'

type Answers = RecordConsents['answers']
type Guardian = NonNullable<Answers[number]['guardian']>

export interface AnswersDraft {
  readonly given: Readonly<Record<AnswerablePurpose, Signal<boolean | undefined>>>
  readonly guardian: Signal<Guardian | undefined>
  readonly spokenIn: Signal<z.infer<typeof Language> | undefined>
  readonly mode: Signal<ConsentMode | undefined>
  readonly interpreter: Signal<readonly true[]>
}

/** No answer stands beforehand, but for those that were refused; how it was asked does, as it mostly is. */
export function answersDraft(refused: Answers = []): AnswersDraft {
  const given = (purpose: AnswerablePurpose) => signal(refused.find(answer => answer.purpose === purpose)?.given)
  const [first] = refused
  return {
    given: {
      SHARE_DISTRICT: given('SHARE_DISTRICT'),
      FOLLOWUP_CONTACT: given('FOLLOWUP_CONTACT'),
      'SHARE_REFERRAL:SOCIAL_DEVELOPMENT': given('SHARE_REFERRAL:SOCIAL_DEVELOPMENT'),
      'SHARE_REFERRAL:HEALTH': given('SHARE_REFERRAL:HEALTH'),
      'SHARE_REFERRAL:LABOUR': given('SHARE_REFERRAL:LABOUR'),
      'SHARE_REFERRAL:CIVIL_REGISTRY': given('SHARE_REFERRAL:CIVIL_REGISTRY'),
      'SHARE_REFERRAL:LIVELIHOOD': given('SHARE_REFERRAL:LIVELIHOOD'),
      'SHARE_REFERRAL:LEGAL_AID': given('SHARE_REFERRAL:LEGAL_AID'),
      'SHARE_REFERRAL:CONSULATE': given('SHARE_REFERRAL:CONSULATE'),
      SHARE_IOM: given('SHARE_IOM'),
      PHOTO: given('PHOTO'),
    },
    guardian: signal(refused.find(({ guardian }) => guardian !== undefined)?.guardian),
    spokenIn: signal(first?.language ?? 'st'),
    mode: signal(first?.mode ?? 'VERBAL_WITNESSED'),
    interpreter: signal(first?.interpreter === true ? [true] : []),
  }
}

/** Whose answer it is matters where the answer is the ground: for a child, not every one is. */
const needsGuardian = (purpose: AnswerablePurpose, isChild: boolean): boolean =>
  isChild && basisOf(purpose, isChild) === 'CONSENT'

const answered = ({ given }: AnswersDraft) => answerablePurposes.filter(purpose => given[purpose].value !== undefined)

export type AnswersProblem = 'both' | 'one' | 'guardian'
export type AnswersProblems = Readonly<Partial<Record<AnswerablePurpose | 'guardian', AnswersProblem>>>

/** `wanted`: both questions of the line, where a task asks for them; else at least one of all. */
export function answersProblems(draft: AnswersDraft, isChild: boolean, wanted: 'BOTH' | 'ANY'): AnswersProblems {
  const has = answered(draft)
  const missing = wanted === 'BOTH' || has.length === 0 ? askedPurposes.filter(purpose => !has.includes(purpose)) : []
  const unsaid = has.some(purpose => needsGuardian(purpose, isChild)) && draft.guardian.value === undefined
  return {
    ...Object.fromEntries(missing.map(purpose => [purpose, wanted === 'BOTH' ? 'both' : 'one'] as const)),
    ...(unsaid ? { guardian: 'guardian' as const } : {}),
  }
}

/** What is sent: the questions that were answered, each with the text read out before it. */
export const answersOf = (draft: AnswersDraft, isChild: boolean): Promise<Answers> => {
  const language = draft.spokenIn.value ?? 'st'
  return Promise.all(
    answered(draft).map(async purpose => ({
      purpose,
      given: draft.given[purpose].value === true,
      mode: draft.mode.value ?? 'VERBAL_WITNESSED',
      language,
      interpreter: draft.interpreter.value.length > 0,
      textVersion: await textVersionOf(spokenBefore(purpose, language)),
      ...(needsGuardian(purpose, isChild) && draft.guardian.value !== undefined
        ? { guardian: draft.guardian.value }
        : {}),
    })),
  )
}
