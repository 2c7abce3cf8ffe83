/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'desk.title': 'Thepa, {{post}}',
  'desk.wrong-post': 'Setsi sena ha u se buletsoe',
  'stock.title': 'Seo setsi se nang le sona',
  'stock.item': 'Ntho',
  'stock.left': 'E setseng',
  'stock.given': 'E fanoeng',
  'stock.received': 'E amohetsoeng',
  'stock.none': 'Ha ho letho le amohetsoeng mona hajoale.',
  'stock.gone': 'e felile',
  'stock.unapproved': 'Seo motho a le mong a ka se fuoang ha se e-so lumelloe. Ho fihlela moo meeli ke ea nakoana.',
  'receive.title': 'Amohela thepa',
  'receive.item': 'Ho fihlile eng?',
  'receive.item.problem': 'Ka kopo khetha e le ’ngoe.',
  'receive.quantity': 'Tse kae?',
  'receive.quantity.money': 'Bokae, ka maloti?',
  'receive.quantity.problem': 'Palo e felletseng e fetang 0.',
  'receive.quantity.money.problem': 'Chelete e fetang 0, e nang le lipalo tse peli kamora ntlha ho feta moo che.',
  'receive.lot': 'Nomoro ea thepa',
  'receive.lot.hint': 'Joalokaha e hatisitsoe ke mofani',
  'receive.lot.problem': 'Ka kopo e kopitse lengolong la thepa.',
  'receive.expires': 'E sebelisoe pele ho, moo ho nang le letsatsi',
  'receive.expires.problem': 'Ha ho letsatsi le joalo.',
  'receive.do': 'E amohele',
  'receive.saved': 'Ho amohetsoe: {{quantity}}, {{item}}.',
}
