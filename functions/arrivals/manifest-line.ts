/** One line of a manifest, read by itself: what it says of a person, what is wrong with it, whether it stands for nobody. */
import { isMinor } from '../registration/age.ts'
import { nameKey } from '../registration/name-folding.ts'
import { type BirthReading, readBirth } from './manifest-birth.ts'
import { isDamaged, isUnusualName, readDocument, readName, readNationality, readSex } from './manifest-cells.ts'
import type { ListedPerson } from './manifest-repeats.ts'
import {
  longestCell,
  type ManifestField,
  type ManifestNote,
  type ManifestReason,
  type PlainNote,
} from './manifest-row.ts'
import { isBlankLine, type ManifestTable } from './manifest-table.ts'

type TypedCells = Partial<Record<ManifestField, string>>

export interface LineReading extends ListedPerson {
  readonly typed: TypedCells
  readonly notes: readonly ManifestNote[]
  /** Why the line stands for nobody to register; absent where it does, as far as the line alone can tell. */
  readonly reason?: ManifestReason
}

export function readLine(row: number, cells: readonly string[], table: ManifestTable, arrivedOn: string): LineReading {
  const typed = typedCells(cells, table)
  const names = { surname: readName(typed.surname ?? ''), givenNames: readName(typed.givenNames ?? '') }
  const sex = readSex(typed.sex ?? '')
  const birth = readBirthCells(typed, arrivedOn)
  const nationality = readNationality(typed.nationality ?? '')
  const { note: documentNote, ...document } = readDocument(typed.document ?? '')
  const fileNumber = (typed.fileNumber ?? '').trim()

  const isNameless = names.surname === '' && names.givenNames === ''
  const isOther = nationality.nationality !== 'LSO' && nationality.nationality !== 'XXX'
  const age = ageGroup(birth, arrivedOn)
  const reason =
    isNameless && age !== 'maybe-child' ? 'NO_NAME' : isOther && age === 'adult' ? 'NOT_NATIONAL' : undefined
  const plain = [
    ...fileNotes(cells, table),
    ...nameNotes(names, table.namesInOneColumn),
    sex.note,
    nationality.note,
    isOther && reason === undefined ? ('OTHER_NATIONALITY' as const) : undefined,
    documentNote,
  ].filter(note => note !== undefined)
  return {
    row,
    typed,
    nameKey: nameKey(names.givenNames, names.surname),
    birth,
    isSurelyAdult: age === 'adult',
    notes: [...plain.map(note => ({ note })), ...birth.notes],
    ...(reason !== undefined && { reason }),
    person: {
      ...names,
      sex: sex.sex,
      ...(birth.birth !== undefined && { birth: birth.birth }),
      nationality: nationality.nationality,
      ...document,
      ...(fileNumber !== '' && { fileNumber }),
    },
  }
}

/** Cut between characters: half of a pair could not be stored. */
const shortened = (cell: string): string => cell.slice(0, longestCell).replace(/[\uD800-\uDBFF]$/, '')

const typedCells = (cells: readonly string[], table: ManifestTable): TypedCells =>
  Object.fromEntries([...table.columns].map(([field, column]) => [field, shortened(cells[column] ?? '')]))

function fileNotes(cells: readonly string[], { columns, columnCount, quotesUnpaired }: ManifestTable): PlainNote[] {
  const kept = [...columns.values()]
  const found: [PlainNote, boolean][] = [
    ['QUOTES_UNPAIRED', quotesUnpaired && cells.some(cell => cell.includes('"'))],
    ['EXTRA_CELLS', !isBlankLine(cells.slice(columnCount))],
    ['CELLS_MISSING', kept.some(column => column >= cells.length)],
    ['CELL_SHORTENED', kept.some(column => (cells[column] ?? '').length > longestCell)],
    ['TEXT_DAMAGED', kept.some(column => isDamaged(cells[column] ?? ''))],
  ]
  return found.filter(([, holds]) => holds).map(([note]) => note)
}

function nameNotes(
  { surname, givenNames }: { surname: string; givenNames: string },
  inOneColumn: boolean,
): PlainNote[] {
  const unusual: PlainNote[] = [surname, givenNames].some(isUnusualName) ? ['NAME_UNUSUAL'] : []
  if (surname === '' && givenNames === '') return ['NAME_MISSING']
  if (inOneColumn) return ['NAMES_NOT_SPLIT', ...unusual]
  return surname === '' || givenNames === '' ? ['NAME_INCOMPLETE', ...unusual] : unusual
}

/** A column of ages speaks only where the birth date says nothing. */
function readBirthCells(typed: TypedCells, arrivedOn: string): BirthReading {
  const birth = readBirth(typed.birth ?? '', arrivedOn)
  const isMissing = birth.notes.some(({ note }) => note === 'BIRTH_MISSING')
  return isMissing && typed.age !== undefined ? readBirth(typed.age, arrivedOn, true) : birth
}

/** `maybe-child`: some reading makes a child of the person. Without a reading nothing is known, and nobody is an adult. */
function ageGroup({ birth, readings }: BirthReading, arrivedOn: string): 'adult' | 'maybe-child' | 'unknown' {
  const possible = [
    ...readings.map(date => ({ date, precision: 'DAY' as const })),
    ...(birth === undefined ? [] : [birth]),
  ]
  if (possible.length === 0) return 'unknown'
  return possible.some(each => isMinor(each, arrivedOn)) ? 'maybe-child' : 'adult'
}
