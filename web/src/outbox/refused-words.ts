import { isRefusalWord, refusals } from '../../../functions/platform/refusals.ts'
import { inLanguage } from '../i18n/words.ts'
import { t } from './words.ts'

/** The server's sentence for its no; a word this version does not know is said in general words. */
export function refusedWords(word: string | undefined): string {
  if (word === undefined || !isRefusalWord(word)) return t('row.refused')
  const { en, st } = refusals[word]
  return inLanguage({ en, 'st-LS': st })
}
