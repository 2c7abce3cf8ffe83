/** What is shown of a batch and of those counted in it (domain.md 2.9). The intake reads batches too, and no route of them. */
import * as z from 'zod/mini'
import { Count, Id, Instant } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { CountedOutcome, ReturnType, SendingFacility, Transport } from '../registration/code-lists.ts'

export const batchStates = ['EXPECTED', 'ARRIVED', 'CLOSED', 'CLOSED_UNEXPLAINED'] as const

/** Men, women and children apart as they step off: it sizes kits and seats. */
export const Heads = z.strictObject({ men: Count, women: Count, children: Count })
export type Heads = z.infer<typeof Heads>

/** How many of the whole bus came barefoot, and with nothing in their hands: it sizes shoes and kits, and names nobody. */
export const Needs = z.strictObject({ barefoot: Count, emptyHanded: Count })
export type Needs = z.infer<typeof Needs>

/** Headcount minus every outcome; zero is balanced. */
export const Balance = z.strictObject({
  headcount: z.int(),
  outcomes: z.partialRecord(CountedOutcome, z.int()),
  difference: z.int(),
})
export type Balance = z.infer<typeof Balance>

export const BatchSummary = z.strictObject({
  batchId: Id,
  post: PostCode,
  transport: Transport,
  sendingFacility: SendingFacility,
  returnType: ReturnType,
  escortAgency: z.optional(z.string()),
  manifestNumber: z.optional(z.string()),
  declaredHeadcount: z.int(),
  heads: z.optional(Heads),
  needs: z.optional(Needs),
  state: z.enum(batchStates),
  openedAt: Instant,
  revision: z.int(),
})
export type BatchSummary = z.infer<typeof BatchSummary>

export const CountedPerson = z.strictObject({
  id: Id,
  row: z.optional(z.int()),
  outcome: CountedOutcome,
  displayNumber: z.optional(z.string()),
})
export type CountedPerson = z.infer<typeof CountedPerson>
