/** The two questions as they are said aloud after the line, and what stands before them. */
import { en } from './en.ts'
import { st } from './st.ts'

export const askedPurposes = ['SHARE_DISTRICT', 'FOLLOWUP_CONTACT'] as const
export type AskedPurpose = (typeof askedPurposes)[number]

type SpokenKey = 'notice' | `ask.${AskedPurpose}`

/** A sentence as it is said aloud. Whoever speaks neither language is read the English one, by an interpreter. */
export const spokenSentence = (key: SpokenKey, language: string): string => (language === 'st' ? st[key] : en[key])

/** Everything that is read out before one question is answered. */
export const spokenBefore = (purpose: AskedPurpose, language: string): string =>
  [spokenSentence('notice', language), spokenSentence(`ask.${purpose}`, language)].join('\n')
