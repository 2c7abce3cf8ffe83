/** Follows the ledger: each new entry is read again under its key, and written into the books it belongs to. */
import { maseruDate } from '../platform/clock.ts'
import { allTaken, type StreamAnswer, StreamEvent } from '../platform/stream-event.ts'
import { entryPrefixes, type Key } from '../platform/tables.ts'
import type { Entitlement } from '../support/ledger-entries.ts'
import { isDrawn } from '../support/verification-sample.ts'
import type { DayBookStore } from './day-book-store.ts'
import { type BookRow, rowsOfEntitlement, rowsOfMove } from './rows-of.ts'

async function rowsAt(book: DayBookStore, key: Key): Promise<readonly BookRow[]> {
  if (key.pk.startsWith(entryPrefixes.move)) {
    const move = await book.findMove(key)
    return move === undefined ? [] : rowsOfMove(move)
  }
  if (!key.pk.startsWith(entryPrefixes.entitlement)) return []
  const given = await book.findEntitlement(key)
  if (given === undefined) return []
  await drawForSample(book, given)
  return rowsOfEntitlement(given)
}

/** A receipt is drawn by its own id and its day, on which no receipt comes once it is over. */
async function drawForSample(book: DayBookStore, given: Entitlement): Promise<void> {
  const { receiptId, displayNumber, returnEventId, issuedAt, post } = given
  if (receiptId === undefined || displayNumber === undefined) return
  const seed = await book.seedOf(maseruDate(new Date(issuedAt)))
  if (isDrawn(receiptId, seed))
    await book.drawForSample(post, { receiptId, returnEventId, displayNumber, issuedAt, seed })
}

/** The stream carries keys alone: what stands there is read in the table, and never changes. */
export const keepDayBook =
  (book: DayBookStore) =>
  async (event: unknown): Promise<StreamAnswer> => {
    for (const { dynamodb } of StreamEvent.parse(event).Records) {
      const { pk, sk } = dynamodb.Keys
      const rows = await rowsAt(book, { pk: pk.S, sk: sk.S })
      await Promise.all(rows.map(book.put))
    }
    return allTaken
  }
