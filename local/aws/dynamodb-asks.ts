/**
 * What a DynamoDB request asks leave for. IAM decides a transaction by its parts: each Put, Update, Delete and
 * ConditionCheck is its own action on its table, with its own leading key; a batch is one action a table.
 */
import type { HostedTable } from '../template/tables.ts'
import type { Context } from './condition-classes.ts'
import type { Ask } from './permissions.ts'

export interface KnownTables {
  find(name: string): HostedTable | undefined
  /** ARN of a table the template does not hold: nobody is allowed it, but the refusal names it. */
  arn(name: string): string
  /** Whether any policy looks at `dynamodb:Attributes`; working them out costs more than the rest together. */
  readonly attributesMatter: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: unknown): Fields => (isFields(value) ? value : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** `{ S: 'x' }`, `{ N: '1' }` or `{ B: '…' }` as a policy sees it. */
const keyText = (value: unknown): string | undefined => text(Object.values(fields(value))[0])

/** A table may be named by its ARN. */
const tableName = (request: Fields): string => text(request['TableName'])?.split(':table/').at(-1) ?? ''

/** Attributes a request names at the top level: of an item or key, and in its expressions. */
function attributesOf(request: Fields): string[] {
  const names = fields(request['ExpressionAttributeNames'])
  const expressions = ['ProjectionExpression', 'UpdateExpression', 'ConditionExpression', 'KeyConditionExpression']
  const written = expressions.flatMap(name => text(request[name])?.match(/(?<![:#.\w])[A-Za-z_]\w*(?![\w(])/g) ?? [])
  const words = /^(SET|ADD|REMOVE|DELETE|AND|OR|NOT|BETWEEN|IN)$/i
  return [
    ...Object.keys(fields(request['Item'])),
    ...Object.keys(fields(request['Key'])),
    ...list(request['AttributesToGet']).flatMap(name => text(name) ?? []),
    ...Object.values(names).flatMap(name => text(name) ?? []),
    ...written.filter(word => !words.test(word) && !isFunctionName(word)),
  ]
}

const isFunctionName = (word: string): boolean =>
  /^(attribute_exists|attribute_not_exists|attribute_type|begins_with|contains|size|if_not_exists|list_append)$/.test(
    word,
  )

function optionContext(request: Fields, attributesMatter: boolean): Record<string, string | string[]> {
  const context: Record<string, string | string[]> = {}
  for (const option of ['ReturnValues', 'ReturnConsumedCapacity', 'Select']) {
    const value = text(request[option])
    if (value !== undefined) context[`dynamodb:${option}`] = value
  }
  const attributes = attributesMatter ? attributesOf(request) : []
  if (attributes.length > 0) context['dynamodb:Attributes'] = [...new Set(attributes)]
  return context
}

const withLeadingKeys = (context: Context, keys: readonly (string | undefined)[]): Context => {
  const found = keys.filter(key => key !== undefined)
  return found.length === 0 ? context : { ...context, 'dynamodb:LeadingKeys': found }
}

/** The value a query's key condition equates with the partition key. */
function queriedKey(request: Fields, attribute: string): string | undefined {
  const legacy = fields(fields(request['KeyConditions'])[attribute])
  if (legacy['AttributeValueList'] !== undefined) return keyText(list(legacy['AttributeValueList'])[0])
  const names = fields(request['ExpressionAttributeNames'])
  const values = fields(request['ExpressionAttributeValues'])
  for (const [, name = '', value = ''] of (text(request['KeyConditionExpression']) ?? '').matchAll(
    /(#?[\w.-]+)\s*=\s*(:\w+)/g,
  ))
    if ((names[name] ?? name) === attribute) return keyText(values[value])
  return undefined
}

export function dynamoDbAsks(operation: string, body: unknown, tables: KnownTables): Ask[] {
  const request = fields(body)
  const options = (part: Fields): Record<string, string | string[]> => optionContext(part, tables.attributesMatter)
  const leadingKey = (name: string, item: unknown): string | undefined =>
    keyText(fields(item)[tables.find(name)?.partitionKey ?? ''])

  const single = (action: string, part: Fields, extra: Context = {}): Ask => {
    const name = tableName(part)
    const context = { ...options(part), ...extra }
    return {
      action: `dynamodb:${action}`,
      resource: tables.arn(name),
      context: withLeadingKeys(context, [leadingKey(name, part['Key'] ?? part['Item'])]),
    }
  }

  const batch = (action: string, keysOf: (entry: Fields) => unknown): Ask[] =>
    Object.entries(fields(request['RequestItems'])).map(([table, entries]) => {
      const name = tableName({ TableName: table })
      const items = Array.isArray(entries) ? entries : list(fields(entries)['Keys'])
      return {
        action: `dynamodb:${action}`,
        resource: tables.arn(name),
        context: withLeadingKeys(
          isFields(entries) ? options(entries) : {},
          items.map(entry => leadingKey(name, keysOf(fields(entry)))),
        ),
      }
    })

  const transaction = (actions: Readonly<Record<string, string>>): Ask[] =>
    list(request['TransactItems']).flatMap(item =>
      Object.entries(fields(item)).map(([kind, part]) =>
        single(actions[kind] ?? kind, fields(part), { 'dynamodb:EnclosingOperation': operation }),
      ),
    )

  switch (operation) {
    case 'TransactWriteItems':
      return transaction({
        Put: 'PutItem',
        Update: 'UpdateItem',
        Delete: 'DeleteItem',
        ConditionCheck: 'ConditionCheckItem',
      })
    case 'TransactGetItems':
      return transaction({ Get: 'GetItem' })
    case 'BatchGetItem':
      return batch('BatchGetItem', key => key)
    case 'BatchWriteItem':
      return batch(
        'BatchWriteItem',
        entry => fields(entry['PutRequest'])['Item'] ?? fields(entry['DeleteRequest'])['Key'],
      )
    case 'Query':
    case 'Scan': {
      const name = tableName(request)
      const index = text(request['IndexName'])
      const table = tables.find(name)
      const partitionKey = (index === undefined ? table?.partitionKey : table?.indexPartitionKeys.get(index)) ?? ''
      return [
        {
          action: `dynamodb:${operation}`,
          resource: index === undefined ? tables.arn(name) : `${tables.arn(name)}/index/${index}`,
          context: withLeadingKeys(
            { ...options(request), 'dynamodb:FullTableScan': String(operation === 'Scan') },
            operation === 'Query' ? [queriedKey(request, partitionKey)] : [],
          ),
        },
      ]
    }
    default:
      return [
        request['TableName'] === undefined
          ? { action: `dynamodb:${operation}`, resource: '*' }
          : single(operation, request),
      ]
  }
}
