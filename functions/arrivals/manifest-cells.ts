/** Sex, nationality, document and name cells of a manifest, as sending facilities type them. */
import { holdsHiddenSigns, withoutHiddenSigns } from '../platform/hidden-signs.ts'
import type { DocumentType, Sex } from '../registration/code-lists.ts'
import type { PlainNote } from './manifest-row.ts'

const nothing = /^(|-+|\?+|n\/?a|unknown|unk|not known)$/i

export function readSex(typed: string): { sex: Sex; note?: PlainNote } {
  const word = typed.trim().toUpperCase()
  if (/^(M|MALE|MAN|BOY)$/.test(word)) return { sex: 1 }
  if (/^(F|FEMALE|WOMAN|GIRL)$/.test(word)) return { sex: 2 }
  return { sex: 0, note: nothing.test(word) ? 'SEX_MISSING' : 'SEX_UNREADABLE' }
}

const basotho = /^(LSO|LES|LESOTHO|BASOTHO|MOSOTHO|LESOTHOCITIZEN)$/

/** Countries whose people share a bus or a holding place with Basotho: ISO 3166-1 alpha-3 and the words in use (GK). */
const otherNationalities = {
  AGO: 'ANGOLA ANGOLAN',
  BDI: 'BURUNDI BURUNDIAN',
  BGD: 'BANGLADESH BANGLADESHI',
  BWA: 'BOTSWANA MOTSWANA BATSWANA',
  CMR: 'CAMEROON CAMEROONIAN',
  COD: 'DRC DRCONGO',
  ETH: 'ETHIOPIA ETHIOPIAN',
  GHA: 'GHANA GHANAIAN',
  KEN: 'KENYA KENYAN',
  MOZ: 'MOZAMBIQUE MOZAMBICAN MOZAMBIQUEAN',
  MWI: 'MALAWI MALAWIAN',
  NAM: 'NAMIBIA NAMIBIAN',
  NGA: 'NIGERIA NIGERIAN',
  PAK: 'PAKISTAN PAKISTANI',
  RWA: 'RWANDA RWANDAN',
  SOM: 'SOMALIA SOMALI',
  SWZ: 'ESWATINI SWAZILAND SWAZI',
  TZA: 'TANZANIA TANZANIAN',
  UGA: 'UGANDA UGANDAN',
  ZAF: 'SOUTHAFRICA SOUTHAFRICAN RSA',
  ZMB: 'ZAMBIA ZAMBIAN',
  ZWE: 'ZIMBABWE ZIMBABWEAN ZIM',
} as const
const otherByWord = new Map(
  Object.entries(otherNationalities).flatMap(([code, words]) =>
    [code, ...words.split(' ')].map((word): [string, string] => [word, code]),
  ),
)

/** A word that is not known (a slip in "Lesotho", two countries) is `XXX`, for immigration to ask: nobody is taken for a foreigner by a typing error. */
export function readNationality(typed: string): { nationality: string; note?: PlainNote } {
  const word = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (basotho.test(word)) return { nationality: 'LSO' }
  const other = otherByWord.get(word)
  if (other !== undefined) return { nationality: other }
  return { nationality: 'XXX', note: nothing.test(typed.trim()) ? 'NATIONALITY_MISSING' : 'NATIONALITY_UNREADABLE' }
}

const documentWords: readonly (readonly [RegExp, DocumentType])[] = [
  [/^(?:PP|P\/P|PASSPORT|PPT)/, 'P'],
  [/^(?:ETD|ETC|TTC|EMERGENCY TRAVEL (?:DOCUMENT|CERTIFICATE))/, 'PE'],
  [/^(?:LEP)/, 'LEP'],
  [/^(?:ID|ID CARD|NATIONAL ID)/, 'ID'],
]
/** What may follow the word: nothing, or a number that holds a figure, by the loose pattern of domain.md 2.3. */
const afterWord = /^(?:[ .:#-]+(?:NO[ .:]*)?(?=[A-Z -]*\d)([A-Z0-9][A-Z0-9 -]{3,19}))?$/

/** No document asserted where the cell is empty or `-`; `NONE` only where somebody typed that there is none. */
export function readDocument(typed: string): {
  documentType?: DocumentType
  documentNumber?: string
  note?: PlainNote
} {
  const text = typed.trim().toUpperCase().replace(/\s+/g, ' ')
  if (nothing.test(text)) return {}
  if (/^(NONE|NIL|NO|NO DOCUMENTS?|UNDOCUMENTED)$/.test(text)) return { documentType: 'NONE' }
  for (const [word, documentType] of documentWords) {
    const rest = text.replace(word, '')
    const found = rest === text ? null : afterWord.exec(rest)
    if (found !== null) return { documentType, ...(found[1] !== undefined && { documentNumber: found[1].trim() }) }
  }
  return { note: 'DOCUMENT_UNREADABLE' }
}

const nameless = /^(unknown|unk|n\/a|none|nil|not known|no name|not given)$/i

/** A name verbatim but for space around it and signs nobody sees; empty where the cell names nobody. */
export function readName(typed: string): string {
  const name = withoutHiddenSigns(typed).trim()
  return nameless.test(name) || !/\p{L}/u.test(name) ? '' : name
}

/** True where a name holds what names do not: figures, signs, the beginning of a spreadsheet formula. It is kept as typed. */
export const isUnusualName = (name: string): boolean => /[^\p{L}\p{M}\s.'‘’ʼ´`-]/u.test(name) || /^[-.]/.test(name)

/** True where letters were lost or garbled on the way, by reading one encoding as another. */
export const isDamaged = (text: string): boolean =>
  // signs nobody sees; the sign for a lost letter; UTF-8 read as Windows-1252 (š as Å¡, ’ as â€™)
  holdsHiddenSigns(text) || /\uFFFD|[\u00C2-\u00C5][\u00A0-\u00BF\u2018-\u203A]|\u00E2\u20AC/u.test(text)
