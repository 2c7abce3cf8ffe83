import { expect, it } from 'vitest'
import { dynamoDbAsks, type KnownTables } from '../../../local/aws/dynamodb-asks.ts'
import type { HostedTable } from '../../../local/template/tables.ts'

const arn = (name: string): string => `arn:aws:dynamodb:af-south-1:000000000000:table/${name}`
const ledger: HostedTable = {
  name: 'ledger',
  arn: arn('ledger'),
  streamArn: `${arn('ledger')}/stream/latest`,
  partitionKey: 'pk',
  indexPartitionKeys: new Map([['work', 'workQueue']]),
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
}
const tables: KnownTables = { find: name => (name === 'ledger' ? ledger : undefined), arn, attributesMatter: false }
const asks = (operation: string, body: unknown) => dynamoDbAsks(operation, body, tables)
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } })

it('asks for each part of a transaction by itself', () => {
  const parts = [
    { Put: { TableName: 'ledger', Item: key('ENTRY#1') } },
    { Update: { TableName: 'ledger', Key: key('LEASE#1') } },
    { Delete: { TableName: 'other', Key: key('X') } },
    { ConditionCheck: { TableName: 'ledger', Key: key('BALANCE#1') } },
  ]
  expect(asks('TransactWriteItems', { TransactItems: parts })).toEqual(
    [
      ['dynamodb:PutItem', 'ledger', ['ENTRY#1']],
      ['dynamodb:UpdateItem', 'ledger', ['LEASE#1']],
      ['dynamodb:DeleteItem', 'other', undefined],
      ['dynamodb:ConditionCheckItem', 'ledger', ['BALANCE#1']],
    ].map(([action, table, keys]) => ({
      action,
      resource: arn(String(table)),
      context: {
        'dynamodb:EnclosingOperation': 'TransactWriteItems',
        ...(keys === undefined ? {} : { 'dynamodb:LeadingKeys': keys }),
      },
    })),
  )
})

it('asks for a batch once a table, with all its leading keys', () => {
  const requests = { ledger: { Keys: [key('A'), key('B')] }, other: { Keys: [key('C')] } }
  expect(asks('BatchGetItem', { RequestItems: requests })).toEqual([
    { action: 'dynamodb:BatchGetItem', resource: arn('ledger'), context: { 'dynamodb:LeadingKeys': ['A', 'B'] } },
    { action: 'dynamodb:BatchGetItem', resource: arn('other'), context: {} },
  ])
  const writes = { ledger: [{ PutRequest: { Item: key('A') } }, { DeleteRequest: { Key: key('B') } }] }
  expect(asks('BatchWriteItem', { RequestItems: writes })[0]?.context).toEqual({ 'dynamodb:LeadingKeys': ['A', 'B'] })
})

it.each([
  ['#p = :q AND begins_with(sk, :s)', { '#p': 'workQueue' }],
  ['workQueue = :q', {}],
  ['begins_with(sk, :s) and workQueue=:q', {}],
])('finds the key a query of an index asks for: %s', (condition, names) => {
  const [ask] = asks('Query', {
    TableName: arn('ledger'),
    IndexName: 'work',
    KeyConditionExpression: condition,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':q': { S: 'LS-A#health' }, ':s': { S: '2026' } },
  })
  expect(ask?.resource).toBe(`${arn('ledger')}/index/work`)
  expect(ask?.context?.['dynamodb:LeadingKeys']).toEqual(['LS-A#health'])
})

it('names no leading key for a scan, and says that it is one', () => {
  expect(asks('Scan', { TableName: 'ledger' })[0]?.context).toEqual({ 'dynamodb:FullTableScan': 'true' })
})

it('asks for no table where the request names none', () => {
  expect(asks('ListTables', {})).toEqual([{ action: 'dynamodb:ListTables', resource: '*' }])
  expect(asks('ExecuteStatement', { Statement: 'SELECT * FROM ledger' })).toEqual([
    { action: 'dynamodb:ExecuteStatement', resource: '*' },
  ])
})

it('names the attributes a request touches, where a policy looks at them', () => {
  const [ask] = dynamoDbAsks(
    'UpdateItem',
    {
      TableName: 'ledger',
      Key: key('LEASE#1'),
      UpdateExpression: 'SET quantity = quantity - :n, #s = :s REMOVE lapsed',
      ConditionExpression: 'attribute_exists(pk) AND revision = :r',
      ExpressionAttributeNames: { '#s': 'state' },
    },
    { ...tables, attributesMatter: true },
  )
  expect([...(ask?.context?.['dynamodb:Attributes'] ?? [])].sort()).toEqual(
    ['lapsed', 'pk', 'quantity', 'revision', 'sk', 'state'].sort(),
  )
})
