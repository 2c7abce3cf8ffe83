/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  legend: 'Ba netefatsa joang?',
  hint: 'E fuoa bohle; thuso ha e itšetlehe ka eona.',
  'kind.SIGNATURE': 'O saena mona',
  'kind.THUMB': 'Letšoao la monoana o motona',
  'kind.THUMB.note': "le motho e mong pel'a hae",
  'kind.WITNESS': 'Paki',
  'kind.WITNESS.note': 'le ka keyboard kapa sebali sa skrine',
  'kind.DECLINED': 'Ha a rate',
  witness: 'Lebitso la paki',
  'pad.sign': 'Saena ka lebokoseng, ka monoana kapa ka pene',
  'pad.thumb': 'Tobetsa kapa u tsamaise monoana o motona ka lebokoseng',
  'pad.before': 'Letšoao le entsoeng pele le ntse le le teng. Ha motho a ngola hape mona, le nkeloa sebaka.',
  'pad.undo': 'Khutlisa mola oa ho qetela',
  'pad.clear': 'Hlakola',
  'problem.mark': 'Lebokose ha le na letho.',
  'problem.witness': "Ka kopo ngola hore na pel'a bona ho ne ho eme mang.",
  'unsent.title': 'Letšoao ha le so fihle',
  unsent: 'Tse ling kaofela li bolokiloe. Romela letšoao hape pele u tsoa leqepheng lena.',
  'unsent.again': 'Romela letšoao hape',
}
