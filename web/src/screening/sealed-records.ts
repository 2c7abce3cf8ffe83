/**
 * Records on their way to the protection zone. A record is sealed after every answer, so that a browser that is killed
 * leaves what was said so far, and nothing on the device can open it, not even the form it came from.
 */
import { signal } from '@preact/signals'
import type * as z from 'zod/mini'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import { screeningRoutes } from '../../../functions/screening/contract.ts'
import { sealScreen } from '../../../functions/screening/envelope.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { call, type No, type Refused, refusedAs } from '../api/client.ts'
import { isStorageFull } from '../vault/device-database.ts'
import { closedRecords, dropRecord, keepRecord } from './record-database.ts'

/** How many closed records wait for a network. */
export const unsent = signal(0)

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

async function countClosed(): Promise<void> {
  unsent.value = (await closedRecords()).length
}

/** What the officer must mend before a record counts as closed; undefined where it is kept. */
export type NotClosed = Refused | 'storage-full' | undefined

/** Keeps one record while it is open. Changes that follow each other closely are sealed once. */
export function recordKeeper(key: z.infer<typeof SealingKey>) {
  let newest = 0
  let isClosed = false
  let work: Promise<NotClosed> = Promise.resolve(undefined)

  const sealAndKeep = async (content: ScreenContent, isOpen: boolean): Promise<NotClosed> => {
    const sealed = await sealScreen(content, bytesOf(key.publicKey), key.keyId)
    if ('refusal' in sealed) return refusedAs(sealed.refusal)
    try {
      await keepRecord(content.screenId, { envelope: sealed.envelope, isOpen })
      return undefined
    } catch (problem) {
      if (isStorageFull(problem)) return 'storage-full'
      throw problem
    }
  }
  const inTurn = (content: ScreenContent, isOpen: boolean): Promise<NotClosed> => {
    newest += 1
    const turn = newest
    const before = work.catch(() => undefined)
    work = before.then(() => (turn === newest ? sealAndKeep(content, isOpen) : undefined))
    return work
  }
  return {
    /** What was said so far. */
    async keep(content: ScreenContent): Promise<void> {
      if (!isClosed) await inTurn(content, true)
    },
    /** The last word: only where nothing stands in its way is the record closed. */
    async close(content: ScreenContent): Promise<NotClosed> {
      if (isClosed) return undefined
      isClosed = true
      const no = await inTurn(content, false)
      isClosed = no === undefined
      if (isClosed) await countClosed()
      return no
    },
  }
}

async function sendAll(): Promise<No | undefined> {
  let no: No | undefined
  for (const { screenId, envelope } of await closedRecords()) {
    const answer = await call(screeningRoutes.putScreen, { params: { screenId }, body: { contract: 1, envelope } })
    if (answer.ok) await dropRecord(screenId)
    else no = answer
  }
  await countClosed()
  return no
}

/** Sends what is closed, one after the other; one that is refused does not stop the rest. The last "no", if any. */
export const sendClosedRecords = (): Promise<No | undefined> => navigator.locks.request('kamohelo.records', sendAll)
