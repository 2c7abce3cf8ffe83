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
/**
 * While all goes well: the link is never idle while the server works on those that crossed before. After one that got no
 * answer they go alone again, so that it is known which of them the server breaks on.
 */
const parcelsUnderWay = 6

const later: RecordAnswer = { is: 'later' }
const idsOf = (parcel: readonly TakenRecord[]): string[] => parcel.map(({ row }) => row.recordId)

async function sendAll(
  deliver: Deliver,
  pause: (milliseconds: number) => Promise<void>,
  tell: () => Promise<void>,
): Promise<void> {
  await outboxStore.sendAgain() // the lock is ours: what is being sent was left so by a browser that is gone
  let size = mostRecords
  let failures = 0
  let mayGoOn = true
  let broke: { readonly problem: unknown } | undefined
  const underWay = new Set<Promise<void>>()

  async function carry(parcel: readonly TakenRecord[]): Promise<void> {
    const failuresBefore = failures
    const answers = await deliver(parcel)
    if (answers === 'not-let-in') {
      mayGoOn = false
      return outboxStore.sendAgain(idsOf(parcel))
    }
    if (answers !== undefined) {
      await outboxStore.settle(new Map(idsOf(parcel).map(id => [id, answers.get(id) ?? later])), Date.now())
      // the other one's failure meanwhile stands: this answer was on its way before
      if (failures !== failuresBefore) return
      failures = 0
      size = sizeAfter(size, true)
      return
    }
    failures++
    size = sizeAfter(Math.min(size, parcel.length), false)
    // one that failed alone waits by itself, and the rest go on without it
    if (parcel.length > 1) return outboxStore.sendAgain(idsOf(parcel))
    await outboxStore.settle(new Map(idsOf(parcel).map(id => [id, later])), Date.now())
  }

  async function next(): Promise<boolean> {
    if (!mayGoOn || failures >= failuresPerRun || underWay.size >= (failures === 0 ? parcelsUnderWay : 1)) return false
    const parcel = await outboxStore.take(Date.now(), size)
    if (parcel.length === 0) return false
    await tell()
    const carried: Promise<void> = carry(parcel)
      .catch((problem: unknown) => {
        mayGoOn = false
        broke = { problem }
      })
      .finally(() => underWay.delete(carried))
    underWay.add(carried)
    return true
  }

  for (;;) {
    if (await next()) continue
    if (underWay.size === 0) break
    const failuresBefore = failures
    await Promise.race(underWay)
    await tell()
    if (failures > failuresBefore && failures < failuresPerRun) await pause(waitBefore(failures, Math.random()))
  }
  if (broke !== undefined) throw broke.problem
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
