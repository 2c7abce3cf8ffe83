/** The sweep over every queue, on a real database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { sweepStore } from '../../../functions/escalation/sweep-store.ts'
import { sweepTasks } from '../../../functions/escalation/sweep-tasks.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { aCallTask, aTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'
import { silentLog } from '../../harness/silent-log.ts'

const wage = { type: 'WAGE_CLAIM', roles: ['labour'], family: 'OFFICE' } as const
const overdue = { ...wage, roles: [...wage.roles], dueAt: '2026-11-22T09:00:00.000Z' }

describe('the sweep', () => {
  let desks: DistrictDesks
  beforeEach(async () => {
    desks = await districtDesks()
  })

  const claim = async (taskId: string, groups = ['administrator-office@LS-C']) => {
    const params = { taskId, claimId: crypto.randomUUID() }
    const { status, body } = await desks.ask('claimTask', { groups, params, body: aClaim() })
    expect(status).toBe(201)
    return String(body['lapsesAt'])
  }

  it('opens a lapsed claim to the others, once, and leaves a live one alone', async () => {
    const [lapsing, live] = [aCallTask(), aTask({ place: 'LS-D' })]
    await desks.raise(lapsing, live)
    const lapsesAt = await claim(lapsing.taskId)
    await claim(live.taskId, ['livelihood@LS-D'])
    desks.setClock(new Date(Date.parse(lapsesAt) - 1).toISOString())
    expect(await desks.sweep()).toEqual({ lapsed: 0, escalated: 0, overtaken: 0 })
    desks.setClock(lapsesAt)
    expect(await desks.sweep()).toEqual({ lapsed: 1, escalated: 0, overtaken: 0 })
    expect(await desks.sweep()).toEqual({ lapsed: 0, escalated: 0, overtaken: 0 })
    const task = await desks.taskAsStored(lapsing.taskId)
    expect(task).toMatchObject({ state: 'OPEN', revision: 3 })
    for (const field of ['claimId', 'claimedBy', 'claimedAt', 'lapsesAt']) expect(task).not.toHaveProperty(field)
    expect((await desks.taskAsStored(live.taskId))?.state).toBe('CLAIMED')
    expect(
      (await desks.auditOf(lapsing.taskId)).map(({ action, officerId, roles }) => [action, officerId, roles]),
    ).toContainEqual(['lapseClaim', 'escalation', []])
  })

  it('calls the next on the roster when a task is overdue, once for each level', async () => {
    const task = aTask(overdue)
    await desks.raise(task)
    const seenByOffice = async () => {
      const query = { place: 'LS-C', state: 'OPEN' }
      const { body } = await desks.ask('listTasks', { groups: ['administrator-office@LS-C'], query })
      return JSON.stringify(body).includes(task.taskId)
    }
    expect(await seenByOffice()).toBe(false)
    expect(await desks.sweep()).toEqual({ lapsed: 0, escalated: 1, overtaken: 0 })
    expect(await desks.sweep()).toEqual({ lapsed: 0, escalated: 0, overtaken: 0 })
    expect(await seenByOffice()).toBe(true)
    expect(await desks.taskAsStored(task.taskId)).toMatchObject({
      escalation: 1,
      roles: ['labour', 'administrator-office'],
      state: 'OPEN',
    })
    desks.setClock('2026-11-26T09:00:00.000Z')
    const levels = [await desks.sweep(), await desks.sweep(), await desks.sweep()].map(({ escalated }) => escalated)
    expect(levels).toEqual([1, 1, 0])
    expect((await desks.taskAsStored(task.taskId))?.escalation).toBe(3)
    const entries = await desks.auditOf(task.taskId)
    expect(entries.filter(({ action }) => action === 'escalateTask')).toHaveLength(3)
  })

  it('escalates what is claimed and overdue, and leaves it with its claimant', async () => {
    const task = aTask(overdue)
    await desks.raise(task)
    await claim(task.taskId, ['labour@LS-C'])
    expect((await desks.sweep()).escalated).toBe(1)
    expect(await desks.taskAsStored(task.taskId)).toMatchObject({
      state: 'CLAIMED',
      claimedBy: 'officer-1',
      escalation: 1,
    })
  })

  it('looks at the queues of posts too, and never at what is not due', async () => {
    const ofPost = aTask({ ...overdue, type: 'UNEXPLAINED_COUNT', place: 'MB', roles: ['supervisor'] })
    await desks.raise(ofPost, aTask())
    expect(await desks.sweep()).toEqual({ lapsed: 0, escalated: 1, overtaken: 0 })
    expect(await desks.taskAsStored(ofPost.taskId)).toMatchObject({ escalation: 1, roles: ['supervisor'] })
  })

  it('does nothing twice when two sweeps meet', async () => {
    await desks.raise(...Array.from({ length: 6 }, () => aTask(overdue)))
    const [one, other] = await Promise.all([desks.sweep(), desks.sweep()])
    expect(one.escalated + other.escalated).toBe(6)
  })

  it('sweeps the other queues when one cannot be read, and says so at the end', async () => {
    const [task, unread] = [aTask(overdue), aTask({ ...overdue, place: 'LS-D' })]
    await desks.raise(task, unread)
    const clock = { now: () => new Date(startOfTest) }
    const store = sweepStore(desks.client, desks.tables.registry)
    const log = silentLog()
    const sweep = sweepTasks({
      tasks: {
        ...store,
        queue: queue => {
          if (queue.place === 'LS-D') throw new Error('no answer')
          return store.queue(queue)
        },
      },
      audit: createAudit(desks.client, desks.tables.audit, clock),
      clock,
      log,
    })
    await expect(sweep()).rejects.toThrow('some queues were not swept')
    expect((await desks.taskAsStored(task.taskId))?.escalation).toBe(1)
    expect((await desks.taskAsStored(unread.taskId))?.escalation).toBeUndefined()
    expect(log.faults.every(({ code }) => code === 'queue-not-swept')).toBe(true)
  })
})
