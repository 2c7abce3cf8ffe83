/** An answer to a purpose as it is kept: who took it down, and when by both clocks (domain.md 2.7). No AWS. */
import * as z from 'zod/mini'
import { Instant } from '../platform/fields.ts'
import { Consent } from './person-fields.ts'

/** Built when it is needed: a cold start pays for no shape it does not meet. Answers of before this was kept lack the three. */
export const keptConsent = () =>
  z.extend(Consent, {
    officerId: z.optional(z.string()),
    /** By the officer's own clock; `receivedAt` is the server's. */
    deviceTime: z.optional(Instant),
    receivedAt: z.optional(Instant),
  })
export type KeptConsent = z.infer<ReturnType<typeof keptConsent>>

export interface TakenDown {
  readonly officerId: string
  readonly deviceTime: string
  /** UTC instant. */
  readonly receivedAt: string
}

export const keptAnswers = (answers: readonly Consent[], by: TakenDown): KeptConsent[] =>
  answers.map(answer => ({ ...answer, ...by }))
