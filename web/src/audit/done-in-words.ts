import { en } from './en.ts'
import { t } from './words.ts'

const isSaid = (key: string): key is keyof typeof en => Object.hasOwn(en, key)

/** What an entry says was done, as a sentence. A name newer than this page of the web stays as it is. */
export function doneInWords(action: string): string {
  const key = `did.${action}`
  return isSaid(key) ? t(key) : action
}
