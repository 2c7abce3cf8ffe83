/** What an intake and a claim cost in write units: committed for real, then weighed item by item. */
import {
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { claimLapsesAt } from '../../functions/follow-up/claim-lapse.ts'
import { claimed } from '../../functions/follow-up/task-writes.ts'
import type { IntakeCommit } from '../../functions/intake/intake-store.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { systemClock } from '../../functions/platform/clock.ts'
import { type Zone, zones } from '../../functions/platform/tables.ts'
import { aFastIntakeWithOneTask, aFullIntake } from '../builders/intake.ts'
import { stockUp } from '../harness/stock-up.ts'
import { createTables, type TableNames } from '../harness/tables.ts'
import { committed, writesOf } from './intakes.ts'
import type { Measure } from './measure.ts'
import { prices } from './prices.ts'
import { itemBytes, target, writeUnits } from './write-units.ts'

const zoneOf = (tables: TableNames, table: string): Zone => {
  const zone = zones.find(candidate => tables[candidate] === table)
  if (!zone) throw new Error(`no zone has the table ${table}`)
  return zone
}

async function commitAndWeigh(
  client: DynamoDBClient,
  tables: TableNames,
  writes: TransactWriteItem[],
  keyMoves = false,
) {
  await client.send(new TransactWriteItemsCommand({ TransactItems: writes }))
  const weighed = await Promise.all(
    writes.map(async write => {
      const { table, key } = target(write)
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }))
      if (!Item) throw new Error('a committed item is not there')
      return { units: writeUnits(zoneOf(tables, table), Item, keyMoves), bytes: itemBytes(Item) }
    }),
  )
  return {
    units: weighed.reduce((sum, { units }) => sum + units, 0),
    detail: `${weighed.length} items, ${weighed.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`,
  }
}

export async function measureWriteUnits(client: DynamoDBClient): Promise<Measure[]> {
  const tables = await createTables(client)
  for (const item of ['BLANKET', 'FOOD_PACK', 'SHOES', 'TRANSPORT_ONWARD'] as const)
    await stockUp(client, tables.ledger, item, 1_000)

  const full = committed(client, tables, aFullIntake())
  const fast = committed(client, tables, aFastIntakeWithOneTask())
  const fullWeight = await commitAndWeigh(client, tables, writesOf(tables, full))
  const [fastTask] = fast.tasks
  if (!fastTask || fast.tasks.length > 1) throw new Error('the fast intake was to raise one task')
  const fastWeight = await commitAndWeigh(client, tables, writesOf(tables, fast))

  const claimedAt = new Date().toISOString()
  const caller = {
    officerId: fast.returnEvent.officerId,
    grants: [{ role: 'livelihood' as const, place: fastTask.place }],
  }
  const audit = createAudit(client, tables.audit, systemClock)
  const claimWeight = await commitAndWeigh(
    client,
    tables,
    [
      claimed(tables.registry, {
        task: fastTask,
        claimId: crypto.randomUUID(),
        officerId: caller.officerId,
        claimDeviceTime: claimedAt,
        claimedAt,
        lapsesAt: claimLapsesAt({ ...fastTask, claimedAt }),
        seenRevision: 1,
      }),
      audit.entry({ caller, action: 'claimTask', subjectId: fastTask.taskId, commandId: crypto.randomUUID() }),
    ],
    true,
  )
  const cost =
    ((fullWeight.units + fastWeight.units) / 2) * (prices.writeRequestUnitsPerMillion / 1_000) +
    (prices.httpApiCallsPerMillion + prices.lambdaRequestsPerMillion) / 1_000 +
    1_000 * 0.1 * 0.5 * prices.lambdaArmGigabyteSecond
  const shape = ({ sourcing, tasks }: Pick<IntakeCommit, 'sourcing' | 'tasks'>) =>
    `${sourcing.givings.length} items given, ${tasks.length} tasks`
  return [
    {
      name: 'write-units-full-intake',
      value: fullWeight.units,
      unit: 'write units',
      bound: { most: 48 },
      detail: `${shape(full)}; ${fullWeight.detail}`,
    },
    {
      name: 'write-units-fast-intake',
      value: fastWeight.units,
      unit: 'write units',
      bound: { most: 24 },
      detail: `${shape(fast)}; ${fastWeight.detail}`,
    },
    {
      name: 'write-units-claim',
      value: claimWeight.units,
      unit: 'write units',
      bound: { most: 10 },
      detail: claimWeight.detail,
    },
    {
      name: 'cost-per-1000-intakes-usd',
      value: Math.round(cost * 10_000) / 10_000,
      unit: 'USD',
      detail: `half full, half fast; 100 ms of 512 MB each; prices of ${prices.asOf} for ${prices.region}, unverified`,
    },
  ]
}
