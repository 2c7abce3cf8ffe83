/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'visit.title': 'Ketelo',
  'visit.on': 'E bile neng?',
  'visit.on.problem': 'Khetha letsatsi, kajeno kapa pele.',
  'visit.reached': 'Na u kopane le motho?',
  'visit.choose': 'Ka kopo khetha e le ’ngoe.',
  'visit.asked': 'Na o ka araba lipotso?',
  'visit.asked.hint': 'Ha ho ea qobelloang. Ha ho fetole letho ka thuso.',
  'visit.asked.no': 'O khetha ho se arabe',
  'visit.do': 'Boloka ketelo',
  'visit.no-plan': 'Mosebetsi ona ha o bolele moralo. O khutlise, u bolelle mookameli oa hao.',
  'visit.plan-elsewhere':
    'Moralo o bolokoa ke tafole ea boipheliso, ha o buletsoe ea hao. Ketelo ena ha e o hloke: ngola hore na u kopane le mang le seo u se fumaneng.',
  'part.visit': 'Ketelo',
  'part.ECONOMIC': 'Moruo',
  'part.SOCIAL': 'Sechaba',
  'part.PSYCHOSOCIAL': 'Maikutlo le batho',
  'part.answered': 'ho arabiloe tse {{answered}} ho tse {{asked}}',
  'survey.as-said': 'Botsa joalokaha ho ngotsoe, u tšoaee seo motho a se buang. “Ha ho karabo” le eona ke karabo.',
  'survey.draft': 'Lipotso tsa Sesotho ke moralo o emetseng ho hlahlojoa ke ’mui oa puo.',
  'gaps.title': 'Lipotso tse ling ha li na karabo',
  'gaps.missing_one': '{{part}}: e {{count}} ha e na karabo',
  'gaps.missing_other': '{{part}}: tse {{count}} ha li na karabo',
  'gaps.no-score': 'Ha lia lekana bakeng sa sesupo',
  'gaps.text': 'Li ke ke tsa eketsoa hamorao. Haeba motho a sa batle ho bua, tšoaea “ha ho karabo”.',
  'gaps.text.no-score':
    'Li ke ke tsa eketsoa hamorao. Joalokaha ho le joalo, likarabo ha lia lekana bakeng sa sesupo sa kakaretso. Haeba motho a sa batle ho bua, tšoaea “ha ho karabo”.',
  'gaps.go': 'Khutlela ho: {{part}}',
  'gaps.do': 'Boloka leha ho le joalo',
  'saved.title': 'E bolokiloe',
  'saved.text': 'Ketelo e ngotsoe, mosebetsi oa eona o phethiloe.',
  'saved.list': 'Khutlela mesebetsing',
  'saved.plan': 'Sheba moralo',
}
