/**
 * Process start to the first database reply, over process start to the exit of an empty handler: 25 runs of each,
 * interleaved, medians. Every function that keeps data is measured; the slowest counts.
 */
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { contracts } from '../../functions/contracts.ts'
import type { Route } from '../../functions/platform/route.ts'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { anHttpEvent } from '../builders/http-event.ts'
import { createTables } from '../harness/tables.ts'
import { withBundles } from './bundles.ts'
import { type Measure, median } from './measure.ts'

const runs = 25
const starter = new URL('./cold-start.mjs', import.meta.url).pathname
const emptyHandler = new URL('./empty-handler.mjs', import.meta.url).pathname
const referenceHandler = new URL('./reference-handler.mjs', import.meta.url).pathname

/** A request of each function that asks the database and is answered: what is not there is answered soonest. */
const asked = {
  arrivals: contracts.arrivals.readBatch,
  intake: contracts.intake.putIntake,
  registration: contracts.registration.readPerson,
  screening: contracts.screening.putScreen,
  support: contracts.support.readSupport,
  'follow-up': contracts['follow-up'].openTask,
  reintegration: contracts.reintegration.readPlan,
  protection: contracts.protection.openScreen,
  audit: contracts.audit.readAudit,
} as const satisfies Record<string, Route>

const groups = ['reception@MB', 'screening@MB', 'supplies@MB', 'livelihood@LS-C', 'protection@*', 'auditor@*']

const eventFor = (route: Route): string =>
  JSON.stringify(anHttpEvent({ route, groups, params: route.examples.params ?? {}, body: route.examples.body }))

function timed(file: string, environment: NodeJS.ProcessEnv, ...event: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [starter, file, ...event], {
    env: environment,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${file} did not answer: ${stderr}`)
  return performance.now() - started
}

export async function measureColdStarts(): Promise<Measure[]> {
  const database = await startDynamoDbLocal()
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const client = new DynamoDBClient({ endpoint: database.endpoint, region: 'af-south-1', credentials })
  try {
    const tables = await createTables(client)
    const environment = {
      PATH: process.env['PATH'],
      AWS_REGION: 'af-south-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
      REGISTRY_TABLE: tables.registry,
      LEDGER_TABLE: tables.ledger,
      PROTECTION_TABLE: tables.protection,
      AUDIT_TABLE: tables.audit,
      ATTACHMENTS_BUCKET: 'attachments',
      PROTECTION_KEY_ID: 'key',
      RESTORE_EPOCH: '0',
    }
    return await withBundles(async ({ fileOf }) => {
      const names = Object.keys(asked) as (keyof typeof asked)[]
      const empty: number[] = []
      const reference: number[] = []
      const found = new Map(names.map(name => [name, [] as number[]]))
      for (let run = 0; run < runs; run += 1) {
        empty.push(timed(emptyHandler, environment))
        reference.push(timed(referenceHandler, environment, eventFor(asked.arrivals)))
        for (const name of names) found.get(name)?.push(timed(fileOf(name), environment, eventFor(asked[name])))
      }
      const ofEmpty = median(empty)
      const ratio = (figures: readonly number[]) => Math.round((median(figures) / ofEmpty) * 100) / 100
      const ratios = names
        .map(name => ({ name, ratio: ratio(found.get(name) ?? []) }))
        .sort((one, other) => other.ratio - one.ratio)
      return [
        {
          name: 'cold-start-ratio-max',
          value: ratios[0]?.ratio ?? 0,
          unit: 'ratio',
          bound: { most: 4 },
          detail: `${runs} runs; empty ${Math.round(ofEmpty)} ms; ${ratios.map(({ name, ratio: one }) => `${name} ${one}`).join(', ')}`,
        },
        {
          name: 'cold-start-ratio-reference',
          value: ratio(reference),
          unit: 'ratio',
          detail: `DocumentClient, full zod, middy and Powertools, not bundled: ${Math.round(median(reference))} ms`,
        },
      ]
    })
  } finally {
    client.destroy()
    await database.stop()
  }
}
