/**
 * What the lake holds of a record: enough to count it, too little to find whom it is about (design.md promise 6).
 * No name, number, phone, village, officer or date: ids are hashed, days are months, ages are groups. Pure.
 */
import * as z from 'zod/mini'
import { DistrictCode } from '../platform/places.ts'

/** The groups of domain.md 6.6, by the year of birth alone, so that one at the edge may stand in the next. */
const ageGroups = [
  ['0-4', 4],
  ['5-11', 11],
  ['12-17', 17],
  ['18-24', 24],
  ['25-34', 34],
  ['35-49', 49],
  ['50-59', 59],
  ['60+', Number.POSITIVE_INFINITY],
] as const

export const ageBandOf = (birthYear: number, inYear: number): string =>
  ageGroups.find(([, oldest]) => inYear - birthYear <= oldest)?.[0] ?? 'unknown'

const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/))
const Quarter = z.string().check(z.regex(/^\d{4}-Q[1-4]$/))
/** A hash: the same for the same record, and back to it by nobody who does not hold the registry. */
const Reference = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
const Score = z.nullable(z.number())

const common = {
  factVersion: z.literal(1),
  id: Reference,
  /** Readers take the highest of each fact. */
  revision: z.int(),
  /** Absent where the record belongs to no district: a task of a post without one. */
  district: z.optional(DistrictCode),
  month: Month,
  quarter: Quarter,
}

export const ReturnFact = z.strictObject({
  ...common,
  kind: z.literal('RETURN'),
  personRef: Reference,
  post: z.string(),
  returnType: z.string(),
  /** ISO 5218: 0 not known, 1 male, 2 female. */
  sex: z.int(),
  ageBand: z.string(),
  priority: z.enum(['ORDINARY', 'PRIORITY']),
  items: z.array(z.string()),
})

/** Months and quarters are those in which the plan became eligible: the cohort it is counted in. */
export const PlanFact = z.strictObject({
  ...common,
  kind: z.literal('PLAN'),
  returnRef: Reference,
  personRef: Reference,
  state: z.string(),
  startedMonth: z.optional(Month),
  completedMonth: z.optional(Month),
  assistance: z.array(z.string()),
})

export const VisitFact = z.strictObject({
  ...common,
  kind: z.literal('VISIT'),
  planRef: Reference,
  reached: z.boolean(),
  occasion: z.optional(z.string()),
  instrument: z.optional(z.string()),
  weightSet: z.optional(z.string()),
  economic: z.optional(Score),
  social: z.optional(Score),
  psychosocial: z.optional(Score),
  composite: z.optional(Score),
})

/** How the work stands, never what it is about: a kind of need in a small place names a person. */
export const TaskFact = z.strictObject({
  ...common,
  kind: z.literal('TASK'),
  state: z.string(),
  family: z.string(),
})

export const Fact = z.discriminatedUnion('kind', [ReturnFact, PlanFact, VisitFact, TaskFact])
export type Fact = z.infer<typeof Fact>
