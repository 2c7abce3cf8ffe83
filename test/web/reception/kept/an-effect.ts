import type { BatchSummary } from '../../../../functions/arrivals/batch.ts'
import type { StandingEffect } from '../../../../web/src/reception/kept/local-effect.ts'

export const batchId = '0193a3a0-0000-7000-8000-000000000001'
const at = '2026-11-22T08:00:00.000Z'

export const aBatch = (override: Partial<BatchSummary> = {}): BatchSummary => ({
  batchId,
  post: 'MB',
  transport: 'BUS',
  sendingFacility: 'LINDELA',
  returnType: 'DEPORTED',
  declaredHeadcount: 117,
  state: 'EXPECTED',
  openedAt: at,
  revision: 1,
  ...override,
})

type State = StandingEffect['state']
const common = (recordId: string, state: State) => ({ recordId, batchId, at, state })

export const opened = (batch = aBatch(), state: State = 'unsent'): StandingEffect => ({
  ...common(batch.batchId, state),
  batchId: batch.batchId,
  is: 'batch',
  batch,
})
export const headsCounted = (recordId: string, men: number, state: State = 'unsent'): StandingEffect => ({
  ...common(recordId, state),
  is: 'heads',
  heads: { men, women: 0, children: 0 },
})
export const left = (recordId: string, row?: number, state: State = 'unsent'): StandingEffect => ({
  ...common(recordId, state),
  is: 'outcome',
  row,
  outcome: 'LEFT_BEFORE',
})
export const registered = (
  recordId: string,
  row?: number,
  state: State = 'unsent',
): Extract<StandingEffect, { is: 'intake' }> => ({
  ...common(recordId, state),
  is: 'intake',
  row,
  person: {
    personId: `person of ${recordId}`,
    displayNumber: 'XV-7F-00001-Z',
    givenNames: 'Khotso',
    surname: 'Foulo',
    sex: 1,
    birthYear: 1985,
    district: 'LS-C',
  },
  flags: [],
  given: [{ item: 'BLANKET', quantity: 1 }],
  notGiven: [],
})
