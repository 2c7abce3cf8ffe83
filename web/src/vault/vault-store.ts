/** Officers, passes and the kept clock in the device's database. */
import { noteReading, roughReading, runningSinceLook } from '../time/date-today.ts'
import { deviceDatabase, endingStores, keptMilliseconds, type StrictTransaction, strictly } from './device-database.ts'
import { type KeptClock, lookedAgain, startedAt } from './kept-clock.ts'
import { type Attempt, noAttempts, type PinAttempts } from './pin-attempts.ts'
import { ClockRow, EndingRow, OfficerRow, PassRow } from './vault-rows.ts'

const clockKey = 'clock'

interface CountedAttempt {
  readonly attempt: Attempt
  readonly officer: OfficerRow
  /** Undefined where the share is gone. */
  readonly pass: PassRow | undefined
}

/** Looks at the clock inside a transaction and keeps what it showed: two tabs cannot set each other back. */
async function look(transaction: StrictTransaction): Promise<KeptClock> {
  const device = transaction.objectStore('device')
  const row = ClockRow.safeParse(await device.get(clockKey))
  const kept = row.success ? lookedAgain(row.data, Date.now(), runningSinceLook()) : startedAt(Date.now())
  noteReading(kept.reading)
  await device.put(kept, clockKey)
  return kept
}

const isOver = ({ until }: PassRow, now: number): boolean => until <= now

const allPasses = async (transaction: StrictTransaction): Promise<readonly PassRow[]> =>
  (await transaction.objectStore('passes').getAll()).map(row => PassRow.parse(row))

/** Ends what the clock has ended. The officers whose share is gone. */
async function endPasses(
  transaction: StrictTransaction,
  passes: readonly PassRow[],
  now: number,
): Promise<readonly string[]> {
  const ended = passes.filter(pass => isOver(pass, now)).map(({ officerId }) => officerId)
  await Promise.all(ended.map(officerId => transaction.objectStore('passes').delete(officerId)))
  return ended
}

/**
 * Deletes what was kept for a while only, unless the clock leapt. What was kept while it stood too far ahead has as long
 * as all else from when it was set right.
 */
async function endKept(transaction: StrictTransaction, { reading, leapt }: KeptClock): Promise<void> {
  for (const name of endingStores) {
    const store = transaction.objectStore(name)
    const byUntil = store.index('by-until')
    const ended = leapt ? [] : await byUntil.getAllKeys(IDBKeyRange.upperBound(reading))
    await Promise.all(ended.map(key => store.delete(key)))
    const until = reading + keptMilliseconds[name]
    for (const key of await byUntil.getAllKeys(IDBKeyRange.lowerBound(until, true)))
      await store.put({ ...EndingRow.parse(await store.get(key)), until }, key)
  }
}

