/** Which records go next, and what an answer makes of each. Pure: no clock, no network. */
import type { Receipt } from '../../../functions/platform/fields.ts'
import { isDue, waitBefore } from './back-off.ts'
import { isLarge, type OutboxRow } from './outbox-row.ts'
import { stateAfter } from './record-states.ts'

/** Fewer than the route takes: the server begins on the first of them sooner, and a cut costs less. */
export const mostRecords = 25
/** Of sealed bytes: written as base64 and packed again they and their keys stay under the route's 256 kB. */
export const mostBytes = 220_000

export type RecordAnswer =
  | { readonly is: 'received'; readonly receipt: Receipt }
  | { readonly is: 'refused'; readonly word: string }
  | { readonly is: 'quarantined' }
  /** Busy, broken, or waiting for another: nothing is known to be stored. */
  | { readonly is: 'later' }
  /** Of a record that went ahead in parts: these are not there. */
  | { readonly is: 'parts-missing'; readonly numbers: readonly number[] }

/**
 * The next records in the order of capture, all of one device. A record goes after those it depends on: they were
 * received, or go before it in the same parcel. What is not due yet, and what hangs on that, is stepped over. A large
 * record goes alone, and only where nothing else can.
 * `rows`: all that are not received, by sequence; what a record depends on and is not among them was received.
 */
export function nextParcel(rows: readonly OutboxRow[], now: number, most: number): readonly OutboxRow[] {
  const standing = new Map(rows.map(row => [row.recordId, row.state]))
  const small = chosenFrom(
    rows.filter(({ kind }) => !isLarge(kind)),
    { standing, now, most },
  )
  // while anything is under way, too: a cut costs one part of one of them
  if (small.length > 0 || rows.some(({ state }) => state === 'sending')) return small
  const large = rows.filter(({ kind }) => isLarge(kind))
  return chosenFrom(large, { standing, now, most: 1 })
}

interface Choosing {
  readonly standing: ReadonlyMap<string, OutboxRow['state']>
  readonly now: number
  readonly most: number
}

function chosenFrom(rows: readonly OutboxRow[], { standing, now, most }: Choosing): readonly OutboxRow[] {
  const chosen: OutboxRow[] = []
  const isChosen = new Set<string>()
  let bytes = 0
  for (const row of rows) {
    if (chosen.length >= Math.min(most, mostRecords)) break
    if (row.state !== 'waiting' || !isDue(row.nextTryAt, now)) continue
    if (chosen[0] !== undefined && chosen[0].deviceId !== row.deviceId) continue
    const isReady = row.dependsOn.every(id => {
      const state = standing.get(id)
      return state === undefined || state === 'received' || state === 'quarantined' || isChosen.has(id)
    })
    if (!isReady) continue
    if (chosen.length > 0 && bytes + row.bytes > mostBytes) break
    chosen.push(row)
    isChosen.add(row.recordId)
    bytes += row.bytes
  }
  return chosen
}

/** Those before the first that is missing are there. */
const partsBefore = (missing: readonly number[]): number => Math.max(0, Math.min(...missing, 1_000) - 1)

const stepOf = {
  received: 'receive',
  refused: 'refuse',
  quarantined: 'quarantine',
  later: 'sendAgain',
  'parts-missing': 'sendAgain',
} as const

/** The row after its answer; the same row where it is no longer being sent. `chance`: from 0 to 1. */
export function answered(row: OutboxRow, answer: RecordAnswer, now: number, chance: number): OutboxRow {
  const state = stateAfter(row.state, stepOf[answer.is])
  if (state === undefined) return row
  if (answer.is === 'received') return { ...row, state, receipt: answer.receipt, refusal: undefined }
  if (answer.is === 'refused') return { ...row, state, refusal: answer.word }
  if (answer.is === 'quarantined') return { ...row, state }
  const attempts = row.attempts + 1
  const partsSent = answer.is === 'parts-missing' ? partsBefore(answer.numbers) : row.partsSent
  return { ...row, state, partsSent, attempts, nextTryAt: now + waitBefore(attempts, chance) }
}

/**
 * How many go together after a parcel that failed as a whole: half, so that one record on which the server breaks is
 * soon alone and waits by itself; after one that was answered twice as many.
 */
export const sizeAfter = (size: number, wasAnswered: boolean): number =>
  wasAnswered ? Math.min(size * 2, mostRecords) : Math.max(1, Math.floor(size / 2))
