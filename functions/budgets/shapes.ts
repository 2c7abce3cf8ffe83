/** What is said of a donor's projects and moved between their lines; money in lisente, never a fraction. */
import * as z from 'zod/mini'
import {
  CalendarDate,
  CommandVersions,
  DeviceTime,
  Instant,
  isNamedOnce,
  isOnce,
  LongText,
  ShortText,
} from '../platform/fields.ts'
import { DistrictCode } from '../platform/places.ts'
import { ReturnType } from '../registration/code-lists.ts'
import { moveKinds } from '../supplies/accounts.ts'
import { BudgetCode, isMaskedLine } from '../supplies/lot-name.ts'
import { StorePlace } from '../supplies/store-place.ts'
import { ItemCode } from '../support/items.ts'
import { projectStates } from './project-states.ts'

const told = { versions: CommandVersions, deviceTime: DeviceTime }

/** A hundred million maloti at most: what is more is a slip of the finger. */
export const Lisente = z.int().check(z.positive(), z.maximum(10_000_000_000))

export const Priority = z.enum(['ORDINARY', 'PRIORITY'])

/**
 * For whom a project pays; an empty list is everybody. Basic help (domain.md 4.2) is given whatever is said here.
 */
export const Eligibility = z.strictObject({
  districts: z.array(DistrictCode).check(z.maxLength(10), isNamedOnce),
  returnTypes: z.array(ReturnType).check(z.maxLength(20), isNamedOnce),
  priorities: z.array(Priority).check(z.maxLength(2), isNamedOnce),
})
export type Eligibility = z.infer<typeof Eligibility>

/** Its code stands on stock, in the open. */
const OpenLine = z.strictObject({
  lineCode: BudgetCode.check(z.refine(code => !isMaskedLine(code), { params: { word: 'code-is-masked' } })),
  title: ShortText,
  sensitive: z.literal(false),
})

/** "General assistance" to everybody but protection and the finance holder (domain.md 7): a typed code might tell. */
const SensitiveLine = z.strictObject({ title: ShortText, sensitive: z.literal(true) })

export const BudgetLine = z.discriminatedUnion('sensitive', [OpenLine, SensitiveLine])
export type BudgetLine = z.infer<typeof BudgetLine>

export const OpenProject = z
  .strictObject({
    ...told,
    donor: ShortText,
    /** Lesotho's own and South Africa's, which is worth the same: amounts are kept in lisente alone. */
    currency: z.enum(['LSL']),
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    eligible: Eligibility,
    lines: z.array(BudgetLine).check(
      z.minLength(1),
      z.maxLength(30),
      isOnce<BudgetLine>(line => (line.sensitive ? line : line.lineCode)),
    ),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
      path: ['endsOn'],
      params: { word: 'ends-before-start' },
    }),
  )
export type OpenProject = z.infer<typeof OpenProject>

export const ChangeProject = z.strictObject({
  ...told,
  change: z.discriminatedUnion('does', [
    /** The last day, later than it was. */
    z.strictObject({ does: z.literal('EXTEND'), endsOn: CalendarDate }),
    z.strictObject({ does: z.literal('ADD_LINE'), line: BudgetLine }),
  ]),
  reason: LongText,
})
export type ChangeProject = z.infer<typeof ChangeProject>
export type ProjectChange = ChangeProject['change']

export const CloseProject = z.strictObject({ ...told, reason: LongText })
export type CloseProject = z.infer<typeof CloseProject>

const amount = Lisente
export const MoveBudget = z.strictObject({
  ...told,
  move: z.discriminatedUnion('does', [
    z.strictObject({ does: z.literal('ALLOCATE'), amount, reason: LongText }),
    z.strictObject({ does: z.literal('RELEASE'), amount, reason: LongText }),
    /** Into a store, where it is leased to desks and tablets. */
    z.strictObject({ does: z.literal('FUND'), amount, place: StorePlace }),
    z.strictObject({ does: z.literal('HAND_BACK'), amount, place: StorePlace }),
    /** Paid by the line at once; `reason` names what was bought and the payment. */
    z.strictObject({ does: z.literal('SPEND'), amount, reason: LongText }),
    /** Of what returnees were given: as the statement named in `reason` has it. */
    z.strictObject({ does: z.literal('SETTLE'), amount, reason: LongText }),
  ]),
})
export type MoveBudget = z.infer<typeof MoveBudget>
export type BudgetMove = MoveBudget['move']

/** In lisente; what a masked line comes to is not shown. */
export const LineFigures = z.strictObject({
  /** Granted and not released. */
  allocated: z.int(),
  /** Still the line's to give. */
  available: z.int(),
  /** In stores, on desks and on tablets, or lost there: given to stores and not yet to anybody. */
  leased: z.int(),
  /** Given to returnees, and not undone. */
  issued: z.int(),
  spent: z.int(),
  settled: z.int(),
  released: z.int(),
  reversed: z.int(),
})
export type LineFigures = z.infer<typeof LineFigures>

export const LineView = z.strictObject({
  lineCode: BudgetCode,
  /** Absent of what the reader may not be told: it reads "general assistance". */
  title: z.optional(ShortText),
  figures: z.optional(LineFigures),
})
export type LineView = z.infer<typeof LineView>

export const ProjectView = z.strictObject({
  projectCode: BudgetCode,
  /** Like `eligible` absent where one of its lines is masked: both may tell whom that line is for. */
  donor: z.optional(ShortText),
  currency: z.literal('LSL'),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  state: z.enum(projectStates),
  closedAt: z.optional(Instant),
  /** Why it was changed since it was opened; like `eligible` absent where one of its lines is masked. */
  changes: z.optional(
    z.array(
      z.discriminatedUnion('does', [
        z.strictObject({
          does: z.literal('EXTEND'),
          at: Instant,
          reason: z.string(),
          from: CalendarDate,
          to: CalendarDate,
        }),
        z.strictObject({ does: z.literal('ADD_LINE'), at: Instant, reason: z.string(), lineCode: BudgetCode }),
      ]),
    ),
  ),
  eligible: z.optional(Eligibility),
  lines: z.array(LineView),
})
export type ProjectView = z.infer<typeof ProjectView>

export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

export const BookEntry = z.strictObject({
  /** In Lesotho. */
  date: CalendarDate,
  kind: z.enum(moveKinds),
  item: ItemCode,
  /** In the item's own unit; of money lisente. */
  quantity: z.int(),
  /** How many moves it stands for. */
  times: z.int(),
  place: z.string(),
  officerId: z.optional(z.string()),
  reason: z.optional(z.string()),
})
export type BookEntry = z.infer<typeof BookEntry>
