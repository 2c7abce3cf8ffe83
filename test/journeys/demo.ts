/** The demo as a program of its own, and what it leaves behind in a form that two runs can be compared by. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'
import { allRoutes } from '../../functions/contracts.ts'
import { samplePrefix, type Zone } from '../../functions/platform/tables.ts'
import { functionRoles, pastEveryPolicy } from '../harness/function-roles.ts'
import type { HostDoor } from '../harness/host-process.ts'

const program = join(import.meta.dirname, '..', '..', 'local', 'demo', 'run.ts')

export const Summary = z.strictObject({
  manifestRows: z.int(),
  accepted: z.int(),
  rejected: z.array(z.strictObject({ row: z.int(), reason: z.string() })),
  intakes: z.int(),
  entitlements: z.int(),
  outOfStock: z.int(),
  tasks: z.int(),
  claimed: z.int(),
  visits: z.int(),
  reportRows: z.int(),
  doubleGrants: z.int(),
  overdrawn: z.int(),
  lost: z.int(),
})
export type Summary = z.infer<typeof Summary>

function start({ dataFolder }: HostDoor): ChildProcess {
  const env = { ...process.env, KAMOHELO_DATA: dataFolder }
  return spawn(process.execPath, [program, '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs the demo to its end. */
export async function runDemo(host: HostDoor): Promise<Summary> {
  const child = start(host)
  if (child.stdout === null || child.stderr === null) throw new Error('the demo prints nowhere')
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (child.exitCode !== 0) throw new Error(`the demo ended with ${child.exitCode}: ${complaints}`)
  return Summary.parse(JSON.parse(printed))
}

/** Runs it until the function logs tell of so many requests; whoever calls then pulls the plug. Faults where it ends before. */
export async function runDemoUntil(host: HostDoor, requests: number): Promise<{ ended: Promise<unknown> }> {
  const child = start(host)
  const ended = once(child, 'exit')
  child.stdout?.resume()
  child.stderr?.resume()
  while ((await requestsServed(host)) < requests) {
    if (child.exitCode !== null) throw new Error(`the demo ended before ${requests} requests`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return { ended }
}

export async function requestsServed({ dataFolder }: HostDoor): Promise<number> {
  let count = 0
  for await (const file of glob('logs/kamohelo-*.jsonl', { cwd: dataFolder }))
    count += readFileSync(join(dataFolder, file), 'utf8').split('"code":"served"').length - 1
  return count
}

/** Changes put their entry into the transaction of what they change: as many entries as changes, however often sent. */
const changes = new Set(allRoutes.filter(({ recording }) => recording === 'committed').map(({ name }) => name))
/** Nobody can tell a screen sent again from a first one before it is opened. */
changes.delete('putScreen')

const Item = z.looseObject({ pk: z.string(), sk: z.string() })

/** A row of the day book sorts by the moment it tells of, which is another in every run. */
const kindOf = ({ pk, sk }: z.infer<typeof Item>): string => {
  const [sorted = ''] = sk.split('#')
  return `${pk.split('#')[0]} ${/^\d{4}-/.test(sorted) ? 'by moment' : sorted}`
}

/** How many there are of each kind of item, and what the desk still holds: the same whichever tablet was the faster. */
export async function leftBehind(host: HostDoor): Promise<Record<string, unknown>> {
  await host.settled()
  const { tables } = await functionRoles(host)
  const left: Record<string, unknown> = {}
  const counts: Record<string, number> = {}
  const count = (kind: string): void => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const look: Record<Zone, (item: z.infer<typeof Item>) => void> = {
    registry: item => count(`registry ${kindOf(item)}`),
    ledger: ({ pk, sk, ...item }) => {
      // drawn by a seed that every host makes for itself
      if (pk.startsWith(samplePrefix)) return
      count(`ledger ${kindOf({ pk, sk })}`)
      if (pk.startsWith('LEASE#')) left[`${pk} ${sk}`] = [item['received'], item['drawn'], item['left']]
    },
    protection: ({ pk, sk }) => (sk === 'SCREEN' ? count(`protection ${pk.split('#')[0]}`) : undefined),
    audit: ({ action }) => (changes.has(String(action)) ? count(`audit ${action}`) : undefined),
  }
  for (const [zone, TableName] of Object.entries(tables))
    for await (const page of paginateScan({ client: pastEveryPolicy(host) }, { TableName, ConsistentRead: true }))
      for (const item of page.Items ?? []) look[zone as Zone](Item.parse(unmarshall(item)))
  return { ...left, ...counts }
}
