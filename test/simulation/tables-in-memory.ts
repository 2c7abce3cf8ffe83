/**
 * Tables in memory behind a real client, for more histories than a database on this machine could run. What it says is held
 * against the database itself: the same histories are run on both.
 */
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { holds, type Item, updated } from './expressions.ts'

const Value = z.custom<Item[string]>(value => typeof value === 'object' && value !== null)
const Attributes = z.record(z.string(), Value)
const Names = {
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(Attributes),
}
const Condition = { TableName: z.string(), ConditionExpression: z.optional(z.string()), ...Names }
const Put = z.object({ ...Condition, Item: Attributes })
const Update = z.object({ ...Condition, Key: Attributes, UpdateExpression: z.string() })
const Check = z.object({ ...Condition, Key: Attributes })
const Write = z.object({
  Put: z.optional(Put),
  Update: z.optional(Update),
  ConditionCheck: z.optional(Check),
})
const Transaction = z.object({ TransactItems: z.array(Write) })
const Get = z.object({ TableName: z.string(), Key: Attributes })
const BatchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(Attributes) })) })
const Query = z.object({
  TableName: z.string(),
  KeyConditionExpression: z.string(),
  ExpressionAttributeValues: Attributes,
})

const $metadata = { httpStatusCode: 200 }

/** From here on the client asks nobody: what it is sent is answered from memory. The answer empties it. */
export function answerFromMemory(client: DynamoDBClient): () => void {
  const partitions = new Map<string, Map<string, Item>>()
  const partition = (table: string, pk: string): Map<string, Item> => {
    const key = `${table} ${pk}`
    const found = partitions.get(key) ?? new Map<string, Item>()
    partitions.set(key, found)
    return found
  }
  const at = (table: string, key: Item): Item | undefined =>
    partition(table, key['pk']?.S ?? '').get(key['sk']?.S ?? '')
  const keep = (table: string, item: Item): void => {
    partition(table, item['pk']?.S ?? '').set(item['sk']?.S ?? '', item)
  }

  /** What the write leaves; undefined where it only looks. Throws what the condition refuses. */
  function judge({ Put: put, Update: update, ConditionCheck: check }: z.infer<typeof Write>) {
    const write = put ?? update ?? check
    if (write === undefined) throw new Error('a write of a kind that is not known here')
    const key = 'Key' in write ? write.Key : write.Item
    const old = at(write.TableName, key)
    const names = { names: write.ExpressionAttributeNames, values: write.ExpressionAttributeValues }
    const allowed = write.ConditionExpression === undefined || holds(write.ConditionExpression, old, names)
    const left =
      put !== undefined ? put.Item : update && updated(update.UpdateExpression, old ?? { ...update.Key }, names)
    return { table: write.TableName, old, allowed, left }
  }

  function transact(input: unknown): void {
    const judged = Transaction.parse(input).TransactItems.map(judge)
    if (judged.some(({ allowed }) => !allowed))
      throw new TransactionCanceledException({
        ...{ message: 'refused', $metadata },
        CancellationReasons: judged.map(({ allowed, old }) =>
          allowed ? { Code: 'None' } : { Code: 'ConditionalCheckFailed', ...(old === undefined ? {} : { Item: old }) },
        ),
      })
    for (const { table, left } of judged) if (left !== undefined) keep(table, left)
  }

  function answer(command: string | undefined, input: unknown): object {
    switch (command) {
      case TransactWriteItemsCommand.name:
        transact(input)
        return {}
      case PutItemCommand.name: {
        const { table, allowed, left, old } = judge({ Put: Put.parse(input) })
        if (!allowed)
          throw new ConditionalCheckFailedException({ message: 'refused', $metadata, ...(old && { Item: old }) })
        if (left !== undefined) keep(table, left)
        return {}
      }
      case GetItemCommand.name: {
        const { TableName, Key } = Get.parse(input)
        return { Item: at(TableName, Key) }
      }
      case BatchGetItemCommand.name: {
        const asked = Object.entries(BatchGet.parse(input).RequestItems)
        return {
          Responses: Object.fromEntries(
            asked.map(([table, { Keys }]) => [
              table,
              Keys.flatMap(key => {
                const item = at(table, key)
                return item === undefined ? [] : [item]
              }),
            ]),
          ),
        }
      }
      case QueryCommand.name: {
        const { TableName, ExpressionAttributeValues: values } = Query.parse(input)
        const prefix = values[':prefix']?.S ?? ''
        const found = [...partition(TableName, values[':pk']?.S ?? '')].filter(([sk]) => sk.startsWith(prefix))
        return { Items: found.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item) }
      }
      default:
        throw new Error(`${command} is not answered from memory`)
    }
  }

  client.middlewareStack.add(
    (_send, { commandName }) =>
      async ({ input }) => ({ response: {}, output: { $metadata, ...answer(commandName, input) } }),
    { step: 'initialize', priority: 'low', name: 'memory' },
  )
  return () => partitions.clear()
}
