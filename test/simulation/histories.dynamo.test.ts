/**
 * The ledger under random histories: received, leased, drawn, offline, sent again, overdue, given back, written off, come
 * back after all, sent between stores, with every kind of bad luck a database has. `npm run test:faults` runs a hundred
 * times as many.
 */
import { expect, it } from 'vitest'
import { shared } from '../harness/shared.ts'
import { everyFaultMet, runHistories } from './histories.ts'

const count = Number(process.env['KAMOHELO_HISTORIES'] ?? 1_000)
const seed = Number(process.env['KAMOHELO_SEED'] ?? 20_261_122)
/** Of the same seeds, on the database itself: what the memory says is what it would say. */
const onDatabase = 48

it.each([
  ['in memory', count],
  ['on the database', onDatabase],
] as const)(
  `keeps every balance the sum of its entries, none below nothing and nothing twice, %s, in %i histories from seed ${seed}`,
  async (where, histories) => {
    const told = await runHistories(
      where === 'in memory' ? 'memory' : { endpoint: await shared('database') },
      histories,
      seed,
    )
    console.log(`ledger histories ${where}: ${JSON.stringify(told)}`)
    expect(told.passed).toBeGreaterThanOrEqual(histories)
    expect(everyFaultMet(told)).toBe(true)
  },
  count * 100 + 300_000,
)
