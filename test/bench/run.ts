/** `npm run bench`: prints a table, or with `--json` one JSON array of `{name, value, unit, bound, holds, detail}`. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { holds, type Measure } from './measure.ts'
import { measureAccessibility } from './measure-accessibility.ts'
import { measureBundles } from './measure-bundles.ts'
import { measureColdStarts } from './measure-cold-starts.ts'
import { measureLedger } from './measure-ledger.ts'
import { measureLedgerCheck } from './measure-ledger-check.ts'
import { measureRaces } from './measure-races.ts'
import { measureThroughput } from './measure-throughput.ts'
import { measureWriteUnits } from './measure-write-units.ts'
import { withForm } from './reception/form-to-measure.ts'
import { measureOfflineStart } from './reception/measure-offline-start.ts'
import { measureReceptionSize } from './reception/measure-reception-size.ts'
import { measureReceptionStart } from './reception/measure-reception-start.ts'
import { measureSending } from './reception/measure-sending.ts'
import { measureTablet } from './reception/measure-tablet.ts'

const asJson = process.argv.includes('--json')
const only = process.argv.slice(2).filter(word => !word.startsWith('--'))

const databaseAt = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'af-south-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  })

const inDatabase = (measure: (client: DynamoDBClient, endpoint: string) => Promise<Measure[]>) => async () => {
  const database = await startDynamoDbLocal()
  const client = databaseAt(database.endpoint)
  try {
    return await measure(client, database.endpoint)
  } finally {
    client.destroy()
    await database.stop()
  }
}

const groups: Readonly<Record<string, () => Promise<Measure[]>>> = {
  'write-units': inDatabase(measureWriteUnits),
  bundles: measureBundles,
  'cold-starts': measureColdStarts,
  races: inDatabase(measureRaces),
  ledger: inDatabase(measureLedger),
  'ledger-check': inDatabase(measureLedgerCheck),
  throughput: measureThroughput,
  'reception-size': () => withForm(measureReceptionSize),
  'reception-start': () => withForm(measureReceptionStart),
  'offline-start': () => withForm(measureOfflineStart),
  tablet: measureTablet,
  sending: () => withForm(measureSending),
  accessibility: measureAccessibility,
}

const boundText = ({ bound }: Measure): string => {
  if (!bound) return 'reported'
  if ('most' in bound) return `at most ${bound.most}`
  return 'least' in bound ? `at least ${bound.least}` : `exactly ${bound.exactly}`
}

const measures: Measure[] = []
for (const [name, measure] of Object.entries(groups)) {
  if (only.length > 0 && !only.includes(name)) continue
  const found = await measure()
  measures.push(...found)
  if (asJson) continue
  for (const one of found)
    console.log(
      `${holds(one) ? 'ok  ' : 'MISS'} ${one.name.padEnd(34)} ${String(one.value).padStart(9)} ${one.unit.padEnd(14)} ${boundText(one).padEnd(14)} ${one.detail}`,
    )
}
if (asJson) console.log(JSON.stringify(measures.map(one => ({ ...one, bound: one.bound ?? null, holds: holds(one) }))))
process.exitCode = measures.every(holds) ? 0 : 1
