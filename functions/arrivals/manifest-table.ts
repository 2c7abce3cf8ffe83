/** From the text of a manifest to headings and cells: separators, quotes, line ends, headings in many wordings. */
import Papa from 'papaparse'
import { longestCell, type ManifestField } from './manifest-row.ts'

/** The limits of one manifest (more than any bus, train or aeroplane brings). */
export const mostRows = 2_000
export const mostBytes = 1_000_000

const separators = [';', ',', '\t', '|'] as const
/** A manifest has a dozen columns; what has more is no manifest, and naming them all helps nobody. */
const mostColumnsNamed = 40
/** Sending facilities put titles above the headings. */
const linesSearchedForHeadings = 10

const lostLetter = '\uFFFD'

type HeadingField = ManifestField | 'wholeName'

/** Headings by their letters alone, in capitals. `wholeName` is one column for surname and given names. */
const headings: readonly (readonly [HeadingField, string])[] = [
  ['number', 'NO NR NUM NUMBER SNO SN SERIALNO ITEM'],
  ['surname', 'SURNAME SURNAMES LASTNAME FAMILYNAME FANE'],
  ['givenNames', 'FULLNAMES FULLNAME NAMES NAME FIRSTNAME FIRSTNAMES GIVENNAME GIVENNAMES FORENAME FORENAMES LEBITSO'],
  ['wholeName', 'NAMEANDSURNAME NAMESANDSURNAME SURNAMEANDNAME SURNAMEANDNAMES FULLNAMESANDSURNAME'],
  ['sex', 'SEX GENDER MF'],
  ['birth', 'DOB DATEOFBIRTH BIRTHDATE DOBAGE AGEDOB DATEOFBIRTHAGE YEAROFBIRTH'],
  ['age', 'AGE AGEYEARS AGEYRS'],
  ['nationality', 'NATIONALITY COUNTRY CITIZENSHIP NATION'],
  [
    'document',
    'TRAVELDOC TRAVELDOCS TRAVELDOCUMENT TRAVELDOCUMENTS TRAVELDOCNO DOCUMENT PASSPORT PASSPORTNO PASSPORTNUMBER',
  ],
  ['fileNumber', 'DETFILENO FILENO FILENUMBER DETENTIONFILENO DETENTIONNO DETNO REFNO'],
]
const fieldByHeading = new Map(
  headings.flatMap(([field, wordings]) =>
    wordings.split(' ').map((wording): [string, HeadingField] => [wording, field]),
  ),
)
/** A heading with lost letters is none: below it the whole file is damaged (UTF-16 read as UTF-8, for one). */
const fieldOf = (heading: string): HeadingField | undefined =>
  heading.includes(lostLetter)
    ? undefined
    : fieldByHeading.get(
        heading
          .toUpperCase()
          .replaceAll('&', 'AND')
          .replace(/[^A-Z]/g, ''),
      )

export interface ManifestTable {
  /** Where each kept column stands. */
  readonly columns: ReadonlyMap<ManifestField, number>
  readonly columnCount: number
  readonly columnsNotKept: readonly string[]
  /** True where one column holds surname and given names, in an order that is not known. */
  readonly namesInOneColumn: boolean
  readonly linesBeforeHeadings: number
  /** Every line after the headings up to the last filled one; an empty line is a list of empty cells. */
  readonly lines: readonly (readonly string[])[]
  /** Quotes in the file do not pair up, so they were read as ordinary characters lest one cell swallow the next rows. */
  readonly quotesUnpaired: boolean
}

export type TableRefusal = 'manifest-too-large' | 'manifest-unreadable' | 'manifest-empty'

export const isBlankLine = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')

const split = (text: string, separator: string, quotes: boolean): { lines: string[][]; paired: boolean } => {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    // a character that cannot stand in the text any more: see wellFormed
    ...(quotes ? {} : { quoteChar: '\u0000' }),
  })
  return { lines: data, paired: !errors.some(({ type }) => type === 'Quotes') }
}

/**
 * A pair of stray quotes makes one cell of all that is between. A cell of several lines is believed only where it looks
 * like one: each line says something, none holds a separator, and its row is no longer than the headings.
 */
function swallowsRows([headingCells = [], ...lines]: readonly (readonly string[])[], separator: string): boolean {
  const isOne = (cell: string): boolean =>
    !cell.includes(separator) && cell.split('\n').every(part => part.trim() !== '')
  return lines.some(cells => {
    const long = cells.filter(cell => cell.includes('\n'))
    return long.length > 0 && (cells.length > headingCells.length || !long.every(isOne))
  })
}

interface Headings {
  readonly separator: string
  readonly line: number
  readonly fields: readonly (HeadingField | undefined)[]
}

const nameFields = ['surname', 'givenNames', 'wholeName'] as const

function findHeadings(firstLines: string): Headings | undefined {
  const candidates = separators.flatMap(separator =>
    split(firstLines, separator, false).lines.map((cells, line) => ({
      separator,
      line,
      fields: cells.map(cell => fieldOf(cell.replaceAll('"', ''))),
    })),
  )
  const known = ({ fields }: Headings): number => new Set(fields.filter(field => field !== undefined)).size
  const named = candidates.filter(({ fields }) => nameFields.some(field => fields.includes(field)))
  // one recognised word may be chance; two are headings
  return named
    .filter(each => known(each) >= 2)
    .sort((one, other) => known(other) - known(one) || one.line - other.line)[0]
}

/** Lone surrogates and zero characters cannot be stored or compared; both become the sign for a lost letter. */
const wellFormed = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replaceAll('\u0000', lostLetter)
    .replace(/\r\n?/g, '\n')

export function tableOf(text: string): ManifestTable | { refusal: TableRefusal } {
  if (text.length > mostBytes || new TextEncoder().encode(text).length > mostBytes)
    return { refusal: 'manifest-too-large' }
  const clean = wellFormed(text)
  if (clean.trim() === '') return { refusal: 'manifest-empty' }
  const found = findHeadings(clean.split('\n', linesSearchedForHeadings).join('\n'))
  if (found === undefined) return { refusal: 'manifest-unreadable' }
  const afterTitles = clean.split('\n').slice(found.line).join('\n')
  const quoted = split(afterTitles, found.separator, true)
  const quotesUnpaired = !quoted.paired || swallowsRows(quoted.lines, found.separator)
  const [headingCells = [], ...rest] = quotesUnpaired ? split(afterTitles, found.separator, false).lines : quoted.lines
  const lines = rest.slice(0, rest.findLastIndex(cells => !isBlankLine(cells)) + 1)
  if (lines.length === 0) return { refusal: 'manifest-empty' }
  if (lines.length > mostRows) return { refusal: 'manifest-too-large' }
  return { ...placed(headingCells, found.fields), lines, quotesUnpaired, linesBeforeHeadings: found.line }
}

/** The first column of a kind is kept; a second of the same kind is named among those that are not. */
function placed(cells: readonly string[], fields: readonly (HeadingField | undefined)[]) {
  const columns = new Map<ManifestField, number>()
  const columnsNotKept = new Set<string>()
  cells.forEach((cell, index) => {
    const heading = fields[index]
    const field = heading === 'wholeName' ? 'givenNames' : heading
    if (field !== undefined && !columns.has(field)) columns.set(field, index)
    else if (cell.trim() !== '') columnsNotKept.add(cell.trim().slice(0, longestCell))
  })
  return {
    columns,
    columnCount: cells.length,
    columnsNotKept: [...columnsNotKept].slice(0, mostColumnsNamed),
    namesInOneColumn: !columns.has('surname'),
  }
}
