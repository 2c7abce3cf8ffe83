/** A receipt that was drawn for the sample: it waits at its post until somebody asked the person. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { verificationFindings } from './verification-findings.ts'

export const storedSample = storedShape(1, () =>
  z.object({
    receiptId: z.string(),
    returnEventId: z.string(),
    displayNumber: z.string(),
    issuedAt: z.string(),
    /** By which it was drawn. */
    seed: z.string(),
    found: z.optional(z.enum(verificationFindings)),
    note: z.optional(z.string()),
    verificationId: z.optional(z.string()),
    contentHash: z.optional(z.string()),
    verifiedBy: z.optional(z.string()),
    verifiedAt: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Sample = Stored<typeof storedSample>

export type NewSample = Pick<Sample, 'receiptId' | 'returnEventId' | 'displayNumber' | 'issuedAt' | 'seed'>

export const storedSeed = storedShape(1, () => z.object({ seed: z.string() }))

/** Once for a day: whoever comes second finds the first. */
export const seedMade = (table: string, date: string, seed: string): TransactWriteItem =>
  change(table, ledgerKeys.sampleSeed(date), {
    set: { schemaVersion: 1, seed },
    when: 'attribute_not_exists(pk)',
  })

/** Once, however many of its lines are told of. */
export const sampled = (table: string, post: string, sample: NewSample): TransactWriteItem =>
  change(table, ledgerKeys.sample(post, sample.issuedAt, sample.receiptId), {
    set: { schemaVersion: 1, ...sample },
    when: 'attribute_not_exists(pk)',
  })

export const verified = (
  table: string,
  post: string,
  { issuedAt, receiptId }: Pick<Sample, 'issuedAt' | 'receiptId'>,
  said: Required<Pick<Sample, 'found' | 'verificationId' | 'contentHash' | 'verifiedBy' | 'verifiedAt'>> & {
    readonly note: string | undefined
  },
): TransactWriteItem =>
  change(table, ledgerKeys.sample(post, issuedAt, receiptId), {
    set: said,
    when: 'attribute_exists(pk) AND attribute_not_exists(#found)',
  })
