/** From the registry's stream to the bus: one event, at most, for each change of a task. */
import { storedTask } from '../follow-up/task-record.ts'
import type { Log } from '../platform/log.ts'
import { readStored } from '../platform/stored.ts'
import { againFrom, allTaken, type StreamAnswer, StreamEvent, type StreamRecord } from '../platform/stream-event.ts'
import { taskSort } from '../platform/tables.ts'
import type { BusGateway } from './bus-gateway.ts'
import { type TaskEvent, taskEvent } from './task-events.ts'

export interface DispatchParts {
  readonly bus: BusGateway
  readonly log: Log
}

/**
 * Publishes in the stream's order and stops at the first record it could not read or the bus did not take: the stream
 * comes back with that one and those after it, each under the event id it had before.
 */
export const dispatchChanges =
  ({ bus, log }: DispatchParts) =>
  async (event: unknown): Promise<StreamAnswer> => {
    const { Records: records } = StreamEvent.parse(event)
    const { changes, unreadable } = readChanges(records, log)
    const notTaken = await bus.publish(changes.map(change => change.event))
    if (notTaken !== undefined) log.warn('bus-refused', { published: notTaken, of: changes.length })
    const stoppedAt = (notTaken === undefined ? undefined : changes[notTaken]?.record) ?? unreadable
    return stoppedAt ? againFrom(stoppedAt) : allTaken
  }

interface Change {
  readonly record: StreamRecord
  readonly event: TaskEvent
}

function readChanges(records: readonly StreamRecord[], log: Log): { changes: Change[]; unreadable?: StreamRecord } {
  const changes: Change[] = []
  for (const record of records) {
    try {
      const event = eventOf(record)
      if (event) changes.push({ record, event })
    } catch (error) {
      log.fault('stream-record-unreadable', error, { eventId: record.eventID })
      return { changes, unreadable: record }
    }
  }
  return { changes }
}

function eventOf({ eventID, dynamodb }: StreamRecord): TaskEvent | undefined {
  const { Keys: keys, NewImage: now, OldImage: then } = dynamodb
  if (keys.sk.S !== taskSort || now === undefined) return undefined
  return taskEvent(then && readStored(storedTask, then), readStored(storedTask, now), eventID)
}
