/**
 * What follows from a trip's arrival, for one passenger after the other: a bus carries more than one transaction does.
 * Each is a transaction of its own that a seat lets happen once, so that whoever tries again goes on where it stopped.
 */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { lostBasis } from '../follow-up/task-basis.ts'
import { tasksAndLaterAttempts } from '../follow-up/task-chain-store.ts'
import { arrivedHome, type BasisEnd } from '../follow-up/task-corrections.ts'
import { taskId } from '../follow-up/task-id.ts'
import type { Task } from '../follow-up/task-record.ts'
import { findStored } from '../platform/reads.ts'
import { registryKeys } from '../platform/tables.ts'
import { Contended, change, type GuardedWrite, transact } from '../platform/transaction.ts'
import { storedPerson } from '../registration/person-record.ts'
import type { Seat, Trip } from './trip-record.ts'

/** How often a task may be claimed, escalated or moved between our look and our write. */
const tries = 5

export const homecomingStore = (database: DynamoDBClient, table: string) => {
  /**
   * The task that still asks whether they are home: the last attempt of the one raised with their seat (domain.md 5.3),
   * as long as nobody has taken it. Who has taken it asks the person, and ends it as they find. None is raised here.
   */
  async function waitingTask({ returnEventId, personId }: Seat): Promise<Task | undefined> {
    const tasks = await tasksAndLaterAttempts(database, table, [taskId(returnEventId, 'ARRIVED_HOME', 1)])
    const waiting = tasks.find(({ state, nextTaskId }) => state === 'OPEN' && nextTaskId === undefined)
    if (waiting === undefined) return undefined
    const person = await findStored(database, table, registryKeys.person(personId), storedPerson)
    // what the person no longer agrees to ends in its own way, and says nothing of where they are
    return lostBasis(waiting, person) ? undefined : waiting
  }

  return {
    /** Once for each seat: a second time finds it settled, and changes nothing. `audit`: of the person, or of the task. */
    async settle(
      trip: Pick<Trip, 'tripId'>,
      seat: Seat,
      by: BasisEnd,
      audit: (subjectId: string) => TransactWriteItem,
    ): Promise<void> {
      for (let time = 1; time <= tries; time += 1) {
        const task = await waitingTask(seat)
        const writes: GuardedWrite<'seat' | 'task' | 'audit'>[] = [
          {
            guard: 'seat',
            write: change(table, registryKeys.seat(trip.tripId, seat.returnEventId), {
              set: { state: 'SET_DOWN' },
              when: '#state = :taken',
              values: { taken: 'TAKEN' },
            }),
          },
          { guard: 'audit', write: audit(seat.personId) },
          ...(task === undefined
            ? []
            : [
                { guard: 'task' as const, write: arrivedHome(table, task, by) },
                { guard: 'audit' as const, write: audit(task.taskId) },
              ]),
        ]
        const outcome = await transact(database, writes)
        if (outcome.committed || outcome.failed.some(({ guard }) => guard === 'seat')) return
      }
      throw new Contended('a task that moves all the time')
    },
  }
}
export type HomecomingStore = ReturnType<typeof homecomingStore>
