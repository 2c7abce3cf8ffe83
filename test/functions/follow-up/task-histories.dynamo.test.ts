/** Any history of claims, releases, completions, waits and sweeps, repeats among them, against a plain model. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sweepStore } from '../../../functions/escalation/sweep-store.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { aCallTask } from '../../builders/task.ts'
import { aClaim, aCompletion, aRelease } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'
import { type Step, TaskModel } from './task-model.ts'

const seed = 20_261_122
const groups = ['administrator-office@LS-C']

// Few officers and few ids: the same command comes again, and from the wrong hand.
const officer = fc.constantFrom('officer-1', 'officer-2')
const id = fc.constantFrom(
  '0193a3a0-0000-7000-8000-00000000c001',
  '0193a3a0-0000-7000-8000-00000000c002',
  '0193a3a0-0000-7000-8000-00000000c003',
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('claim'), officer, id, sawLatest: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('release'), officer, id, reason: fc.constantFrom('ill', 'away') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('complete'),
      officer,
      id,
      outcome: fc.constantFrom('PROVIDED', 'DECLINED'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.constantFrom(29, 60, 120, 121) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sweep') }) },
)

async function replay(desks: DistrictDesks, steps: readonly Step[]): Promise<void> {
  let now = startOfTest
  const setNow = (instant: string) => {
    now = instant
    desks.setClock(instant)
  }
  setNow(startOfTest)
  // Eight hours allowed, so that a claim lapses after two.
  const task = aCallTask({ raisedAt: now, dueAt: '2026-11-22T18:00:00.000Z' })
  await desks.raise(task)
  const model = new TaskModel(task)
  const { taskId } = task

  const answerTo = async (sent: Step) => {
    switch (sent.do) {
      case 'claim': {
        const body = aClaim({ revision: sent.sawLatest ? model.revision : model.revision - 1 })
        const params = { taskId, claimId: sent.id }
        return desks.ask('claimTask', { groups, officer: sent.officer, params, body })
      }
      case 'release': {
        const params = { taskId, releaseId: sent.id }
        const body = aRelease({ reason: sent.reason })
        return desks.ask('releaseTask', { groups, officer: sent.officer, params, body })
      }
      case 'complete': {
        const params = { taskId, completionId: sent.id }
        const body = aCompletion({ outcome: sent.outcome })
        return desks.ask('completeTask', { groups, officer: sent.officer, params, body })
      }
      default:
        throw new Error('nobody is asked')
    }
  }

  for (const sent of steps) {
    if (sent.do === 'wait') setNow(new Date(Date.parse(now) + sent.minutes * 60_000).toISOString())
    else if (sent.do === 'sweep') {
      await sweepOne(desks, taskId, now)
      model.swept(now)
    } else {
      const answer = await answerTo(sent)
      const expected =
        sent.do === 'claim'
          ? model.claimed(sent, now)
          : sent.do === 'release'
            ? model.released(sent, now)
            : model.completed(sent, now)
      expect(answer.body, JSON.stringify(sent)).toMatchObject(expected)
    }
    const stored = await desks.taskAsStored(taskId)
    expect([stored?.state, stored?.revision, stored?.claimedBy]).toEqual([
      model.state,
      model.revision,
      model.claim?.officer,
    ])
  }
}

/** The sweep's own read and write, on the one task's queue. */
async function sweepOne({ client, tables }: DistrictDesks, taskId: string, now: string): Promise<void> {
  const store = sweepStore(client, tables.registry)
  const audit = createAudit(client, tables.audit, { now: () => new Date(now) })
  const caller = { officerId: 'escalation', grants: [] }
  for await (const task of store.queue({ place: 'LS-C', desk: 'administrator-office', state: 'CLAIMED' }))
    if (task.taskId === taskId)
      await store.lapse(task, now, audit.entry({ caller, action: 'lapseClaim', subjectId: taskId }))
}

it(`agrees with a plain model after any history (seed ${seed})`, async () => {
  const desks = await districtDesks()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), steps => replay(desks, steps)),
    { seed, numRuns: 40 },
  )
  expect(desks.log.faults).toEqual([])
})
