/**
 * The browser killed as by a power cut while it saves and sends. `npm run test:faults` kills it a hundred times; without
 * it three are enough. KAMOHELO_SEED names other moments.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededWhole } from '../../../local/demo/seeded.ts'
import { filesHolding, serveKit, startOnProfile } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import { type Fault, type FaultyServer, startFaultyServer } from './faulty-server.ts'
import type { OutboxKit } from './outbox-kit.ts'

/** In the page. */
declare const outboxKit: OutboxKit

const kills = Number(process.env['KAMOHELO_BROWSER_KILLS'] ?? 3)
const pin = '48201957'
const palesa = 'officer-1'
const planted = 'Ntsebeng Plantedname'

let files: StaticServer
let server: FaultyServer
beforeAll(async () => {
  files = await serveKit(join(import.meta.dirname, 'outbox-kit.ts'))
  server = await startFaultyServer(files.origin)
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await files?.stop()
})

const ready = (page: Page) => page.waitForFunction(() => 'outboxKit' in globalThis)
const send = (page: Page) => page.evaluate(() => outboxKit.send())

it(
  'loses nothing it has said is saved, killed at random moments while saving and sending',
  async () => {
    const seed = Number(process.env['KAMOHELO_SEED'] ?? 20_261_123)
    console.log(`killing the browser ${kills} times, seed ${seed}`)
    const profile = await mkdtemp(join(tmpdir(), 'kamohelo-profile-'))
    const faults: readonly Fault[] = ['none', 'none', 'before', 'after', 'in-reply']
    let parcels = 0
    server.fault = () => faults[seededWhole(0, faults.length - 1, 'fault', seed, parcels++)] ?? 'none'
    try {
      for (let round = 0; round < kills; round++) {
        const { page, kill } = await startOnProfile(profile, server.origin)
        await ready(page)
        if (round === 0)
          await page.evaluate(([officer, pin]) => outboxKit.signOn(officer, 'Palesa M', pin), [palesa, pin] as const)
        await page.evaluate(
          ([officer, name]) => {
            void outboxKit.saveForEver(officer, name)
            void outboxKit.sendForEver()
          },
          [palesa, planted] as const,
        )
        await pause(seededWhole(30, 900, 'moment', seed, round))
        await kill()
      }
      expect(await filesHolding(profile, ['Plantedname', 'Ntsebeng', pin])).toEqual([])
      server.fault = () => 'none'
      const { page, kill } = await startOnProfile(profile, server.origin)
      await ready(page)
      const unsentAtStart = await page.evaluate(() => outboxKit.unsent())
      // records that were cut off wait for their turn
      for (let turn = 0; turn < 300 && (await page.evaluate(() => outboxKit.unsent())) > 0; turn++) {
        await send(page)
        await pause(100)
      }
      await kill()
      const lost = [...server.said].filter(id => !server.stored.has(id))
      const doubled = [...server.stored.values()].filter(contents => contents.size !== 1)
      console.log(`${server.said.size} said, ${server.stored.size} stored, ${unsentAtStart} sent after the last kill`)
      expect(server.said.size).toBeGreaterThan(0)
      expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
    } finally {
      await rm(profile, { recursive: true, force: true })
    }
  },
  120_000 + kills * 15_000,
)
