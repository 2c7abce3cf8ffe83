import { randomUUID } from 'node:crypto'
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { getAll, queryAll } from '../../../functions/platform/reads.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { databaseClient, freshTables } from '../../harness/dynamodb-local.ts'

let client: DynamoDBClient
let table: string
beforeAll(async () => {
  const fresh = await freshTables()
  client = fresh.client
  table = fresh.tables.registry
})

async function givenItems(pk: string, sortKeys: readonly string[], filling = ''): Promise<void> {
  for (let start = 0; start < sortKeys.length; start += 25) {
    const requests = sortKeys
      .slice(start, start + 25)
      .map(sk => ({ PutRequest: { Item: toStored({ pk, sk, filling }) } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }))
  }
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `ROW#${String(index).padStart(4, '0')}`)

it('reads every page under a prefix, in order, and nothing beside it', async () => {
  const pk = `BATCH#${randomUUID()}`
  // more than the megabyte of one page
  await givenItems(pk, numbered(60), 'x'.repeat(30_000))
  await givenItems(pk, ['ROX', 'RO', 'A'])
  const found = await queryAll(client, table, { pk, prefix: 'ROW#' })
  expect(found.map(item => item['sk']?.S)).toEqual(numbered(60))
})

it('reads more keys than one request may name, leaving out those that stand for nothing', async () => {
  const pk = `BATCH#${randomUUID()}`
  await givenItems(pk, numbered(230))
  const keys = [...numbered(230), 'ABSENT'].map(sk => ({ pk, sk }))
  const found = await getAll(client, table, keys)
  expect(found.map(item => item['sk']?.S).sort()).toEqual(numbered(230))
  expect(await getAll(client, table, [])).toEqual([])
})

/** DynamoDB Local never throttles: this client leaves every key unread as often as told. */
async function busyClient(times: number): Promise<DynamoDBClient> {
  const busy = await databaseClient()
  let met = 0
  busy.middlewareStack.add(
    next => async args => {
      const sent = args.input
      if (met >= times || !('RequestItems' in sent)) return next(args)
      met += 1
      const output = { $metadata: {}, Responses: {}, UnprocessedKeys: sent.RequestItems }
      return { response: {}, output } as Awaited<ReturnType<typeof next>>
    },
    { step: 'initialize', name: 'busy' },
  )
  return busy
}

it('asks again for keys the table left unread, and says so where it stays busy', async () => {
  const pk = `BATCH#${randomUUID()}`
  await givenItems(pk, ['ROW#1'])
  const keys = [{ pk, sk: 'ROW#1' }]
  expect(await getAll(await busyClient(2), table, keys)).toHaveLength(1)
  await expect(getAll(await busyClient(99), table, keys)).rejects.toMatchObject({ name: 'ThrottlingException' })
})
