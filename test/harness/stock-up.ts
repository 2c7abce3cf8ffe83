import { type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { deskOf } from '../../functions/supplies/accounts.ts'
import { givenToDesk } from '../../functions/supplies/lease-record.ts'
import type { ItemCode } from '../../functions/support/items.ts'

/** The lot that everything is of that is stocked up. */
export const someLot = 'IOM-2026-041'

/** Stock at Maseru Bridge that its desk may give of at once; no entry says where it came from. */
export const stockUp = (client: DynamoDBClient, ledger: string, item: ItemCode, quantity: number) =>
  client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        givenToDesk(ledger, {
          ...{ holder: deskOf('MB'), place: 'MB', item },
          lots: [{ lot: someLot, expiresOn: undefined, quantity }],
        }),
      ],
    }),
  )
