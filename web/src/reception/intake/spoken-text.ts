/**
 * Which text was said before the two questions were asked (domain.md 2.7): the notice to the whole bus, then what the
 * officer reads out. Its hash is kept with the answers.
 */
import { currentNotice, noticeLanguageFor, noticeText } from '../../../../functions/registration/spoken-notice.ts'
import { textVersionOf } from '../../consents/text-version.ts'
import { en } from './en.ts'
import { st } from './st.ts'

const spokenKeys = ['consent.notice', 'consent.district', 'consent.reach'] as const

type SpokenKey = (typeof spokenKeys)[number]

/** A sentence as it is said aloud. Whoever speaks neither language is read the English one, by an interpreter. */
export const spokenSentence = (key: SpokenKey, language: string): string => (language === 'st' ? st[key] : en[key])

const spokenText = (language: string): string =>
  [
    noticeText(currentNotice, noticeLanguageFor(language)),
    ...spokenKeys.map(key => spokenSentence(key, language)),
  ].join('\n')

/** Of the text in the language it was spoken in. */
export const textVersion = (language: string): Promise<string> => textVersionOf(spokenText(language))
