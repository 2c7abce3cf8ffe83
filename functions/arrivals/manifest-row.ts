/** What becomes of one row of a removal manifest: shapes shared by the reader, the contract and the web. */
import * as z from 'zod/mini'
import { BirthDate } from '../registration/age.ts'
import { DocumentType, Sex } from '../registration/code-lists.ts'

/**
 * The columns that are kept. Any other is left out of the reading and named in `columnsNotKept`: place of arrest, reason
 * for arrest and court among them, which reception and immigration never ask (domain.md 2.3, tier P).
 */
export const manifestFields = [
  'number',
  'surname',
  'givenNames',
  'sex',
  'birth',
  'age',
  'nationality',
  'document',
  'fileNumber',
] as const
export type ManifestField = (typeof manifestFields)[number]

/** No cell is kept longer than a name may be elsewhere; what is cut is noted. */
export const longestCell = 80

/**
 * Why a row stands for nobody to register. `NO_NAME`: it names nobody. `NOT_NATIONAL`: an adult of another country, for
 * immigration. `REPEATED_ROW`: an adult who certainly stands on the list already, on row `repeats`.
 * A row of somebody who may be a child is never rejected (domain.md 2.9): it is accepted with a note.
 */
export const manifestReasons = ['NO_NAME', 'NOT_NATIONAL', 'REPEATED_ROW'] as const
export const ManifestReason = z.enum(manifestReasons)
export type ManifestReason = z.infer<typeof ManifestReason>

/**
 * What an officer should look at.
 * Names: `NAME_MISSING`, `NAME_INCOMPLETE` (one of the two), `NAMES_NOT_SPLIT` (the list has one
 * column for both), `NAMES_MAYBE_SWAPPED`, `NAME_UNUSUAL` (holds what names do not).
 * Birth: `BIRTH_MISSING`, `BIRTH_UNREADABLE`, `BIRTH_IN_FUTURE`.
 * Other cells: `SEX_MISSING`, `SEX_UNREADABLE`, `NATIONALITY_MISSING`, `NATIONALITY_UNREADABLE`, `OTHER_NATIONALITY` (of
 * somebody who may be a child), `DOCUMENT_UNREADABLE`.
 * The file: `TEXT_DAMAGED` (letters lost on the way), `EXTRA_CELLS`, `CELLS_MISSING`, `CELL_SHORTENED`, `QUOTES_UNPAIRED`.
 */
export const plainNotes = [
  'NAME_MISSING',
  'NAME_INCOMPLETE',
  'NAMES_NOT_SPLIT',
  'NAMES_MAYBE_SWAPPED',
  'NAME_UNUSUAL',
  'BIRTH_MISSING',
  'BIRTH_UNREADABLE',
  'BIRTH_IN_FUTURE',
  'SEX_MISSING',
  'SEX_UNREADABLE',
  'NATIONALITY_MISSING',
  'NATIONALITY_UNREADABLE',
  'OTHER_NATIONALITY',
  'DOCUMENT_UNREADABLE',
  'TEXT_DAMAGED',
  'EXTRA_CELLS',
  'CELLS_MISSING',
  'CELL_SHORTENED',
  'QUOTES_UNPAIRED',
] as const
export type PlainNote = (typeof plainNotes)[number]

/**
 * `DATE_AMBIGUOUS`: every date the typed birth date may mean. The person's `birth` is then known to the year if all
 * readings share it, and absent if not: the officer chooses.
 * `POSSIBLE_REPEAT`: rows that may be the same person; the first five, if they are more.
 */
export const ManifestNote = z.discriminatedUnion('note', [
  z.strictObject({ note: z.enum(plainNotes) }),
  z.strictObject({ note: z.literal('DATE_AMBIGUOUS'), readings: z.array(z.iso.date()) }),
  z.strictObject({ note: z.literal('POSSIBLE_REPEAT'), rows: z.array(z.int().check(z.positive())) }),
])
export type ManifestNote = z.infer<typeof ManifestNote>

/** Names verbatim, trimmed. `nationality` is ISO 3166-1 alpha-3, `XXX` where it could not be read. */
export const ManifestPerson = z.strictObject({
  surname: z.string(),
  givenNames: z.string(),
  sex: Sex,
  birth: z.optional(BirthDate),
  nationality: z.string().check(z.regex(/^[A-Z]{3}$/)),
  documentType: z.optional(DocumentType),
  documentNumber: z.optional(z.string()),
  fileNumber: z.optional(z.string()),
})
export type ManifestPerson = z.infer<typeof ManifestPerson>

/** `row` counts the lines after the headings from 1, empty lines too, so that the officer finds it in the file. */
export const ReadRow = z.strictObject({
  row: z.int().check(z.positive()),
  /** The kept cells as typed, shortened only as `CELL_SHORTENED` says. */
  typed: z.partialRecord(z.enum(manifestFields), z.string()),
  status: z.enum(['ACCEPTED', 'REJECTED']),
  /** With `REJECTED` only. */
  reason: z.optional(ManifestReason),
  /** With `REPEATED_ROW` only: the row on which the person stands already. */
  repeats: z.optional(z.int().check(z.positive())),
  notes: z.array(ManifestNote),
  /** With `ACCEPTED` only. */
  person: z.optional(ManifestPerson),
})
export type ReadRow = z.infer<typeof ReadRow>
