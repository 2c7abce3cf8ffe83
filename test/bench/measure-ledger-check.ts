/** `npm run ledger:check` as its user runs it: a process of its own, over ledgers of two sizes. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BatchWriteItemCommand, type DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import pLimit from 'p-limit'
import * as z from 'zod/mini'
import { toStored } from '../../functions/platform/stored.ts'
import { ledgerKeys } from '../../functions/platform/tables.ts'
import { change, transact } from '../../functions/platform/transaction.ts'
import { deskOf } from '../../functions/supplies/accounts.ts'
import { leaseKey } from '../../functions/supplies/lease-record.ts'
import { someLot, stockUp } from '../harness/stock-up.ts'
import { createTables } from '../harness/tables.ts'
import type { Measure } from './measure.ts'

const small = 10_000
const large = 100_000
const program = join(import.meta.dirname, '..', '..', 'bin', 'ledger-check.ts')

const Printed = z.object({ entitlements: z.int(), flaws: z.int(), seconds: z.number(), megabytes: z.number() })

/** What the draws below leave of the lease, without as many updates of it. */
const drawAll = (client: DynamoDBClient, ledger: string, entries: number) =>
  transact(client, [
    {
      guard: 'lease',
      write: change(ledger, leaseKey(deskOf('MB'), 'BLANKET'), {
        set: { left: 0, drawn: entries, drawCount: entries, lot: 0 },
        when: 'attribute_exists(pk)',
        names: { lot: `lot:${someLot}` },
      }),
    },
  ])

/** One delivery, and as many handings-over of it as there shall be entries. */
async function ledgerOf(client: DynamoDBClient, entries: number): Promise<string> {
  const { ledger } = await createTables(client)
  // nobody follows it here, and the database on this machine puts ever more slowly into a long stream
  await client.send(new UpdateTableCommand({ TableName: ledger, StreamSpecification: { StreamEnabled: false } }))
  await stockUp(client, ledger, 'BLANKET', entries)
  await drawAll(client, ledger, entries)
  const at = '2026-11-22T08:00:00.000Z'
  const common = { schemaVersion: 1, revision: 1, item: 'BLANKET', officerId: 'officer-1' }
  const delivery = {
    ...{ ...common, ...ledgerKeys.stockMove('MB', 'delivery'), place: 'MB', moveId: 'delivery', kind: 'RECEIVED' },
    ...{ contentHash: 'hash', deviceTime: at, receivedAt: at },
    postings: [{ from: 'SUPPLIER', to: 'DESK#MB', lot: someLot, quantity: entries }],
  }
  const given = Array.from({ length: entries }, (_, index) => ({
    ...{ ...common, ...ledgerKeys.entitlement(`return-${index}`, 'BLANKET'), quantity: 1, state: 'ISSUED' },
    ...{ from: 'DESK#MB', leaseId: 'desk', post: 'MB', returnEventId: `return-${index}`, issuedAt: at },
    lots: [{ lot: someLot, quantity: 1 }],
  }))
  const all = [delivery, ...given]
  const atOnce = pLimit(8)
  await Promise.all(
    Array.from({ length: Math.ceil(all.length / 25) }, (_, batch) =>
      atOnce(() =>
        client.send(
          new BatchWriteItemCommand({
            RequestItems: {
              [ledger]: all.slice(batch * 25, batch * 25 + 25).map(item => ({ PutRequest: { Item: toStored(item) } })),
            },
          }),
        ),
      ),
    ),
  )
  return ledger
}

async function checked(endpoint: string, table: string, entries: number) {
  const run = await promisify(execFile)(process.execPath, [program], {
    env: {
      ...process.env,
      LEDGER_TABLE: table,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'af-south-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
    },
  }).catch((error: { stdout?: string; stderr?: string; message: string }) => ({
    stdout: error.stdout ?? '',
    stderr: error.stderr ?? error.message,
  }))
  const printed = Printed.parse(JSON.parse(run.stdout))
  if (printed.entitlements !== entries || printed.flaws !== 0) throw new Error(`not the proof expected: ${run.stdout}`)
  return printed
}

export async function measureLedgerCheck(client: DynamoDBClient, endpoint: string): Promise<Measure[]> {
  const tables = { small: await ledgerOf(client, small), large: await ledgerOf(client, large) }
  const times = { small: [] as number[], large: [] as number[] }
  let megabytes = 0
  for (let round = 0; round < 3; round += 1) {
    const few = await checked(endpoint, tables.small, small)
    const many = await checked(endpoint, tables.large, large)
    times.small.push(few.seconds)
    times.large.push(many.seconds)
    megabytes = Math.max(megabytes, many.megabytes)
  }
  const middle = (all: number[]): number => all.toSorted((one, other) => one - other)[1] ?? Number.NaN
  const [few, many] = [middle(times.small), middle(times.large)]
  return [
    {
      name: 'ledger-check-growth',
      value: Math.round((many / few) * 100) / 100,
      unit: 'ratio',
      bound: { most: 12 },
      detail: `${many.toFixed(1)} s for ${large} entries over ${few.toFixed(1)} s for ${small}; medians of 3, interleaved`,
    },
    {
      name: 'ledger-check-megabytes',
      value: megabytes,
      unit: 'MB',
      bound: { most: 512 },
      detail: `resident at most, of the whole process, for ${large} entries`,
    },
  ]
}
