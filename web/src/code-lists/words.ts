import { defineWords } from '../i18n/words.ts'
import { en } from './en.ts'

/** What a code is called, in the language on screen: `code('transport.BUS')`. */
export const code = defineWords(en, () => import('./st.ts'))
