/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  title: 'Setšoantšo',
  none: 'Ha ho setšoantšo se bolokiloeng.',
  'not-agreed': "Setšoantšo se nkuoa feela ka mor'a karabo ea e, ka holimo lipotsong tse ling.",
  shown: 'Setšoantšo sa motho enoa',
  offline: 'Litšoantšo li bontšoa feela ha marang-rang a le teng.',
  take: 'Nka setšoantšo',
  file: 'Setšoantšo se tsoang khamereng',
  snap: 'Se nke joale',
  viewfinder: 'Seo khamera e se bonang',
  again: 'Se nke hape',
  remove: 'Se ke oa se boloka',
  keep: 'Boloka setšoantšo sena',
  kept: 'Setšoantšo se bolokiloe.',
  preview: 'Setšoantšo kamoo se tla bolokoa kateng',
  'no-camera': 'Ha ho khamera e fumanoeng mona. Setšoantšo se ka nkuoa ka konopo e ka tlase.',
  'not-allowed': 'Khamera ha e lumelloe leqepheng lena. E lumelle, kapa sebelisa konopo e ka tlase.',
  'not-usable': 'Ho hlolehile ho etsa setšoantšo se senyenyane. Se nke hape.',
  'mark.SIGNATURE': 'Tšaeno ea {{time}}',
  'mark.THUMB': 'Letšoao la monoana la {{time}}',
  'mark.open': 'Le bontše',
  marks: 'Matšoao bakeng sa tse filoeng',
}
