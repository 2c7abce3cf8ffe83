/**
 * Refused records of this device, asked about now and then: their author may have mended one elsewhere, and what hangs on
 * it waits here. Asking changes nothing of a row, which can be corrected meanwhile.
 */
import * as z from 'zod/mini'
import { deviceDatabase, strictly } from '../vault/device-database.ts'
import { isDue, longestWait } from './back-off.ts'
import { OutboxRow, wasLetGo } from './outbox-row.ts'
import { outboxStore } from './outbox-store.ts'
import { mostRecords, type RecordAnswer } from './parcel.ts'
import { underSendersLock } from './sender.ts'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array)

export interface RefusedHere {
  readonly row: OutboxRow
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** By record what became of it; undefined where no answer came or nobody may ask. */
export type AskAbout = (refused: readonly RefusedHere[]) => Promise<ReadonlyMap<string, RecordAnswer> | undefined>

async function refusedRows(): Promise<OutboxRow[]> {
  const rows = await (await deviceDatabase()).getAllFromIndex('outbox', 'by-state', 'refused')
  return rows.map(row => OutboxRow.parse(row)).filter(row => !wasLetGo(row))
}

/** How many of them may be asked about again. */
export const refusedCount = async (): Promise<number> => (await refusedRows()).length

/** Those whose turn it is, all of one device; the next turn of each is put off as far as anything is. */
async function takeTurn(now: number): Promise<readonly RefusedHere[]> {
  const due = (await refusedRows()).filter(row => isDue(row.nextTryAt, now))
  const asked = due.filter(({ deviceId }) => deviceId === due[0]?.deviceId).slice(0, mostRecords)
  return strictly(['outbox', 'sealed'], async transaction => {
    const taken: RefusedHere[] = []
    for (const { recordId } of asked) {
      const row = OutboxRow.parse(await transaction.objectStore('outbox').get(recordId))
      if (row.state !== 'refused') continue
      await transaction
        .objectStore('outbox')
        .put({ ...row, nextTryAt: now + longestWait } satisfies OutboxRow, recordId)
      taken.push({ row, sealed: Bytes.parse(await transaction.objectStore('sealed').get(recordId)) })
    }
    return taken
  })
}

/** One turn, unless something is being sent: what was mended elsewhere is received here too. */
export const askAboutRefused = (ask: AskAbout, tell: () => Promise<void> = async () => undefined): Promise<boolean> =>
  underSendersLock(async () => {
    const refused = await takeTurn(Date.now())
    if (refused.length === 0) return
    const answers = [...((await ask(refused)) ?? [])].filter(([, { is }]) => is === 'received')
    if (answers.length === 0) return
    await outboxStore.settle(new Map(answers), Date.now())
    await tell()
  })

/** Of one that nobody keeps: it was seen, and its line goes. */
export const dismiss = (recordId: string): Promise<void> =>
  strictly(['outbox'], async transaction => {
    const row = OutboxRow.safeParse(await transaction.objectStore('outbox').get(recordId))
    if (row.success && wasLetGo(row.data)) await transaction.objectStore('outbox').delete(recordId)
  })
