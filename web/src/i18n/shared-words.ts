import { en } from './en.ts'
import { defineWords } from './words.ts'

/** The words every desk shares, in the language on screen. */
export const t = defineWords(en, () => import('./st.ts'))
