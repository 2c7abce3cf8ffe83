import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, GetItemCommand, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { toStored } from '../../../functions/platform/stored.ts'
import type { Key } from '../../../functions/platform/tables.ts'
import { Contended, change, putNew, transact } from '../../../functions/platform/transaction.ts'
import { databaseClient, freshTables } from '../../harness/dynamodb-local.ts'

let client: DynamoDBClient
let table: string
let key: Key
beforeAll(async () => {
  const fresh = await freshTables()
  client = fresh.client
  table = fresh.tables.registry
})
beforeEach(() => {
  key = { pk: `THING#${randomUUID()}`, sk: 'THING' }
})

const put = (item: Record<string, unknown>) => transact(client, [{ guard: 'put', write: putNew(table, key, item) }])
const read = async () => {
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: toStored({ ...key }) }))
  return Item && unmarshall(Item)
}

it('puts where the key is free, and gives back what stands where it is not', async () => {
  expect(await put({ revision: 1, said: 'first' })).toEqual({ committed: true })
  const second = await put({ revision: 1, said: 'second' })
  expect(second).toEqual({
    committed: false,
    failed: [{ guard: 'put', old: toStored({ ...key, revision: 1, said: 'first' }) }],
  })
  expect(await read()).toMatchObject({ said: 'first' })
})

it('makes whatever it puts the first revision of it', async () => {
  await put({ said: 'once' })
  expect(await read()).toEqual({ ...key, revision: 1, said: 'once' })
})

it('sets, removes, adds and counts the revision up in one change', async () => {
  await put({ revision: 1, left: 5, name: 'old', gone: 'x' })
  const write = change(table, key, {
    set: { name: 'new', absent: undefined },
    remove: ['gone'],
    add: { left: -2 },
    when: '#left >= :wanted AND #name = :seen',
    values: { wanted: 2, seen: 'old' },
  })
  expect(await transact(client, [{ guard: 'change', write }])).toEqual({ committed: true })
  expect(await read()).toEqual({ ...key, revision: 2, left: 3, name: 'new' })
})

it('names every guard that failed and stores nothing of the rest', async () => {
  await put({ revision: 1, left: 1 })
  const elsewhere = { pk: `THING#${randomUUID()}`, sk: 'THING' }
  const outcome = await transact(client, [
    { guard: 'fresh', write: putNew(table, elsewhere, { revision: 1 }) },
    {
      guard: 'lease',
      write: change(table, key, { add: { left: -2 }, when: '#left >= :wanted', values: { wanted: 2 } }),
    },
  ])
  expect(outcome).toMatchObject({ committed: false, failed: [{ guard: 'lease' }] })
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: toStored(elsewhere) }))
  expect(Item).toBeUndefined()
})

it('grants exactly what there is to many at once', async () => {
  await put({ revision: 1, left: 7 })
  const draw = () =>
    transact(client, [
      { guard: 'lease', write: change(table, key, { add: { left: -1 }, when: '#left >= :one', values: { one: 1 } }) },
    ])
  const outcomes = await Promise.all(Array.from({ length: 20 }, draw))
  expect(outcomes.filter(({ committed }) => committed)).toHaveLength(7)
  expect(await read()).toMatchObject({ left: 0, revision: 8 })
})

/** DynamoDB Local never shows contention: this client meets it as often as told before the database is asked. */
async function contendedClient(times: number, code: string): Promise<{ contended: DynamoDBClient; met: () => number }> {
  const contended = await databaseClient()
  let met = 0
  contended.middlewareStack.add(
    next => async args => {
      if (met >= times) return next(args)
      met += 1
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        $metadata: {},
        CancellationReasons: [{ Code: code }],
      })
    },
    { step: 'initialize', name: 'contention' },
  )
  return { contended, met: () => met }
}

it('tries again while only contention stands in the way', async () => {
  const { contended, met } = await contendedClient(3, 'TransactionConflict')
  const outcome = await transact(contended, [{ guard: 'put', write: putNew(table, key, { revision: 1 }) }])
  expect(outcome).toEqual({ committed: true })
  expect(met()).toBe(3)
})

it('gives up on lasting contention with a fault of its own, nothing stored', async () => {
  const { contended } = await contendedClient(99, 'TransactionConflict')
  const attempt = transact(contended, [{ guard: 'put', write: putNew(table, key, { revision: 1 }) }])
  await expect(attempt).rejects.toBeInstanceOf(Contended)
  expect(await read()).toBeUndefined()
})

it('throws what is neither a guard nor contention', async () => {
  const { contended, met } = await contendedClient(99, 'ValidationError')
  const attempt = transact(contended, [{ guard: 'put', write: putNew(table, key, { revision: 1 }) }])
  await expect(attempt).rejects.toBeInstanceOf(TransactionCanceledException)
  expect(met()).toBe(1)
})
