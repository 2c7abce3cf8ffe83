/** From the stream of a real table to the bus. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BusGateway } from '../../../functions/dispatch/bus-gateway.ts'
import { dispatchChanges } from '../../../functions/dispatch/dispatch-changes.ts'
import type { TaskEvent } from '../../../functions/dispatch/task-events.ts'
import { aCallTask, aPerson } from '../../builders/task.ts'
import { aClaim, aCompletion, aRelease } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks } from '../../harness/district-desks.ts'
import { silentLog } from '../../harness/silent-log.ts'

const groups = ['administrator-office@LS-C']

/** Every record of the registry's stream so far, as a Lambda gets them. */
async function streamOf({ client, tables }: DistrictDesks): Promise<_Record[]> {
  const endpoint = await client.config.endpoint?.()
  const streams = new DynamoDBStreamsClient({
    endpoint: `http://${endpoint?.hostname}:${endpoint?.port}`,
    region: 'af-south-1',
    credentials: { accessKeyId: 'stores', secretAccessKey: 'stores' },
  })
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tables.registry }))
  const StreamArn = Table?.LatestStreamArn
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const records: _Record[] = []
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    )
    records.push(...((await streams.send(new GetRecordsCommand({ ShardIterator }))).Records ?? []))
  }
  return records
}

/** A bus that keeps what it was told, and takes no more than so many. */
function keptBus(takes = Number.POSITIVE_INFINITY): BusGateway & { readonly told: TaskEvent[] } {
  const told: TaskEvent[] = []
  return {
    told,
    publish: async events => {
      told.push(...events.slice(0, takes))
      return events.length > takes ? takes : undefined
    },
  }
}

describe('dispatch', () => {
  let records: Awaited<ReturnType<typeof streamOf>>
  const person = aPerson()
  const task = aCallTask({ personId: person.personId, note: 'Ha Ramokoatsi' })
  const sequenceOf = (record: _Record | undefined) => record?.dynamodb?.SequenceNumber

  beforeAll(async () => {
    const desks = await districtDesks()
    const { taskId } = task
    const send = async (
      name: 'claimTask' | 'releaseTask' | 'completeTask',
      params: Record<string, string>,
      body: object,
    ) => expect((await desks.ask(name, { groups, params: { taskId, ...params }, body })).status).toBe(201)
    await desks.register(person)
    await desks.raise(task)
    await send('claimTask', { claimId: crypto.randomUUID() }, aClaim())
    await send('releaseTask', { releaseId: crypto.randomUUID() }, aRelease())
    desks.setClock('2026-11-24T09:00:00.000Z')
    await desks.sweep()
    await send('claimTask', { claimId: crypto.randomUUID() }, aClaim({ revision: 4 }))
    await send('completeTask', { completionId: crypto.randomUUID() }, aCompletion())
    records = await streamOf(desks)
  })

  it('tells each thing that happened to a task once, and of no other record', async () => {
    const bus = keptBus()
    expect(await dispatchChanges({ bus, log: silentLog() })({ Records: records })).toEqual({ batchItemFailures: [] })
    expect(bus.told.map(({ name }) => name)).toEqual([
      'task.raised',
      'task.claimed',
      'task.released',
      'task.overdue',
      'task.claimed',
      'task.finished',
    ])
    expect(records.length).toBeGreaterThan(bus.told.length)
  })

  it('tells nobody who, what number, which village or what kind of need', async () => {
    const bus = keptBus()
    await dispatchChanges({ bus, log: silentLog() })({ Records: records })
    for (const { detail } of bus.told)
      expect(Object.keys(detail).sort()).toEqual(['dueAt', 'eventId', 'family', 'place'])
    const text = JSON.stringify(bus.told)
    const secrets = [task.taskId, task.type, task.displayNumber, task.council, task.note, person.personId, 'officer-1']
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  it('gives an event the same id at every delivery', async () => {
    const [first, again] = [keptBus(), keptBus()]
    for (const bus of [first, again]) await dispatchChanges({ bus, log: silentLog() })({ Records: records })
    expect(again.told).toEqual(first.told)
    expect(new Set(first.told.map(({ detail }) => detail.eventId)).size).toBe(first.told.length)
  })

  it('comes back from the first event the bus did not take', async () => {
    const everything = keptBus()
    await dispatchChanges({ bus: everything, log: silentLog() })({ Records: records })
    const answer = await dispatchChanges({ bus: keptBus(2), log: silentLog() })({ Records: records })
    const third = records.find(({ eventID }) => eventID === everything.told[2]?.detail.eventId)
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(third) }] })
  })

  it('tells what came before a record it cannot read, and comes back from that one', async () => {
    const log = silentLog()
    const bus = keptBus()
    const poisoned = records.map((record, index) =>
      index === 3
        ? {
            ...record,
            dynamodb: {
              ...record.dynamodb,
              NewImage: { pk: { S: 'TASK#1' } },
              Keys: { pk: { S: 'TASK#1' }, sk: { S: 'TASK' } },
            },
          }
        : record,
    )
    const answer = await dispatchChanges({ bus, log })({ Records: poisoned })
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(records[3]) }] })
    expect(bus.told.map(({ name }) => name)).toEqual(['task.raised', 'task.claimed'])
    expect(log.faults.map(({ code }) => code)).toEqual(['stream-record-unreadable'])
  })
})
