/**
 * `npm run ledger:check`: reads the whole ledger and proves that every balance is the sum of its entries. With LEDGER_TABLE
 * set it is that table, in the account that the AWS environment names; else that of the host on this machine. Ends with 1
 * where anything differs.
 */
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import pLimit from 'p-limit'
import { ledgerProof } from '../functions/supplies/ledger-proof.ts'

/**
 * A scan in parts: AWS reads them side by side, and the database on this machine walks the whole table again for each
 * further page of one part.
 */
const segments = 64
/** Of each a page of 1 MB is in memory. */
const segmentsAtOnce = 4

const named = process.env['LEDGER_TABLE']

/** The host's endpoint and table. */
async function ofThisMachine(): Promise<{ client: DynamoDBClient; table: string }> {
  const { answeringHost } = await import('../local/running-host.ts')
  const client = new DynamoDBClient({
    endpoint: (await answeringHost()).databaseEndpoint,
    region: 'af-south-1',
    credentials: { accessKeyId: 'maintenance', secretAccessKey: 'maintenance' },
  })
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}))
  const table = names.find(name => name.toLowerCase().includes('ledger'))
  if (table === undefined) throw new Error('The host has no ledger.')
  return { client, table }
}

const { client, table } = named === undefined ? await ofThisMachine() : { client: new DynamoDBClient({}), table: named }
const started = performance.now()
const proof = ledgerProof()

async function readSegment(segment: number): Promise<void> {
  const part = { TableName: table, ConsistentRead: true, Segment: segment, TotalSegments: segments }
  for await (const { Items: items = [] } of paginateScan({ client }, part)) for (const item of items) proof.take(item)
}

const atOnce = pLimit(segmentsAtOnce)
await Promise.all(Array.from({ length: segments }, (_, segment) => atOnce(() => readSegment(segment))))
const { flaws, outside, ...counted } = proof.result()
console.log(
  JSON.stringify(
    {
      ...counted,
      outside,
      flaws: flaws.length,
      seconds: Math.round(performance.now() - started) / 1_000,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    undefined,
    2,
  ),
)
for (const flaw of flaws) console.error(JSON.stringify(flaw))
process.exitCode = flaws.length === 0 ? 0 : 1
