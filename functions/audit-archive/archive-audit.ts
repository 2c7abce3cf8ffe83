/** Copies the audit out of reach, and raises an alarm where an append-only record was changed. */
import type { Log } from '../platform/log.ts'
import { fromStored } from '../platform/stored.ts'
import { allTaken, type StreamAnswer, StreamEvent, type StreamRecord } from '../platform/stream-event.ts'
import { isAuditEntry } from '../platform/tables.ts'
import type { ArchivedLine, ArchiveGateway } from './archive-gateway.ts'
import { isChangedRecord } from './changed-record.ts'

export interface ArchiveAuditParts {
  readonly archive: ArchiveGateway
  readonly log: Log
  /** Counts changed records towards the alarm. */
  readonly countChanged: (count: number) => void
}

const lineOf = ({ eventName, dynamodb: { Keys, NewImage } }: StreamRecord): ArchivedLine => ({
  change: eventName,
  key: { pk: Keys.pk.S, sk: Keys.sk.S },
  ...(NewImage === undefined ? {} : { entry: fromStored(NewImage) }),
})

/**
 * Reads two streams: the audit's, which is archived whole, and the ledger's, of which only the keys come. The alarm is
 * raised before the archive is written: a broken archive must not silence it.
 */
export const archiveAudit =
  ({ archive, log, countChanged }: ArchiveAuditParts) =>
  async (event: unknown): Promise<StreamAnswer> => {
    const { Records: records } = StreamEvent.parse(event)
    const changed = records.filter(isChangedRecord)
    for (const { eventID, eventName, dynamodb } of changed)
      log.warn('changed-record', { eventId: eventID, change: eventName, key: dynamodb.Keys.pk.S })
    if (changed.length > 0) countChanged(changed.length)

    const entries = records.filter(({ dynamodb }) => isAuditEntry(dynamodb.Keys.pk.S))
    const [first] = entries
    if (first) await archive.keep(first, entries.map(lineOf))
    log.info('audit-archived', { records: records.length, entries: entries.length })
    return allTaken
  }
