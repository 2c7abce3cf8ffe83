import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DynamoDBClient, GetItemCommand, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { afterAll, expect, it, vi } from 'vitest'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { call } from './ask.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'kamohelo-kill-'))
let host: LocalHost
afterAll(async () => {
  await host?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

const sent = new Set<string>()
const acknowledged = new Set<string>()

/** Writes entries one after the other, as one device does, until the host is gone. */
async function writeUntilGone(device: string): Promise<void> {
  for (let sequence = 1; ; sequence += 1) {
    const id = `${device}-${sequence}`
    sent.add(id)
    const response = await call(host, '/v1/entries', { id }).catch(() => undefined)
    if (response === undefined) return
    if (response.status === 201) acknowledged.add(id)
  }
}

async function readLedger(): Promise<{ entries: string[]; drawn: number }> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new DynamoDBClient({ endpoint: host.databaseEndpoint, region: 'af-south-1', credentials })
  const { TableNames = [] } = await client.send(new ListTablesCommand())
  const TableName = TableNames.find(name => name.includes('Ledger'))
  const entries: string[] = []
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
    entries.push(...(page.Items ?? []).flatMap(({ pk }) => (pk?.S?.startsWith('ENTRY#') ? [pk.S.slice(6)] : [])))
  const Key = { pk: { S: 'BALANCE#A' }, sk: { S: 'ITEM' } }
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
  return { entries, drawn: Number(Item?.['drawn']?.N ?? 0) }
}

const followed = (): string[] =>
  globSync('s3/*/followed/=ENTRY-*', { cwd: dataFolder }).map(file => basename(file).slice('=ENTRY-'.length))

it('loses nothing acknowledged, keeps no half transaction and misses no stream record when killed under load', async () => {
  for (const round of ['one', 'two']) {
    host = await startHost({ dataFolder, assembly: 'fixture' })
    const before = acknowledged.size
    const devices = ['a', 'b', 'c', 'd'].map(device => writeUntilGone(`${round}-${device}`))
    await vi.waitUntil(() => acknowledged.size >= before + 60, { timeout: 20_000 })
    await host.kill9()
    await Promise.all(devices)
  }
  host = await startHost({ dataFolder, assembly: 'fixture' })
  const { entries, drawn } = await readLedger()
  const stored = new Set(entries)
  expect([...acknowledged].filter(id => !stored.has(id))).toEqual([])
  expect(entries.filter(id => !sent.has(id))).toEqual([])
  expect(drawn).toBe(entries.length)

  await host.settled()
  expect(followed().sort()).toEqual(entries.sort())

  // What a device repeats because it never heard back is stored once.
  const unheard = [...sent].filter(id => !acknowledged.has(id))
  expect(unheard.length).toBeGreaterThan(0)
  for (const id of unheard) expect((await call(host, '/v1/entries', { id })).status).toBe(stored.has(id) ? 409 : 201)
  const after = await readLedger()
  expect(after.entries).toHaveLength(sent.size)
  expect(after.drawn).toBe(sent.size)
}, 120_000)
