import { describe, expect, it } from 'vitest'
import { archiveAudit } from '../../../functions/audit-archive/archive-audit.ts'
import { archiveGateway } from '../../../functions/audit-archive/archive-gateway.ts'
import { isChangedRecord } from '../../../functions/audit-archive/changed-record.ts'
import type { StreamRecord } from '../../../functions/platform/stream-event.ts'
import { auditKeys, ledgerKeys } from '../../../functions/platform/tables.ts'
import { aStreamRecord } from '../../builders/stream.ts'
import { keptBucket } from '../../harness/kept-bucket.ts'
import { keptLog } from '../../harness/sealed-zone.ts'

const entryKey = auditKeys.entry('person-1', '2026-11-22T08:00:00.000Z', 'entry-1')
const entry = { at: '2026-11-22T08:00:00.000Z', officerId: 'officer-1', action: 'readPerson', subjectId: 'person-1' }
const entitlement = ledgerKeys.entitlement('return-1', 'BLANKET')
const lease = ledgerKeys.lease('MB', 'BLANKET')

async function archived(records: readonly StreamRecord[], bucket = keptBucket()) {
  const { log, lines } = keptLog()
  const counted: number[] = []
  const handle = archiveAudit({
    archive: archiveGateway(bucket.bucket),
    log,
    countChanged: count => counted.push(count),
  })
  const answer = await handle({ Records: records })
  return { answer, names: [...bucket.objects.keys()], bucket, counted, lines }
}

describe('a changed record', () => {
  it.each([
    ['an audit entry put', 'INSERT', entryKey, false],
    ['an audit entry replaced', 'MODIFY', entryKey, true],
    ['an audit entry removed', 'REMOVE', entryKey, true],
    ['an entitlement put', 'INSERT', entitlement, false],
    ['an entitlement replaced', 'MODIFY', entitlement, true],
    ['an entitlement removed', 'REMOVE', entitlement, true],
    ['a lease drawn on', 'MODIFY', lease, false],
    ['something nobody knows replaced', 'MODIFY', { pk: 'OTHER#1', sk: 'X' }, true],
  ] as const)('%s: %s', (_name, eventName, key, expected) => {
    expect(isChangedRecord(aStreamRecord(key, undefined, eventName))).toBe(expected)
  })

  it('counts towards the alarm and is named in the log, by its key alone', async () => {
    const { counted, lines, answer } = await archived([
      aStreamRecord(entitlement, undefined, 'MODIFY'),
      aStreamRecord(lease, undefined, 'MODIFY'),
    ])
    expect(counted).toEqual([1])
    expect(lines[0]).toMatchObject({
      level: 'warn',
      code: 'changed-record',
      fields: { change: 'MODIFY', key: entitlement.pk },
    })
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  it('is told even where the archive is away', async () => {
    const bucket = keptBucket()
    bucket.bucket.put = () => Promise.reject(new Error('away'))
    const { log, lines } = keptLog()
    const counted: number[] = []
    const handle = archiveAudit({
      archive: archiveGateway(bucket.bucket),
      log,
      countChanged: count => counted.push(count),
    })
    await expect(handle({ Records: [aStreamRecord(entryKey, entry, 'MODIFY')] })).rejects.toThrow('away')
    expect([counted, lines.map(({ code }) => code)]).toEqual([[1], ['changed-record']])
  })
})

describe('the archive', () => {
  it('keeps each batch as one object, with what was done to each entry', async () => {
    const records = [aStreamRecord(entryKey, entry), aStreamRecord(entryKey, undefined, 'REMOVE')]
    const { names, bucket, counted } = await archived(records)
    expect(names).toHaveLength(1)
    expect(bucket.lines(names[0] ?? '')).toEqual([
      { change: 'INSERT', key: entryKey, entry: expect.objectContaining(entry) },
      { change: 'REMOVE', key: entryKey },
    ])
    expect(counted).toEqual([1])
  })

  it('writes over itself when a batch is delivered again', async () => {
    const records = [aStreamRecord(entryKey, entry)]
    const bucket = keptBucket()
    await archived(records, bucket)
    expect((await archived(records, bucket)).names).toHaveLength(1)
  })

  it('takes nothing of the ledger', async () => {
    expect((await archived([aStreamRecord(entitlement, undefined)])).names).toEqual([])
  })
})
