/** Everything a running host keeps outside the protection zone, in a form that can be compared. */
import { readFileSync, statSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { paginateScan } from '@aws-sdk/client-dynamodb'
import type { Zone } from '../../functions/platform/tables.ts'
import { type Item, pastEveryPolicy, type Roles } from './function-roles.ts'
import type { HostDoor } from './host-process.ts'

/** One line for each thing kept: what it is, and how large, but not what is in it. */
export type Traces = ReadonlyMap<string, string>

const shapeOf = (item: Item): string =>
  Object.entries(item)
    .map(([name, value]) => `${name}:${JSON.stringify(value).length}`)
    .sort()
    .join(' ')

async function tableTraces(host: HostDoor, zone: Zone, table: string): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const page of paginateScan({ client: pastEveryPolicy(host) }, { TableName: table, ConsistentRead: true }))
    for (const item of page.Items ?? [])
      found.push([`${zone} ${item['pk']?.S} ${item['sk']?.S}`, `${zone}: ${shapeOf(item)}`])
  return found
}

/** A log's line by its code, its level and the names of its fields. */
function lineShape(line: string): string {
  const fields: Record<string, unknown> = JSON.parse(line)
  return `${fields['level']} ${fields['message']} ${Object.keys(fields).sort().join(' ')}`
}

async function linesOf(host: HostDoor, pattern: string): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const file of glob(pattern, { cwd: host.dataFolder }))
    for (const [index, line] of readFileSync(join(host.dataFolder, file), 'utf8').split('\n').entries())
      if (line !== '') found.push([`${file} ${index}`, `${basename(file)}: ${lineShape(line)}`])
  return found
}

/** The audit's own archive is left out: it repeats the audit, several entries to an object. */
async function objectsOf(host: HostDoor): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const file of glob('s3/*/**/=*', { cwd: host.dataFolder }))
    if (!/archive/i.test(file.split('/')[1] ?? ''))
      found.push([file, `object of ${file.split('/')[1]}: ${statSync(join(host.dataFolder, file)).size}`])
  return found
}

export async function traces(host: HostDoor, { tables }: Roles): Promise<Traces> {
  await host.settled()
  const outside = (['registry', 'ledger', 'audit'] as const).map(zone => tableTraces(host, zone, tables[zone]))
  const kept = ['logs/*.jsonl', 'sns/*.jsonl', 'sqs/*.jsonl'].map(pattern => linesOf(host, pattern))
  return new Map((await Promise.all([...outside, ...kept, objectsOf(host)])).flat())
}

/** What came since, in no order that time could give it. */
export const newSince = (before: Traces, after: Traces): string[] =>
  [...after].flatMap(([key, shape]) => (before.get(key) === shape ? [] : [shape])).sort()
