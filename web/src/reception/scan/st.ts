/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  viewfinder: "Tšoara sekoere sa sekhechana ka pel'a khamera",
  'not-a-slip': "Sena hase sekhechana sa rona. Tšoara sekoere sa sekhechana ka pel'a khamera.",
  none: 'Ha ho khamera e fumanoeng mona. Ngola nomoro ho e-na le hoo.',
  'not-allowed': 'Khamera ha e lumelloe leqepheng lena. E lumelle, kapa u ngole nomoro.',
}
