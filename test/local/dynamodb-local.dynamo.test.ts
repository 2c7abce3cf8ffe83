import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { freshTables } from '../harness/dynamodb-local.ts'

it('gives every caller empty tables of its own, with the indexes of the product', async () => {
  const [one, two] = await Promise.all([freshTables(), freshTables()])
  const item = {
    pk: { S: 'TASK#1' },
    sk: { S: 'TASK' },
    workQueue: { S: 'LS-A#health#OPEN' },
    workOrder: { S: '2026' },
  }
  await one.client.send(new PutItemCommand({ TableName: one.tables.registry, Item: item }))

  const key = { pk: item.pk, sk: item.sk }
  const other = await two.client.send(new GetItemCommand({ TableName: two.tables.registry, Key: key }))
  expect(other.Item).toBeUndefined()

  const queue = await one.client.send(
    new QueryCommand({
      TableName: one.tables.registry,
      IndexName: 'work',
      KeyConditionExpression: 'workQueue = :queue',
      ExpressionAttributeValues: { ':queue': item.workQueue },
    }),
  )
  expect(queue.Count).toBe(1)
})
