/** What the desk of a post still holds: the one question that a tablet at reception has about supplies. */
import * as z from 'zod/mini'
import { CalendarDate, Id, Instant, noQuery } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { ItemCode } from '../support/items.ts'

export const StockLevel = z.strictObject({ item: ItemCode, left: z.int(), drawn: z.int(), received: z.int() })

/** What a tablet may give away without asking: its own lease of one item, lot by lot. */
export const Holding = z.strictObject({
  item: ItemCode,
  leaseId: z.string(),
  dueAt: z.optional(Instant),
  /** How many draws have come in; with those it has not sent, how many it made. */
  drawCount: z.int(),
  lots: z.array(z.strictObject({ lot: z.string(), expiresOn: z.optional(CalendarDate), left: z.int() })),
})
export type Holding = z.infer<typeof Holding>

/** Which projects pay for what a tablet holds, and for whom: as `fund-rules.ts` asks. */
export const Payer = z.strictObject({
  projectCode: z.string(),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  closedAt: z.optional(Instant),
  eligible: z.strictObject({
    districts: z.array(z.string()),
    returnTypes: z.array(z.string()),
    priorities: z.array(z.string()),
  }),
})

export const deskStockRoutes = {
  readStock: route({
    name: 'readStock',
    method: 'GET',
    path: '/v1/posts/{post}/stock',
    summary: 'What the desk of a post still holds',
    permission: 'stock.read',
    recording: 'none',
    params: z.strictObject({ post: PostCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({
      levels: z.array(StockLevel),
      approval: z.enum(['UNAPPROVED', 'APPROVED']),
      /** Where a tablet asks: its own open leases. */
      holdings: z.optional(z.array(Holding)),
    }),
    refusals: [],
    examples: {
      params: { post: 'MB' },
      response: { levels: [{ item: 'BLANKET', left: 90, drawn: 10, received: 100 }], approval: 'UNAPPROVED' },
    },
  }),
  readHoldings: route({
    name: 'readHoldings',
    method: 'GET',
    path: '/v1/posts/{post}/holdings/{deviceId}',
    summary: 'What a tablet of a post has on lease',
    permission: 'stock.read',
    recording: 'none',
    params: z.strictObject({ post: PostCode, deviceId: Id }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ holdings: z.array(Holding), payers: z.array(Payer) }),
    refusals: [],
    examples: {
      params: { post: 'MB', deviceId: '0193a3a0-0000-7000-8000-0000000000d1' },
      response: {
        holdings: [
          {
            ...{ item: 'BLANKET', leaseId: '0193a3a0-0000-7000-8000-000000000011', drawCount: 12 },
            ...{ dueAt: '2026-11-23T18:00:00.000Z', lots: [{ lot: 'IOM-2026-041@JP-21/NFI', left: 8 }] },
          },
        ],
        payers: [
          {
            ...{ projectCode: 'JP-21', startsOn: '2026-01-01', endsOn: '2027-12-31' },
            eligible: { districts: ['LS-A'], returnTypes: [], priorities: [] },
          },
        ],
      },
    },
  }),
} as const
