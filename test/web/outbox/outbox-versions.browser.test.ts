/** A queue that an application two versions older left on the device: today's delivers it whole. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from '../desk-browser.ts'
import { serveKit } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import { type FaultyServer, startFaultyServer } from './faulty-server.ts'
import type { OutboxKit } from './outbox-kit.ts'

/** In the page. */
declare const outboxKit: OutboxKit

const palesa = 'officer-1'

let browser: Browser
let files: StaticServer
let server: FaultyServer
beforeAll(async () => {
  ;[browser, files] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'outbox-kit.ts'))])
  server = await startFaultyServer(files.origin)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await files?.stop()
})

/** Runs in the page: the device's database as its first version had it, with rows that say no more than that one wrote. */
async function setBack(): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const stores = ['device', 'officers', 'passes', 'sealed', 'copies', 'keys', 'outbox']
  const firstFields = ['recordId', 'deviceId', 'authorId', 'kind', 'sequence', 'savedAt', 'state', 'keyId']
  const now = await settled(indexedDB.open('kamohelo'))
  const reading = now.transaction(stores)
  const kept = await Promise.all(
    stores.map(async name => {
      const store = reading.objectStore(name)
      const [keys, rows] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
      return { name, keys, rows: rows as unknown[] }
    }),
  )
  now.close()
  await settled(indexedDB.deleteDatabase('kamohelo'))
  const opening = indexedDB.open('kamohelo', 1)
  opening.onupgradeneeded = () => {
    for (const { name } of kept) {
      const store = opening.result.createObjectStore(name)
      if (name !== 'outbox') continue
      store.createIndex('by-sequence', 'sequence', { unique: true })
      store.createIndex('by-state', 'state')
    }
  }
  const first = await settled(opening)
  const writing = first.transaction(stores, 'readwrite')
  for (const { name, keys, rows } of kept)
    rows.forEach((row, index) => {
      const asThen =
        name === 'outbox'
          ? Object.fromEntries(Object.entries(Object(row)).filter(([field]) => firstFields.includes(field)))
          : row
      writing.objectStore(name).put(asThen, keys[index])
    })
  await new Promise(resolve => writing.addEventListener('complete', resolve))
  first.close()
}

const ready = (page: Page) => page.waitForFunction(() => 'outboxKit' in globalThis)

it('delivers every record of it once, whatever its rows leave unsaid', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.origin)
  await ready(page)
  await page.evaluate(officer => outboxKit.signOn(officer, 'Palesa M', '48201957'), palesa)
  const ids: string[] = []
  for (let index = 0; index < 60; index += 1) {
    const dependsOn = ids.slice(-1)
    const { recordId } = await page.evaluate(
      ([officer, dependsOn]) => outboxKit.keep(officer, { name: 'Ntsebeng' }, { dependsOn }),
      [palesa, dependsOn] as const,
    )
    ids.push(recordId)
  }
  await page.evaluate(setBack)
  await page.reload()
  await ready(page)
  expect(await page.evaluate(() => outboxKit.unsent())).toBe(60)
  for (let turn = 0; turn < 10 && (await page.evaluate(() => outboxKit.unsent())) > 0; turn++)
    await page.evaluate(() => outboxKit.send())
  expect([...server.stored.keys()].sort()).toEqual([...ids].sort())
  expect([...server.stored.values()].every(contents => contents.size === 1)).toBe(true)
}, 120_000)
