/**
 * Intakes a second through the whole host, over bare transactions of the same items sent straight to its database:
 * what the API, the checks, the policies and the rules cost together. Stream consumers run all the while.
 */
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { DynamoDBClient, ListTablesCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { intakeRoutes } from '../../functions/intake/contract.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { type Desk, deskOf } from '../../local/demo/desk.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { aFastIntakeWithOneTask } from '../builders/intake.ts'
import { withHost } from '../harness/spawned-host.ts'
import type { TableNames } from '../harness/tables.ts'
import { committed, writesOf } from './intakes.ts'
import { type Measure, median } from './measure.ts'

const blocks = 7
const perBlock = 80
const atOnce = 8
const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-20T08:00:00.000Z'

async function tablesOf(client: DynamoDBClient): Promise<TableNames> {
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}))
  const named = (zone: string): string => {
    const found = names.find(name => name.toLowerCase().includes(zone))
    if (!found) throw new Error(`the host has no ${zone} table`)
    return found
  }
  return {
    registry: named('registry'),
    ledger: named('ledger'),
    protection: named('protection'),
    audit: named('audit'),
  }
}

let sequence = 0
const nextIntake = (batchId: string) => {
  sequence += 1
  return {
    ...aFastIntakeWithOneTask(),
    batchId,
    displayNumber: displayNumber({ postCode: 'MB', deviceCode: 'B1', sequence }),
  }
}

/** Runs the work `perBlock` times, `atOnce` side by side; how many a second. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let left = perBlock
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await work()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return perBlock / ((performance.now() - started) / 1000)
}

async function prepare(reception: Desk, supplies: Desk): Promise<string> {
  const batchId = randomUUID()
  await reception.must(arrivalsRoutes.openBatch, {
    params: { batchId },
    body: {
      versions,
      post: 'MB',
      transport: 'BUS',
      sendingFacility: 'LINDELA',
      returnType: 'DEPORTED',
      declaredHeadcount: 1_000,
      deviceTime,
    },
  })
  await supplies.must(suppliesRoutes.receiveStock, {
    params: { place: 'MB', moveId: randomUUID() },
    body: { versions, item: 'TRANSPORT_ONWARD', quantity: 100_000, to: 'DESK', lot: 'BENCH', deviceTime },
  })
  return batchId
}

async function measureOn(host: RunningHost): Promise<Measure[]> {
  const client = new DynamoDBClient({
    endpoint: host.databaseEndpoint,
    region: 'af-south-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  })
  const tables = await tablesOf(client)
  const reception = deskOf(host.url, () => host.token('reception-mb'))
  const batchId = await prepare(
    reception,
    deskOf(host.url, () => host.token('supplies-mb')),
  )
  const throughHost = () =>
    reception.must(intakeRoutes.putIntake, { params: { intakeId: randomUUID() }, body: nextIntake(batchId) })
  const bare = () =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: writesOf(tables, committed(client, tables, nextIntake(batchId)), 'BENCH'),
      }),
    )
  await rate(throughHost)
  await rate(bare)
  const rates = { host: [] as number[], bare: [] as number[] }
  for (let block = 0; block < blocks; block += 1) {
    rates.host.push(await rate(throughHost))
    rates.bare.push(await rate(bare))
  }
  client.destroy()
  const [ofHost, ofBare] = [median(rates.host), median(rates.bare)]
  return [
    {
      name: 'intake-throughput-ratio',
      value: Math.round((ofHost / ofBare) * 100) / 100,
      unit: 'ratio',
      bound: { least: 0.6 },
      detail: `${Math.round(ofHost)} intakes a second through the host, ${Math.round(ofBare)} bare transactions; medians of ${blocks} blocks of ${perBlock}, ${atOnce} at once`,
    },
  ]
}

export const measureThroughput = (): Promise<Measure[]> => withHost(measureOn)
