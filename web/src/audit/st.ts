/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'desk.title': 'Ke mang ea boneng kapa ea fetotseng rekoto',
  'desk.lead': 'Ho sheba ha hao le hona hoa ngoloa, tlas’a nomoro eona eo.',
  'ask.id': 'Nomoro ea rekoto',
  'ask.id.hint':
    'Ea motho, ea ho khutla, ea mosebetsi, ea moralo, ea sehlopha; kapa lebitso la lethathamo kapa tlaleho.',
  'ask.id.problem': 'Ngola kapa u behe nomoro e le ’ngoe: litlhaku, lipalo, le - : # @ . _',
  'ask.do': 'Bontša',
  'lines.title': 'Tsa morao tjena pele',
  'lines.none': 'Ha ho letho le ngotsoeng tlas’a nomoro ena.',
  'lines.more': 'Tse fetileng',
  'column.at': 'Neng',
  'column.officer': 'Ofisiri',
  'column.roles': 'E le',
  'column.kind': 'Eng',
  'column.action': 'Ka',
  'column.command': 'Taelo',
  'kind.changed': 'fetotse',
  'kind.read': 'balile',
}
