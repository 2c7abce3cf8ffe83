/**
 * What DynamoDB Local never shows: throttles, conflicts of transactions, and answers that do not come, before the write or
 * after it. Put into the client's own middleware, by a seeded die, so that a run can be had again.
 */
import {
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'

export const faults = ['throttle', 'conflict', 'lost-before', 'lost-after'] as const
export type Fault = (typeof faults)[number]

/** A reply that never came; whether the write stands, nobody knows. */
export class Lost extends Error {
  override readonly name = 'TimeoutError'
}

const $metadata = {}

/** `next` says what befalls the next write; undefined lets it through. */
export function befalling(client: DynamoDBClient, next: () => Fault | undefined): Record<Fault, number> {
  const met: Record<Fault, number> = { throttle: 0, conflict: 0, 'lost-before': 0, 'lost-after': 0 }
  client.middlewareStack.add(
    (send, { commandName }) =>
      async args => {
        const isWrite = commandName === TransactWriteItemsCommand.name || commandName === PutItemCommand.name
        const fault = isWrite ? next() : undefined
        if (fault === undefined) return send(args)
        met[fault] += 1
        if (fault === 'throttle') throw new ProvisionedThroughputExceededException({ message: 'made up', $metadata })
        if (fault === 'conflict')
          throw new TransactionCanceledException({
            message: 'made up',
            $metadata,
            CancellationReasons: [{ Code: 'TransactionConflict' }],
          })
        if (fault === 'lost-after') await send(args)
        throw new Lost('made up')
      },
    { step: 'initialize', name: 'befalling' },
  )
  return met
}
