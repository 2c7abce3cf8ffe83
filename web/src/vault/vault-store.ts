/** Officers, passes and the kept clock in the device's database. */
import { deviceDatabase, endingStores, type StrictTransaction, strictly } from './device-database.ts'
import { type KeptClock, lookedAgain, startedAt } from './kept-clock.ts'
import { noAttempts, type PinAttempts } from './pin-attempts.ts'
import { ClockRow, OfficerRow, PassRow } from './vault-rows.ts'

const clockKey = 'clock'

let lastLook: number | undefined
let lastReading = 0

/** Looks at the clock inside a transaction and keeps what it showed: two tabs cannot set each other back. */
async function look(transaction: StrictTransaction): Promise<number> {
  const device = transaction.objectStore('device')
  const row = ClockRow.safeParse(await device.get(clockKey))
  const running = lastLook === undefined ? 0 : performance.now() - lastLook
  const kept = row.success ? lookedAgain(row.data, Date.now(), running) : startedAt(Date.now())
  lastLook = performance.now()
  await device.put(kept, clockKey)
  lastReading = kept.reading
  return kept.reading
}

/** Ends what the clock has ended. The officers whose share is gone. */
async function endPasses(transaction: StrictTransaction, now: number): Promise<readonly string[]> {
  const passes = transaction.objectStore('passes')
  const ended = (await passes.getAll()).flatMap(row => {
    const pass = PassRow.parse(row)
    return pass.until <= now ? [pass.officerId] : []
  })
  await Promise.all(ended.map(officerId => passes.delete(officerId)))
  return ended
}

/** Deletes what was kept for a while only. */
async function endKept(transaction: StrictTransaction, now: number): Promise<void> {
  for (const name of endingStores) {
    const store = transaction.objectStore(name)
    const ended = await store.index('by-until').getAllKeys(IDBKeyRange.upperBound(now))
    await Promise.all(ended.map(key => store.delete(key)))
  }
}

export const vaultStore = {
  /** Looks at the clock and deletes every share whose 72 hours are over, and what a desk kept for a while. */
  tick: (): Promise<readonly string[]> =>
    strictly(['device', 'passes', ...endingStores], async transaction => {
      const now = await look(transaction)
      await endKept(transaction, now)
      return endPasses(transaction, now)
    }),

  /** The kept clock, in milliseconds: what ends is given its end by it. */
  now: (): Promise<number> => strictly(['device'], look),

  /** The same to within what the page ran since it was last looked at, a minute at most: writes nothing. */
  roughlyNow: async (): Promise<number> =>
    lastLook === undefined ? vaultStore.now() : lastReading + performance.now() - lastLook,

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

  /** A pass just given, the clock as the server has it, and the attempts begun anew: the officer has signed in. */
  putPass: (pass: PassRow, clock: KeptClock): Promise<void> =>
    strictly(['device', 'officers', 'passes'], async transaction => {
      const officers = transaction.objectStore('officers')
      const row = await officers.get(pass.officerId)
      if (row !== undefined)
        await officers.put(
          { ...OfficerRow.parse(row), groups: pass.groups, attempts: noAttempts } satisfies OfficerRow,
          pass.officerId,
        )
      await transaction.objectStore('passes').put(pass, pass.officerId)
      await transaction.objectStore('device').put(clock, clockKey)
      lastLook = performance.now()
      lastReading = clock.reading
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
   * together. Shares that have ended are deleted first.
   */
  countAttempt: <T extends { readonly attempts?: PinAttempts | undefined }>(
    officerId: string,
    begin: (attempts: PinAttempts, now: number) => T,
  ): Promise<T | undefined> =>
    strictly(['device', 'officers', 'passes'], async transaction => {
      await endPasses(transaction, await look(transaction))
      const officers = transaction.objectStore('officers')
      const row = await officers.get(officerId)
      if (row === undefined) return undefined
      const officer = OfficerRow.parse(row)
      const clock = ClockRow.parse(await transaction.objectStore('device').get(clockKey))
      const judged = begin(officer.attempts, clock.reading)
      if (judged.attempts !== undefined)
        await officers.put({ ...officer, attempts: judged.attempts } satisfies OfficerRow, officerId)
      return judged
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
