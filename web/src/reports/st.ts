/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'report.as-of': 'Ho fihlela {{time}}',
  'report.xlsx': 'Theola bakeng sa Excel (XLSX)',
  'report.csv': 'Theola e le CSV e nang le matšoao a HXL',
  'report.download.no': 'Ha ea theoha',
  'report.empty': 'Ha ho ea baliloeng hajoale.',
  'table.title': 'Lethathamo',
  'table.hidden': 'ha e bontšoe',
  'table.dash_one': 'Palo e le {{count}} e siiloe.',
  'table.dash_other': 'Lipalo tse {{count}} li siiloe.',
  'table.dash.why':
    'Letšoao la – le bolela palo e nyenyane hoo motho a ka tsejoang ka eona, kapa eo palo e joalo e ka baloang ho eona. Kakaretso ea naha kaofela e lula e bontšoa.',
  'chart.title': 'Setšoantšo sa lipalo',
  'chart.says': '{{series}}, ka {{place}}. Lipalo tse tšoanang li lethathamong.',
  'chart.says.of': '{{series}}, ka {{place}}, {{filter}}. Lipalo tse tšoanang li lethathamong.',
}
