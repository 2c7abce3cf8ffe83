/** The demo's morning at Maseru Bridge: a batch, its list, every accepted person's intake, support until it runs out. */

import type * as z from 'zod/mini'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import type { ReadRow } from '../../functions/arrivals/manifest.ts'
import { type IntakeReceipt, intakeRoutes } from '../../functions/intake/contract.ts'
import type { PostCode } from '../../functions/platform/places.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import type { ItemCode } from '../../functions/support/items.ts'
import type { Desk } from './desk.ts'
import { type Arrival, intakeOf, versions } from './people.ts'
import { seededId } from './seeded.ts'

/**
 * Fewer of some items than people who may have them: the stock runs out before the bus is empty. Seats are enough for
 * all: a seat raises a task, and whoever was the slower of two tablets would change how many there are.
 */
const stock: Readonly<Partial<Record<ItemCode, number>>> = {
  FOOD_PACK: 150,
  BLANKET: 90,
  TRANSPORT_ONWARD: 120,
  DIGNITY_KIT: 20,
  BABY_KIT: 10,
}

/** Four tablets at work side by side. */
const tablets = 4

export type Registered = z.infer<typeof IntakeReceipt>

export interface Morning {
  readonly rows: readonly ReadRow[]
  readonly receipts: readonly Registered[]
  /** Lines that were wanted and not there any more. */
  readonly outOfStock: number
}

const deviceTime = (arrival: Arrival) => `${arrival.date}T07:00:00.000Z`

/** As many as the list has, about as a bus-load is made up. */
function headsOf(people: number): { men: number; women: number; children: number } {
  const women = Math.round(people * 0.29)
  const children = Math.round(people * 0.18)
  return { men: people - women - children, women, children }
}

export async function openBatch(reception: Desk, arrival: Arrival, text: string): Promise<readonly ReadRow[]> {
  const params = { batchId: arrival.batchId }
  const shared = { versions, deviceTime: deviceTime(arrival) }
  const dataRows = text.trim().split('\n').length - 1
  await reception.must(arrivalsRoutes.openBatch, {
    params,
    body: {
      ...shared,
      post: 'MB',
      transport: 'BUS',
      sendingFacility: 'LINDELA',
      returnType: 'DEPORTED',
      declaredHeadcount: dataRows,
    },
  })
  await reception.must(arrivalsRoutes.countHeads, {
    params: { ...params, countId: seededId('count') },
    body: { ...shared, heads: headsOf(dataRows) },
  })
  const list = await reception.must(arrivalsRoutes.importManifest, {
    params,
    body: { ...shared, manifestId: seededId('manifest'), text },
  })
  return list.rows
}

/** The same stock under the same ids, however often it is received. */
export async function receiveStock(supplies: Desk, arrival: Arrival, post: PostCode = 'MB'): Promise<void> {
  for (const [item, quantity] of Object.entries(stock))
    await supplies.must(suppliesRoutes.receiveStock, {
      params: { place: post, moveId: seededId('stock', post, item) },
      body: { versions, item, quantity, to: 'DESK', lot: `DEMO-${item}`, deviceTime: deviceTime(arrival) },
    })
}

/** Every set of items that may have run out for a person, fewest first: a stored record lacks exactly one of these. */
function shortages(items: readonly string[]): string[][] {
  const sets = Array.from({ length: 2 ** items.length }, (_, mask) =>
    items.filter((_item, index) => mask & (1 << index)),
  )
  return sets.sort((one, other) => one.length - other.length)
}

/**
 * Takes one person through, leaving out what ran out. After a crash the person may already be stored without some
 * items: their number then belongs to that shorter record, and the tablet finds it by sending the shorter ones too.
 */
async function takeIn(
  reception: Desk,
  row: ReadRow,
  arrival: Arrival,
): Promise<{ receipt: Registered; missing: number }> {
  const gone = new Set<string>()
  const attempt = async (without: readonly string[]) => {
    const { intakeId, body } = intakeOf(row, arrival, without)
    const answer = await reception.call(intakeRoutes.putIntake, { params: { intakeId }, body })
    return { answer, body }
  }
  for (;;) {
    const { answer, body } = await attempt([...gone])
    if (answer.ok) return { receipt: answer.value, missing: body.notGiven?.length ?? 0 }
    if (answer.word === 'identifier-reused') break
    const added = answer.word === 'lease-exhausted' ? answer.items.filter(item => !gone.has(item)) : []
    if (added.length === 0) throw new Error(`the intake of row ${row.row} was refused: ${answer.word}`)
    for (const item of added) gone.add(item)
  }
  for (const without of shortages(intakeOf(row, arrival, []).body.support.map(({ item }) => item))) {
    const { answer, body } = await attempt(without)
    if (answer.ok) return { receipt: answer.value, missing: body.notGiven?.length ?? 0 }
  }
  throw new Error(`the intake of row ${row.row} is stored with other content`)
}

export async function takeEverybodyIn(
  reception: Desk,
  rows: readonly ReadRow[],
  arrival: Arrival,
  progress: (done: number, of: number) => void,
): Promise<Morning> {
  const waiting = rows.filter(({ status }) => status === 'ACCEPTED')
  const total = waiting.length
  const receipts: Registered[] = []
  let outOfStock = 0
  const tablet = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const { receipt, missing } = await takeIn(reception, row, arrival)
      receipts.push(receipt)
      outOfStock += missing
      progress(receipts.length, total)
    }
  }
  await Promise.all(Array.from({ length: tablets }, tablet))
  return { rows, receipts, outOfStock }
}

/** Rejected rows end in an outcome of their own, so that the count balances; then the supervisor closes the batch. */
export async function closeBatch(
  reception: Desk,
  supervisor: Desk,
  rows: readonly ReadRow[],
  arrival: Arrival,
): Promise<string> {
  const shared = { versions, deviceTime: deviceTime(arrival) }
  for (const { row, reason } of rows.filter(({ status }) => status === 'REJECTED')) {
    const outcome =
      reason === 'NOT_NATIONAL' ? 'NOT_NATIONAL' : reason === 'REPEATED_ROW' ? 'COUNTED_TWICE' : 'LEFT_BEFORE'
    const answer = await reception.call(arrivalsRoutes.recordOutcome, {
      params: { batchId: arrival.batchId, outcomeId: seededId('outcome', row) },
      body: { ...shared, outcome, row, reason: `The list's row ${row}: ${reason}` },
    })
    // A batch that an earlier run closed takes no more outcomes, and has them all.
    if (!answer.ok && answer.word !== 'batch-closed')
      throw new Error(`the outcome of row ${row} was refused: ${answer.word}`)
  }
  const closing = await supervisor.call(arrivalsRoutes.closeBatch, {
    params: { batchId: arrival.batchId, closingId: seededId('closing') },
    body: shared,
  })
  if (closing.ok) return closing.value.state
  const { batch } = await supervisor.must(arrivalsRoutes.readBatch, { params: { batchId: arrival.batchId } })
  return batch.state
}
