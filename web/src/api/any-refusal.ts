/** Any word of the closed list with its sentences, where it was said before: they are many, and no first page's. */
import { isRefusalWord, type RefusalWord, refusals } from '../../../functions/platform/refusals.ts'
import { inLanguage } from '../i18n/words.ts'
import type { Refused } from './client.ts'

export function refusalOf(word: RefusalWord): Refused {
  const { en, st } = refusals[word]
  return { ok: false, offline: false, word, sentences: { en, 'st-LS': st }, detail: {} }
}

/** Its sentence in the language on screen; undefined of a word that this version does not know. */
export const refusalSentence = (word: string | undefined): string | undefined =>
  word === undefined || !isRefusalWord(word) ? undefined : inLanguage(refusalOf(word).sentences)
