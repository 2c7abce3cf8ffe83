/** What DynamoDB Local's streams hand out, in the form a function gets from a table's own. */
import { DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { StreamEvent } from '../../../functions/platform/stream-event.ts'
import { streamClient } from '../../../local/streams/stream-client.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { shared } from '../../harness/shared.ts'

it('reads an empty map as one, wherever it stands, so that no record is put aside for it', async () => {
  const { client, tables } = await freshTables()
  const item = {
    pk: { S: 'BATCH#1' },
    sk: { S: 'BATCH' },
    empty: { M: {} },
    closing: { M: { outcomes: { M: {} }, list: { L: [{ M: {} }, { S: '' }, { L: [] }] } } },
  }
  await client.send(new PutItemCommand({ TableName: tables.registry, Item: item }))

  const { Table } = await client.send(new DescribeTableCommand({ TableName: tables.registry }))
  const arn = Table?.LatestStreamArn ?? ''
  const stream = streamClient(await shared('database'))
  const [shard] = await stream.shards(arn)
  const first = await stream.iterator(arn, shard?.ShardId ?? '', 'TRIM_HORIZON')
  const { records } = await stream.records(first, 10)

  const [record] = StreamEvent.parse({ Records: records }).Records
  expect(record?.dynamodb.NewImage).toEqual(item)
})
