/**
 * Which text was said before the two questions were asked (domain.md 2.7): the notice to the whole bus, then what the
 * officer reads out. Its hash is kept with the answers. In both languages at once: each is asked in their own, whatever
 * the screen speaks.
 *
 * The Sesotho sentences are drafts in Lesotho's spelling and await a native speaker's review.
 */
import type { LocalText } from '../../../../functions/platform/local-text.ts'
import { currentNotice, noticeLanguageFor, noticeText } from '../../../../functions/registration/spoken-notice.ts'
import { textVersionOf } from '../../consents/text-version.ts'

export const spokenSentences = {
  notice: {
    en: 'Help is free, and you get it whatever you answer now. What you tell us is kept safe and is used to help you.',
    'st-LS':
      'Thuso ke ea mahala, ’me u tla e fumana ho sa tsotellehe hore na u araba joang hona joale. Seo u re bolellang sona se bolokehile, se sebelisetsoa ho u thusa.',
  },
  district: { en: 'May your district help you at home?', 'st-LS': 'Na setereke sa heno se ka u thusa hae?' },
  reach: { en: 'How may we reach you?', 'st-LS': 'Re ka u fumana joang?' },
} as const satisfies Record<string, LocalText>

type SpokenKey = keyof typeof spokenSentences

/** In the order in which they are said: their hash rests on it. */
const spokenKeys = ['notice', 'district', 'reach'] as const satisfies readonly SpokenKey[]

/** A sentence as it is said aloud. Whoever speaks neither language is read the English one, by an interpreter. */
export const spokenSentence = (key: SpokenKey, language: string): string =>
  spokenSentences[key][language === 'st' ? 'st-LS' : 'en']

const spokenText = (language: string): string =>
  [
    noticeText(currentNotice, noticeLanguageFor(language)),
    ...spokenKeys.map(key => spokenSentence(key, language)),
  ].join('\n')

/** Of the text in the language it was spoken in. */
export const textVersion = (language: string): Promise<string> => textVersionOf(spokenText(language))
