/**
 * What time does to tasks: a claim held too long is open to others again, and a task overdue calls the next on the duty
 * roster (domain.md 5.2). A sweep that comes twice, or late, does nothing twice: each write's condition is on time.
 */
import { allDesks } from '../follow-up/task-desks.ts'
import type { Queue, QueuedTask } from '../follow-up/task-queue-store.ts'
import type { Audit } from '../platform/audit.ts'
import type { Caller } from '../platform/caller.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { districtCodes, postCodes } from '../platform/places.ts'
import { nextEscalation } from './escalation-steps.ts'
import type { SweepStore } from './sweep-store.ts'

export interface SweepParts {
  readonly tasks: SweepStore
  readonly audit: Audit
  readonly clock: Clock
  readonly log: Log
}

export interface SweepCounts {
  readonly lapsed: number
  readonly escalated: number
  /** Moved by somebody else while we looked. */
  readonly overtaken: number
}

/** The sweep acts for nobody: its entries name it, and it holds no role. */
const sweeper: Caller = { officerId: 'escalation', grants: [] }

/** A post's own tasks stand before its supervisor; a district's before its desks. */
const places: readonly { place: string; desks: readonly string[] }[] = [
  ...districtCodes.map(place => ({ place, desks: allDesks.filter(desk => desk !== 'supervisor') })),
  ...postCodes.map(place => ({ place, desks: ['supervisor'] })),
]

/** Queues looked at side by side. */
const sideBySide = 8

type Done = keyof SweepCounts | 'nothing'

/** One sweep over every queue. One queue's fault leaves the others swept, and is thrown at the end. */
export const sweepTasks =
  ({ tasks, audit, clock, log }: SweepParts) =>
  async (): Promise<SweepCounts> => {
    const now = clock.now()
    const at = now.toISOString()
    const counts = { lapsed: 0, escalated: 0, overtaken: 0 }
    const faults: unknown[] = []

    async function sweep(task: QueuedTask): Promise<Done> {
      if (task.state === 'CLAIMED' && task.lapsesAt !== undefined && task.lapsesAt <= at) {
        const entry = audit.entry({ caller: sweeper, action: 'lapseClaim', subjectId: task.taskId })
        return (await tasks.lapse(task, at, entry)) ? 'lapsed' : 'overtaken'
      }
      const next = nextEscalation(task, now)
      if (!next) return 'nothing'
      const entry = audit.entry({ caller: sweeper, action: 'escalateTask', subjectId: task.taskId })
      return (await tasks.escalate(task, next, entry)) ? 'escalated' : 'overtaken'
    }

    const queues = places.flatMap(({ place, desks }) =>
      desks.flatMap((desk): Queue[] => [
        // Claims are not ordered by their lapse, so all that are held are looked at; of the open ones, those overdue.
        { place, desk, state: 'CLAIMED' },
        { place, desk, state: 'OPEN', dueBefore: at },
      ]),
    )
    const waiting = queues.values()
    const sweepQueues = async () => {
      for (const queue of waiting)
        try {
          for await (const task of tasks.queue(queue)) {
            const done = await sweep(task)
            if (done !== 'nothing') counts[done] += 1
          }
        } catch (error) {
          log.fault('queue-not-swept', error, { place: queue.place, desk: queue.desk, state: queue.state })
          faults.push(error)
        }
    }
    await Promise.all(Array.from({ length: sideBySide }, sweepQueues))
    log.info('swept', counts)
    if (faults.length > 0) throw new AggregateError(faults, 'some queues were not swept')
    return counts
  }
