/** Somebody whose receipt is drawn to be verified: nobody can know beforehand whose is. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { maseruDate } from '../../functions/platform/clock.ts'
import { dayRoutes } from '../../functions/supplies/day-contract.ts'
import { receiptRoutes, type SampleView } from '../../functions/support/receipt-contract.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { officerOf } from '../harness/officer.ts'
import { type Arrived, register } from './arrival.ts'

/** One in ten is drawn: of so many, at so much at once, none is with a chance of 1 in 30,000. */
const [most, atOnce] = [100, 5]

/** Registers people until the day book has drawn one of their receipts. Each is given what `intake` says. */
export async function aDrawnReceipt(
  host: RunningHost,
  arrived: Arrived,
  intake: () => PutIntake,
): Promise<{ readonly intake: PutIntake; readonly drawn: SampleView }> {
  const { post } = arrived
  const supervisor = officerOf(host, [`supervisor@${post}`])
  const came = new Map<string, PutIntake>()
  while (came.size < most) {
    for (let each = 0; each < atOnce; each += 1) {
      const one = intake()
      came.set((await register(host, arrived, one)).id, one)
    }
    await told(new Set(came.keys()))
    const { sample } = await supervisor.must(receiptRoutes.listSample, { params: { post } })
    for (const drawn of sample) {
      const one = came.get(drawn.receiptId)
      if (one !== undefined) return { intake: one, drawn }
    }
  }
  throw new Error('no receipt was drawn')

  /** A receipt is drawn before its rows stand in the day. */
  async function told(receiptIds: ReadonlySet<string>): Promise<void> {
    const params = { place: post, date: maseruDate(new Date()) }
    for (let tries = 0; tries < 120; tries += 1) {
      const { moves } = await supervisor.must(dayRoutes.readDay, { params })
      const there = new Set(moves.map(({ receiptId }) => receiptId))
      if ([...receiptIds].every(receiptId => there.has(receiptId))) return
      await pause(500)
    }
    throw new Error('the day book hears of nothing')
  }
}