export const vaultStore = {
  /** Looks at the clock and deletes every share whose 72 hours are over, and what a desk kept for a while. */
  tick: (): Promise<readonly string[]> =>
    strictly(['device', 'passes', ...endingStores], async transaction => {
      const clock = await look(transaction)
      await endKept(transaction, clock)
      return endPasses(transaction, await allPasses(transaction), clock.reading)
    }),

  /** The kept clock, and whether it leapt. */
  clock: (): Promise<KeptClock> => strictly(['device'], look),

  /** The kept clock, in milliseconds: what ends is given its end by it. */
  now: async (): Promise<number> => (await vaultStore.clock()).reading,

  /** The same to within what the page ran since it was last looked at, a minute at most: writes nothing. */
  roughlyNow: async (): Promise<number> => roughReading() ?? vaultStore.now(),

  async findOfficer(officerId: string): Promise<OfficerRow | undefined> {
    const row = await (await deviceDatabase()).get('officers', officerId)
    return row === undefined ? undefined : OfficerRow.parse(row)
  },

  async officers(): Promise<readonly OfficerRow[]> {
    return (await (await deviceDatabase()).getAll('officers')).map(row => OfficerRow.parse(row))
  },

  async findPass(officerId: string): Promise<PassRow | undefined> {
    const row = await (await deviceDatabase()).get('passes', officerId)
    return row === undefined ? undefined : PassRow.parse(row)
  },

  /**
   * A pass just given, the clock as the server has it, and the attempts begun anew: the officer has signed in. What is
   * over by the server's time goes before its share is there to open it.
   */
  putPass: (pass: PassRow, clock: KeptClock): Promise<void> =>
    strictly(['device', 'officers', 'passes', ...endingStores], async transaction => {
      const officers = transaction.objectStore('officers')
      const row = await officers.get(pass.officerId)
      if (row !== undefined)
        await officers.put(
          { ...OfficerRow.parse(row), groups: pass.groups, attempts: noAttempts } satisfies OfficerRow,
          pass.officerId,
        )
      await transaction.objectStore('passes').put(pass, pass.officerId)
      await transaction.objectStore('device').put(clock, clockKey)
      await endKept(transaction, clock)
      noteReading(clock.reading)
    }),

  /** Written whole: a new vault leaves nothing of an older one of the same officer. */
  putOfficer: (row: OfficerRow): Promise<void> =>
    strictly(['officers'], async transaction => {
      await transaction.objectStore('officers').put(row, row.officerId)
    }),

  /** Only where the private key is still the one that was opened: two tabs may change a PIN at once. */
  replaceWrapped: (seen: OfficerRow, next: OfficerRow): Promise<boolean> =>
    strictly(['officers'], async transaction => {
      const officers = transaction.objectStore('officers')
      const row = OfficerRow.parse(await officers.get(seen.officerId))
      if (row.wrapped.iv.join() !== seen.wrapped.iv.join()) return false
      await officers.put(next, next.officerId)
      return true
    }),

  /**
   * Lets `begin` judge the attempts as they stand now, and keeps what it says before any PIN is tried: two tabs count
   * together. Shares that have ended are deleted first. With what the PIN is tried on; undefined without a vault.
   */
  countAttempt: (
    officerId: string,
    begin: (attempts: PinAttempts, now: number) => Attempt,
  ): Promise<CountedAttempt | undefined> =>
    strictly(['device', 'officers', 'passes'], async transaction => {
      const officers = transaction.objectStore('officers')
      // asked side by side: who has typed their PIN waits for each of them
      const [{ reading }, passes, row] = await Promise.all([
        look(transaction),
        allPasses(transaction),
        officers.get(officerId),
      ])
      await endPasses(transaction, passes, reading)
      if (row === undefined) return undefined
      const officer = OfficerRow.parse(row)
      const attempt = begin(officer.attempts, reading)
      if (attempt.allowed)
        await officers.put({ ...officer, attempts: attempt.attempts } satisfies OfficerRow, officerId)
      return { attempt, officer, pass: passes.find(pass => pass.officerId === officerId && !isOver(pass, reading)) }
    }),

  /** After the right PIN. */
  clearAttempts: (officerId: string): Promise<void> =>
    strictly(['officers'], async transaction => {
      const officers = transaction.objectStore('officers')
      const officer = OfficerRow.parse(await officers.get(officerId))
      await officers.put({ ...officer, attempts: noAttempts } satisfies OfficerRow, officerId)
    }),

  /** At hand-over and lock-out. What is kept stays where it is, sealed. */
  deleteShare: (officerId: string): Promise<void> =>
    strictly(['passes'], async transaction => {
      await transaction.objectStore('passes').delete(officerId)
    }),

  /** At revocation: no share will ever open this device's vaults again, so what only they could read goes too. */
  deleteAllShares: (): Promise<void> =>
    strictly(['passes', ...endingStores], async transaction => {
      for (const name of ['passes', ...endingStores] as const) await transaction.objectStore(name).clear()
    }),
}
