import { toStored } from '../../functions/platform/stored.ts'
import type { StreamRecord } from '../../functions/platform/stream-event.ts'
import { StreamEvent } from '../../functions/platform/stream-event.ts'
import type { Key } from '../../functions/platform/tables.ts'

let sequence = 0

/** A change as its table's stream shows it, parsed as the functions parse it. */
export function aStreamRecord(
  key: Key,
  item: Record<string, unknown> | undefined,
  eventName: StreamRecord['eventName'] = 'INSERT',
): StreamRecord {
  sequence += 1
  const record = {
    eventID: `event-${sequence}`,
    eventName,
    dynamodb: {
      Keys: toStored({ ...key }),
      SequenceNumber: String(sequence).padStart(21, '0'),
      ...(item === undefined ? {} : { NewImage: toStored({ ...key, schemaVersion: 1, ...item }) }),
    },
  }
  const [parsed] = StreamEvent.parse({ Records: [record] }).Records
  if (parsed === undefined) throw new Error('no record')
  return parsed
}
