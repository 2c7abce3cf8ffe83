import { createHash } from 'node:crypto'
import type * as z from 'zod/mini'
import type { Fact, PlanFact, VisitFact } from '../../functions/facts/fact.ts'

/** A reference as the facts function makes them: 22 letters. */
export const reference = (of: string): string =>
  createHash('sha256').update(of).digest().subarray(0, 16).toString('base64url')

type Plan = z.infer<typeof PlanFact>
type Visit = z.infer<typeof VisitFact>

export const aPlanFact = (override: Partial<Plan> = {}): Fact => ({
  factVersion: 1,
  kind: 'PLAN',
  id: reference('plan-1'),
  revision: 1,
  district: 'LS-C',
  month: '2026-11',
  quarter: '2026-Q4',
  returnRef: reference('return-1'),
  personRef: reference('person-1'),
  state: 'ELIGIBLE',
  assistance: ['MICROBUSINESS'],
  ...override,
})

export const aVisitFact = (override: Partial<Visit> = {}): Fact => ({
  factVersion: 1,
  kind: 'VISIT',
  id: reference('visit-1'),
  revision: 1,
  district: 'LS-C',
  month: '2026-11',
  quarter: '2026-Q4',
  planRef: reference('plan-1'),
  reached: true,
  occasion: 'BASELINE',
  instrument: 'RSS@1',
  weightSet: 'PROVISIONAL_EQUAL',
  economic: 0.4,
  social: 0.4,
  psychosocial: 0.4,
  composite: 0.4,
  ...override,
})
