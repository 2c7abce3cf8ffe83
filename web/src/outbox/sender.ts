/**
 * Sends what waits, in the order of capture, under whichever officer's token is fresh. One sender at a time across all
 * tabs. It knows nothing of what it sends, and takes nothing for stored but what the server says is.
 */
import { waitBefore } from './back-off.ts'
import { outboxStore, type TakenRecord } from './outbox-store.ts'
import { mostRecords, type RecordAnswer, sizeAfter } from './parcel.ts'

/**
 * By record; undefined where the parcel as a whole got no answer: cut off, timed out or broken. `not-let-in`: nobody is
 * signed in who may send, so nothing is tried until somebody is.
 */
export type Deliver = (
  parcel: readonly TakenRecord[],
) => Promise<ReadonlyMap<string, RecordAnswer> | 'not-let-in' | undefined>

const lockName = 'kamohelo.outbox'
/** So many parcels in a row without an answer end a run; a later one begins anew. */
const failuresPerRun = 4

const later: RecordAnswer = { is: 'later' }

async function sendAll(
  deliver: Deliver,
  pause: (milliseconds: number) => Promise<void>,
  tell: () => Promise<void>,
): Promise<void> {
  await outboxStore.sendAgain() // the lock is ours: what is being sent was left so by a browser that is gone
  let size = mostRecords
  let failures = 0
  while (failures < failuresPerRun) {
    const parcel = await outboxStore.take(Date.now(), size)
    if (parcel.length === 0) return
    await tell()
    const answers = await deliver(parcel)
    if (answers === 'not-let-in') return outboxStore.sendAgain()
    if (answers !== undefined) {
      failures = 0
      size = sizeAfter(size, true)
      const all = parcel.map(({ row }) => [row.recordId, answers.get(row.recordId) ?? later] as const)
      await outboxStore.settle(new Map(all), Date.now())
      await tell()
      continue
    }
    failures++
    // one that failed alone waits by itself, and the rest go on without it
    const alone = parcel.length === 1 ? parcel[0] : undefined
    if (alone === undefined) await outboxStore.sendAgain()
    else await outboxStore.settle(new Map([[alone.row.recordId, later]]), Date.now())
    size = sizeAfter(Math.min(size, parcel.length), false)
    if (failures < failuresPerRun) await pause(waitBefore(failures, Math.random()))
  }
}

export const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/** False where another tab has it. */
export const underSendersLock = (work: () => Promise<void>): Promise<boolean> =>
  navigator.locks.request(lockName, { ifAvailable: true }, async lock => {
    if (lock === null) return false
    await work()
    return true
  })

/**
 * One run until nothing is due or the network is away; `tell` hears of each change. False where another tab is sending
 * already.
 */
export const sendWaiting = (
  deliver: Deliver,
  pause = sleep,
  tell: () => Promise<void> = async () => undefined,
): Promise<boolean> => underSendersLock(() => sendAll(deliver, pause, tell).finally(tell))
