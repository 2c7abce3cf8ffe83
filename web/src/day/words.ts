import { defineWords } from '../i18n/words.ts'
import { en } from './en.ts'
import { st } from './st.ts'

export const t = defineWords(en, st)
