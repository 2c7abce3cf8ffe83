/** A person as they stand in the registry: one person, several return events. */
import * as z from 'zod/mini'
import { Consent, FastLane, FullTier } from '../intake/contract.ts'
import type { StoredShape } from '../platform/stored.ts'
import { lookupKeys } from '../platform/tables.ts'
import { nameKey } from './name-folding.ts'

export const ReturnReference = z.object({
  returnEventId: z.string(),
  batchId: z.string(),
  /** Where the return event stands under its batch. */
  slot: z.string(),
  post: z.string(),
  displayNumber: z.string(),
  receivedAt: z.string(),
  priority: z.enum(['ORDINARY', 'PRIORITY']),
})
export type ReturnReference = z.infer<typeof ReturnReference>

const Person = z.object({
  personId: z.string(),
  fast: FastLane,
  full: z.optional(FullTier),
  consents: z.array(Consent),
  returns: z.array(ReturnReference),
  /** What the core fields said before: name spelling, phone and home change, and nothing is overwritten. */
  earlier: z.optional(z.array(z.object({ fast: FastLane, replacedAt: z.string() }))),
  revision: z.int(),
})
export type Person = z.infer<typeof Person>

export const storedPerson = { version: 1, schema: Person } satisfies StoredShape<Person>

/** How the person is found by folded name; the order carries what a first look compares, so that most need no read. */
export const personLookup = (personId: string, fast: FastLane): { lookupKey: string; lookupOrder: string } => ({
  lookupKey: lookupKeys.name(nameKey(fast.names.givenNames, fast.names.surname)),
  lookupOrder: [fast.sex, fast.birth.date.slice(0, 4), fast.homeDistrict, personId].join('#'),
})
