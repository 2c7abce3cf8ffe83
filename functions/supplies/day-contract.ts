/** The route of a store's day: what moved, and whether it tallies (domain.md 4.4). */
import * as z from 'zod/mini'
import { CalendarDate, Id, Instant, noQuery } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { ItemCode } from '../support/items.ts'
import { moveKinds } from './accounts.ts'
import { StorePlace } from './store-place.ts'

export const DayMove = z.strictObject({
  at: Instant,
  kind: z.enum(moveKinds),
  item: ItemCode,
  quantity: z.int(),
  /** By their accounts; a lot by its whole name. */
  postings: z.array(z.strictObject({ from: z.string(), to: z.string(), lot: z.string(), quantity: z.int() })),
  officerId: z.string(),
  returnEventId: z.optional(Id),
  receiptId: z.optional(z.string()),
  leaseId: z.optional(z.string()),
  isDisputed: z.boolean(),
  reason: z.optional(z.string()),
})
export type DayMove = z.infer<typeof DayMove>

export const DayView = z.strictObject({
  moves: z.array(DayMove),
  /** Of the tablets that these moves name: as it is written on them. */
  tablets: z.array(z.strictObject({ deviceId: z.string(), code: z.string() })),
  /** How many receipts were handed out. */
  receipts: z.int(),
  items: z.array(
    z.strictObject({
      item: ItemCode,
      issued: z.int(),
      onReceipts: z.int(),
      /** Out of lots, to returnees. */
      moved: z.int(),
      agrees: z.boolean(),
    }),
  ),
})
export type DayView = z.infer<typeof DayView>

const at = '2026-11-22T08:00:00.000Z'
const id = '0193a3a0-0000-7000-8000-000000000041'

export const dayRoutes = {
  readDay: route({
    name: 'readDay',
    method: 'GET',
    path: '/v1/stores/{place}/days/{date}',
    summary: 'What moved in a store on a day, and whether what was issued, receipted and moved is the same',
    permission: 'stock.audit',
    recording: 'read',
    params: z.strictObject({ place: StorePlace, date: CalendarDate }),
    query: noQuery,
    maxBodyBytes: 0,
    response: DayView,
    refusals: [],
    examples: {
      params: { place: 'MB', date: '2026-11-22' },
      response: {
        moves: [
          {
            ...{ at, kind: 'ISSUED', item: 'BLANKET', quantity: 1, officerId: 'officer-1', isDisputed: false },
            ...{ returnEventId: id, receiptId: id },
            postings: [{ from: 'DESK#MB', to: 'RETURNEE', lot: 'IOM-2026-041@JP-21/NFI', quantity: 1 }],
          },
        ],
        tablets: [],
        receipts: 1,
        items: [{ item: 'BLANKET', issued: 1, onReceipts: 1, moved: 1, agrees: true }],
      },
    },
  }),
} as const
