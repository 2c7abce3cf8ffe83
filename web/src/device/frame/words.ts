import { defineWords } from '../../i18n/words.ts'
import { en } from './en.ts'

/** What stands in the frame of every page: apart from the words of the tablet's own pages, which are loaded later. */
export const t = defineWords(en, () => import('./st.ts'))
