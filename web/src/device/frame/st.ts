/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'frame.sign-in': 'Kena hore li romeloe',
  'frame.choice': 'Ntle ho PIN: seo u se bolokang sea bolokoa, se bolokiloeng ha se bontšoe',
  'frame.lock': 'Notlela',
  'frame.working': '{{name}} o sebetsa mona',
  'home.tablet': 'Mochine ona',
  'home.tablet.note': 'Khoutu ea oona, PIN ea hao, ho o fetisetsa ho e mong',
  'home.enrol': 'Ngolisa mochine ona',
  'home.enrol.note': 'Hore basebeletsi ba setsi ba sebetse ho oona ntle ho marang-rang',
}
