/**
 * What a person's record said before a command changed it: name spelling, phone and home change, and nothing is
 * overwritten for good (domain.md 2.2). One item for each command that replaced something, put and never changed.
 */
import * as z from 'zod/mini'
import { contentHash } from '../platform/content-hash.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { registryKeys } from '../platform/tables.ts'
import { putNew, type TransactWriteItem } from '../platform/transaction.ts'
import { basicFactsOf } from './basic-facts.ts'
import { BasicFacts, type FullTier, fullTierFields } from './person-fields.ts'
import type { Person } from './person-record.ts'

export const storedPersonVersion = storedShape(1, () =>
  z.object({
    personId: z.string(),
    /** Of the person, as it was read: it said this. */
    personRevision: z.int(),
    /** The intake or the completion that replaced it. */
    commandId: z.string(),
    officerId: z.string(),
    deviceTime: z.string(),
    /** The server's clock. */
    replacedAt: z.string(),
    /** All of them, where one of them changed. */
    basic: z.optional(BasicFacts),
    /** Those fields of the full tier that changed or were emptied; whom a person ruled out is only ever added to. */
    full: z.optional(fullTierFields()),
    revision: z.int(),
  }),
)
export type PersonVersion = Omit<Stored<typeof storedPersonVersion>, 'revision'>
export type ReplacedBy = Pick<PersonVersion, 'commandId' | 'officerId' | 'deviceTime' | 'replacedAt'>

type Facts = Pick<Person, 'fast' | 'full'>
type Known = Facts & Pick<Person, 'personId' | 'revision'>
const isSame = (one: unknown, other: unknown): boolean => contentHash({ one }) === contentHash({ one: other })

function replacedFields(before: FullTier = {}, after: FullTier = {}): FullTier | undefined {
  const now = new Map<string, unknown>(Object.entries(after))
  const replaced = Object.entries(before).filter(
    ([field, said]) => field !== 'exclusions' && said !== undefined && !isSame(said, now.get(field)),
  )
  return replaced.length === 0 ? undefined : Object.fromEntries(replaced)
}

/** What a command replaces in a person's record; undefined where it only adds. */
export function versionReplaced(before: Known, after: Facts, by: ReplacedBy): PersonVersion | undefined {
  const known = basicFactsOf(before.fast)
  const basic = isSame(known, basicFactsOf(after.fast)) ? undefined : known
  const full = replacedFields(before.full, after.full)
  const { personId, revision: personRevision } = before
  return basic || full ? { personId, personRevision, ...by, basic, full } : undefined
}

export const versionKept = (table: string, version: PersonVersion): TransactWriteItem =>
  putNew(table, registryKeys.personVersion(version.personId, version.personRevision), {
    schemaVersion: 1,
    ...version,
  })
