/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'unsent.none': 'Tsohle li rometsoe',
  unsent_one: '{{count}} e e-so romeloe',
  unsent_other: '{{count}} tse e-so romeloe',
  'list.title': 'Tseo mochine ona o li romelang',
  'list.none': 'Ha ho letho le bolokiloeng mochineng ona.',
  'list.more': 'Bontša tsa pele',
  'list.file': 'Boloka tsohle faeleng e koetsoeng',
  'list.file.note': 'Ha ho motho ea ka balang faele. Mochine ofe kapa ofe oa tšebeletso o ka e amohela oa e romela.',
  'kind.intake': 'Ngoliso',
  'kind.outcome': 'Sephetho',
  'kind.heads': 'Palo ea batho',
  'kind.completion': 'Phetho ea ngoliso',
  'kind.record': 'Rekoto',
  'state.waiting': 'E emetse',
  'state.sending': 'Ea romeloa',
  'state.received': 'E amohetsoe',
  'state.refused': 'Ha ea amoheloa',
  'state.quarantined': 'E ho mookameli',
  'row.saved': 'E bolokiloe {{time}}',
  'row.receipt': 'Rasiti {{number}}',
  'row.refused': 'Tsamaiso ha ea amohela sena. Seo u se ngotseng se bolokiloe.',
  'row.quarantined': 'Mochine ona o hutlisitsoe. Mookameli o tla etsa qeto ka rekoto ena; ha ho letho le lahlehileng.',
  'row.number': 'Nomoro {{number}}',
  'row.typed': 'Se ngotsoeng',
  'row.open': 'E lokise',
}
