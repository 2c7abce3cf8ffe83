/** From the registry's stream to the lake: every record that can be counted, as it stands after the change. */
import { storedTask } from '../follow-up/task-record.ts'
import { storedReturnEvent } from '../intake/return-event.ts'
import type { Log } from '../platform/log.ts'
import { readStored } from '../platform/stored.ts'
import { againFrom, allTaken, type StreamAnswer, StreamEvent, type StreamRecord } from '../platform/stream-event.ts'
import { countedPrefix, planSort, taskSort, visitPrefix } from '../platform/tables.ts'
import { storedPlan, storedVisit } from '../reintegration/plan-record.ts'
import type { Fact } from './fact.ts'
import type { LakeGateway } from './lake-gateway.ts'
import { planFact, returnFact, taskFact, visitFact } from './record-facts.ts'

export interface GatherFactsParts {
  readonly lake: LakeGateway
  readonly log: Log
}

/** The fact of a change; undefined where it is of nothing that is counted, or of something taken away. */
export function factOf({ dynamodb: { Keys: keys, NewImage: now } }: StreamRecord): Fact | undefined {
  if (now === undefined) return undefined
  const sort = keys.sk.S
  if (sort === taskSort) return taskFact(readStored(storedTask, now))
  if (sort === planSort) return planFact(readStored(storedPlan, now))
  if (sort.startsWith(visitPrefix)) return visitFact(readStored(storedVisit, now))
  // Other outcomes of a counted person stand in the same slot, and are no return event.
  const isReturnEvent = sort.startsWith(countedPrefix) && now['outcome']?.S === 'REGISTERED'
  return isReturnEvent ? returnFact(readStored(storedReturnEvent, now)) : undefined
}

/**
 * Keeps one object for the batch. A record that cannot be read stops it there: what came before is kept, and the stream
 * comes back with the rest. Facts kept twice are counted once, by id and revision.
 */
export const gatherFacts =
  ({ lake, log }: GatherFactsParts) =>
  async (event: unknown): Promise<StreamAnswer> => {
    const { Records: records } = StreamEvent.parse(event)
    const facts: Fact[] = []
    let unreadable: StreamRecord | undefined
    for (const record of records) {
      try {
        const fact = factOf(record)
        if (fact) facts.push(fact)
      } catch (error) {
        log.fault('stream-record-unreadable', error, { eventId: record.eventID })
        unreadable = record
        break
      }
    }
    const [first] = records
    if (first && facts.length > 0) await lake.keep(first, facts)
    log.info('facts-kept', { records: records.length, facts: facts.length })
    return unreadable ? againFrom(unreadable) : allTaken
  }
