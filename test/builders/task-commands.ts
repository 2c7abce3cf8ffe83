/** What a district desk sends about a task, a plan or a visit. */
import type { ClaimTask, CompleteTask, ReleaseTask } from '../../functions/follow-up/contract.ts'
import type { MovePlan, RecordPlan, RecordVisit } from '../../functions/reintegration/contract.ts'

const command = { versions: { contract: 1, rules: '2026-11-01' }, deviceTime: '2026-11-22T09:59:00.000Z' }

export const aClaim = (override: Partial<ClaimTask> = {}): ClaimTask => ({ ...command, revision: 1, ...override })
export const aRelease = (override: Partial<ReleaseTask> = {}): ReleaseTask => ({
  ...command,
  reason: 'On leave from Monday',
  ...override,
})
export const aCompletion = (override: Partial<CompleteTask> = {}): CompleteTask => ({
  ...command,
  outcome: 'PROVIDED',
  ...override,
})
export const aPlan = (override: Partial<RecordPlan> & Pick<RecordPlan, 'taskId'>): RecordPlan => ({
  ...command,
  assistance: ['MICROBUSINESS'],
  steps: [{ step: 'Buy chicks and feed', dueOn: '2027-01-15' }],
  ...override,
})
export const aMove = (override: Partial<MovePlan> = {}): MovePlan => ({
  ...command,
  to: 'STARTED',
  revision: 1,
  ...override,
})
export const aVisit = (override: Partial<RecordVisit> & Pick<RecordVisit, 'taskId'>): RecordVisit => ({
  ...command,
  visitedOn: '2026-11-21',
  reached: true,
  ...override,
})
