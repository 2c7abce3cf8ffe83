/**
 * A power cut in the middle of the demo changes nothing about how it ends. `npm run test:faults` cuts at ten moments,
 * each time on a fresh data folder; without it one is enough.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { seededWhole } from '../../local/demo/seeded.ts'
import { startHost } from '../harness/local-host.ts'
import { leftBehind, runDemo, runDemoUntil, type Summary } from './demo.ts'

const kills = Number(process.env['KAMOHELO_KILLS'] ?? 1)
/** Of about 1,400 requests the last ones are the demo looking back at what it did. */
const tenthOfRequests = 110
/** A seeded moment in another tenth each time; the first while people are registered. */
const moment = (index: number): number =>
  seededWhole(1, tenthOfRequests, 'power cut', index) + ((index * 3 + 1) % 10) * tenthOfRequests

const folders: string[] = []
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kamohelo-demo-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface End {
  readonly summary: Summary
  readonly left: Record<string, unknown>
}

async function undisturbed(): Promise<End> {
  const host = await startHost({ dataFolder: freshFolder() })
  try {
    return { summary: await runDemo(host), left: await leftBehind(host) }
  } finally {
    await host.stop()
  }
}

async function cutAfter(requests: number): Promise<End> {
  const dataFolder = freshFolder()
  const first = await startHost({ dataFolder })
  try {
    const { ended } = await runDemoUntil(first, requests)
    await first.kill9()
    await ended
  } finally {
    await first.kill9()
  }
  const again = await startHost({ dataFolder, port: Number(new URL(first.url).port) })
  try {
    return { summary: await runDemo(again), left: await leftBehind(again) }
  } finally {
    await again.stop()
  }
}

/** Runs beside the first that is cut. */
let whole: Promise<End> | undefined

it.each(Array.from({ length: kills }, (_, index) => moment(index)))(
  'ends as if nothing had happened, cut after %i requests, and grants, overdraws and loses nothing',
  async requests => {
    whole ??= undisturbed()
    const [{ summary, left }, cut] = await Promise.all([whole, cutAfter(requests)])
    expect(summary).toMatchObject({ doubleGrants: 0, overdrawn: 0, lost: 0 })
    const { accepted, rejected, manifestRows } = summary
    expect(accepted + rejected.length).toBe(manifestRows)

    const { doubleGrants, overdrawn, lost } = cut.summary
    console.log(`power cut after ${requests} requests: ${doubleGrants} double, ${overdrawn} overdrawn, ${lost} lost`)
    expect(cut).toEqual({ summary, left })
  },
  800_000,
)
