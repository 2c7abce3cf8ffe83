import { defineWords } from '../i18n/words.ts'
import { en } from './en.ts'

export const t = defineWords(en, () => import('./st.ts'))
