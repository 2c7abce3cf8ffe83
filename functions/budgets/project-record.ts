/** A donor's project and what each of its lines has to spend: balances of the ledger, beside their entries. */
import * as z from 'zod/mini'
import { DistrictCode } from '../platform/places.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { ReturnType } from '../registration/code-lists.ts'

/** What a change made of the project, and what was there before. */
export const ChangeMade = z.discriminatedUnion('does', [
  z.object({ does: z.literal('EXTEND'), from: z.string(), to: z.string() }),
  z.object({ does: z.literal('ADD_LINE'), lineCode: z.string() }),
])
export type ChangeMade = z.infer<typeof ChangeMade>

export const storedProject = storedShape(1, () =>
  z.object({
    projectCode: z.string(),
    donor: z.string(),
    currency: z.literal('LSL'),
    startsOn: z.string(),
    endsOn: z.string(),
    eligible: z.object({
      districts: z.array(DistrictCode),
      returnTypes: z.array(ReturnType),
      priorities: z.array(z.enum(['ORDINARY', 'PRIORITY'])),
    }),
    lines: z.array(z.object({ lineCode: z.string(), title: z.string(), sensitive: z.boolean() })),
    openedAt: z.string(),
    openedBy: z.string(),
    /** The command that opened it: its retry finds it. */
    openingId: z.string(),
    contentHash: z.string(),
    closedAt: z.optional(z.string()),
    closedBy: z.optional(z.string()),
    closingReason: z.optional(z.string()),
    /** The command that closed it. */
    closingId: z.optional(z.string()),
    closingHash: z.optional(z.string()),
    /** What was agreed to later, in its order; what it made of the project stands in it. */
    changes: z.optional(
      z.array(
        z.object({
          changeId: z.string(),
          contentHash: z.string(),
          at: z.string(),
          by: z.string(),
          reason: z.string(),
          what: ChangeMade,
        }),
      ),
    ),
    revision: z.int(),
  }),
)
export type Project = Stored<typeof storedProject>

/** In lisente. Each is the sum of the entries of its kind; `quantity` is what they leave. */
export const storedLine = storedShape(1, () =>
  z.object({
    projectCode: z.string(),
    lineCode: z.string(),
    quantity: z.int(),
    allocated: z.int(),
    released: z.int(),
    funded: z.int(),
    handedBack: z.int(),
    spent: z.int(),
    settled: z.int(),
    /** Lost in stores or on the way to one, less what was found again. Of an older line nothing. */
    missing: z._default(z.int(), 0),
    revision: z.int(),
  }),
)
export type Line = Stored<typeof storedLine>

export const projectOpened = (table: string, project: Omit<Project, 'revision'>): TransactWriteItem =>
  change(table, ledgerKeys.project(project.projectCode), {
    set: { schemaVersion: 1, ...project },
    when: 'attribute_not_exists(pk)',
  })

export const lineOpened = (
  table: string,
  { projectCode, lineCode }: Pick<Line, 'projectCode' | 'lineCode'>,
): TransactWriteItem =>
  change(table, ledgerKeys.budgetLine(projectCode, lineCode), {
    set: {
      ...{ schemaVersion: 1, projectCode, lineCode, quantity: 0 },
      ...{ allocated: 0, released: 0, funded: 0, handedBack: 0, spent: 0, settled: 0, missing: 0 },
    },
    when: 'attribute_not_exists(pk)',
  })

export const projectClosed = (
  table: string,
  projectCode: string,
  closing: Required<Pick<Project, 'closedBy' | 'closingReason' | 'closingId' | 'closingHash'>> & {
    readonly closedAt: string
  },
): TransactWriteItem =>
  change(table, ledgerKeys.project(projectCode), {
    set: closing,
    when: 'attribute_exists(pk) AND attribute_not_exists(#closedAt)',
  })

/** Held to the revision at which it was read. */
export const projectChanged = (
  table: string,
  projectCode: string,
  changed: Required<Pick<Project, 'endsOn' | 'lines' | 'changes'>>,
  seen: number,
): TransactWriteItem =>
  change(table, ledgerKeys.project(projectCode), { set: changed, when: '#revision = :seen', values: { seen } })

export type LineFigure = 'allocated' | 'released' | 'funded' | 'handedBack' | 'spent' | 'settled'

export interface LineMove {
  readonly figure: LineFigure
  readonly amount: number
  readonly left: -1 | 0 | 1
  /** The revision a decision rests on, where it rests on one. */
  readonly seen: number | undefined
}

/** Adds to one figure, and takes from or gives to what the line has left: never below nothing. */
export const lineMoved = (
  table: string,
  { projectCode, lineCode }: Pick<Line, 'projectCode' | 'lineCode'>,
  { figure, amount, left, seen }: LineMove,
): TransactWriteItem =>
  change(table, ledgerKeys.budgetLine(projectCode, lineCode), {
    add: { [figure]: amount, ...(left === 0 ? {} : { quantity: left * amount }) },
    when: [
      left === -1 ? '#quantity >= :amount' : 'attribute_exists(pk)',
      ...(seen === undefined ? [] : ['#revision = :seen']),
    ].join(' AND '),
    values: { ...(left === -1 ? { amount } : {}), ...(seen === undefined ? {} : { seen }) },
  })

/** Of what was written off with a tablet, so much turned out to have been given before: it is missing no more. */
export const lineGivenBefore = (
  table: string,
  { projectCode, lineCode }: Pick<Line, 'projectCode' | 'lineCode'>,
  quantity: number,
): TransactWriteItem =>
  change(table, ledgerKeys.budgetLine(projectCode, lineCode), {
    add: { missing: -quantity },
    when: 'attribute_exists(pk)',
  })

/** So much of a line's money is gone from where it lay; below nothing, found again, and never more than went missing. */
export const lineMissed = (
  table: string,
  { projectCode, lineCode }: Pick<Line, 'projectCode' | 'lineCode'>,
  missing: number,
): TransactWriteItem =>
  change(table, ledgerKeys.budgetLine(projectCode, lineCode), {
    add: { missing },
    when: missing < 0 ? '#missing >= :found' : 'attribute_exists(pk)',
    values: missing < 0 ? { found: -missing } : {},
  })
