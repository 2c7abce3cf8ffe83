/**
 * Records on their way to the protection zone. A record is sealed after every answer, so that a browser that is killed
 * leaves what was said so far, and nothing on the device can open it, not even the form it came from.
 */
import type * as z from 'zod/mini'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import { sealScreen } from '../../../functions/screening/envelope.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { refusalOf } from '../api/any-refusal.ts'
import type { Refused } from '../api/client.ts'
import { isPractice } from '../practice/is-practice.ts'
import { isStorageFull } from '../vault/device-database.ts'
import { keepRecord } from './record-database.ts'
import { tellRecords } from './record-news.ts'

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

/** What the officer must mend before a record counts as closed; undefined where it is kept. */
export type NotClosed = Refused | 'storage-full' | undefined

/** Keeps one record while it is open. Changes that follow each other closely are sealed once. */
export function recordKeeper(key: z.infer<typeof SealingKey>) {
  let newest = 0
  let isClosed = false
  let work: Promise<NotClosed> = Promise.resolve(undefined)

  const sealAndKeep = async (content: ScreenContent, isOpen: boolean): Promise<NotClosed> => {
    if (isPractice) return undefined
    const sealed = await sealScreen(content, bytesOf(key.publicKey), key.keyId)
    if ('refusal' in sealed) return refusalOf(sealed.refusal)
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
      if (isClosed) await tellRecords('kept')
      return no
    },
  }
}
