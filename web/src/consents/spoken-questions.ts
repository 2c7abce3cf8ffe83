/** The questions as they are said aloud after the line, and what stands before them. */
import type { ConsentPurpose } from '../../../functions/registration/consent-purposes.ts'
import { en } from './en.ts'
import { st } from './st.ts'

export const askedPurposes = ['SHARE_DISTRICT', 'FOLLOWUP_CONTACT'] as const
/** Asked when somebody needs it, by who needs it (domain.md 2.7): passing on is one question for each service. */
export const furtherPurposes = [
  'SHARE_REFERRAL:SOCIAL_DEVELOPMENT',
  'SHARE_REFERRAL:HEALTH',
  'SHARE_REFERRAL:LABOUR',
  'SHARE_REFERRAL:CIVIL_REGISTRY',
  'SHARE_REFERRAL:LIVELIHOOD',
  'SHARE_REFERRAL:LEGAL_AID',
  'SHARE_REFERRAL:CONSULATE',
  'SHARE_IOM',
  'PHOTO',
] as const satisfies readonly ConsentPurpose[]
export type AskedPurpose = (typeof askedPurposes)[number]
export type FurtherPurpose = (typeof furtherPurposes)[number]
/** Every question that a desk can ask after the line. */
export type AnswerablePurpose = AskedPurpose | FurtherPurpose
export const answerablePurposes: readonly AnswerablePurpose[] = [...askedPurposes, ...furtherPurposes]

type SpokenKey = 'notice' | `ask.${AnswerablePurpose}`

/** A sentence as it is said aloud. Whoever speaks neither language is read the English one, by an interpreter. */
export const spokenSentence = (key: SpokenKey, language: string): string => (language === 'st' ? st[key] : en[key])

/** Everything that is read out before one question is answered. */
export const spokenBefore = (purpose: AnswerablePurpose, language: string): string =>
  [spokenSentence('notice', language), spokenSentence(`ask.${purpose}`, language)].join('\n')
