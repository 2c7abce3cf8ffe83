/** What is sent to the stores and what is shown of them; every quantity in the item's own unit, never a fraction. */
import * as z from 'zod/mini'
import {
  CalendarDate,
  CommandVersions,
  DeviceTime,
  Id,
  Instant,
  LongText,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { comesInLots, ItemCode } from '../support/items.ts'
import { disputeCauses } from './dispute-causes.ts'
import { leaseStates } from './lease-states.ts'
import { Fund, isPlainLabel } from './lot-name.ts'
import { StorePlace } from './store-place.ts'

/** Pieces, nights, seats; of money lisente. */
const Quantity = z.int().check(z.positive(), z.maximum(100_000_000))
const told = { versions: CommandVersions, deviceTime: DeviceTime }
/** As printed by its maker or donor. */
const Label = ShortText.check(z.refine(isPlainLabel, { params: { word: 'label-names-payer' } }))
/** The whole name of a lot, with who paid (`lot-name.ts`); of what comes in none it is left out. */
const lot = z.optional(z.string().check(z.minLength(1), z.maxLength(120)))

const needsLot = z.refine<{ readonly item: ItemCode; readonly lot?: string | undefined }>(
  one => one.lot !== undefined || !comesInLots(one.item),
  { path: ['lot'], params: { word: 'lot-needed' } },
)

/** Whose lease: the desk of the store's post that works with a network, or one of its tablets. */
export const LeaseHolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DESK') }),
  z.strictObject({ kind: z.literal('DEVICE'), deviceId: Id }),
])
export type LeaseHolder = z.infer<typeof LeaseHolder>

export const ReceiveStock = z
  .strictObject({
    ...told,
    item: ItemCode,
    quantity: Quantity,
    lot: z.optional(Label),
    expiresOn: z.optional(CalendarDate),
    /** Who paid; of what the ministry bought itself nobody. */
    fund: z.optional(Fund),
    /** Into the store; or, where one desk is all there is, to the desk at once. */
    to: z.enum(['STORE', 'DESK']),
  })
  .check(
    needsLot,
    // a line's money comes out of the line, where it is granted
    z.refine(({ item, fund }) => item !== 'CASH_ARRIVAL' || fund === undefined, {
      path: ['fund'],
      params: { word: 'money-comes-from-its-line' },
    }),
  )
export type ReceiveStock = z.infer<typeof ReceiveStock>

export const TransferStock = z
  .strictObject({ ...told, item: ItemCode, lot, quantity: Quantity, toPlace: z.string().check(z.maxLength(20)) })
  .check(needsLot)
export type TransferStock = z.infer<typeof TransferStock>

export const TakeInTransfer = z.strictObject({
  ...told,
  transferId: Id,
  /** What came of it; what is missing is written down as lost on the way, with the reason. */
  came: z.int().check(z.nonnegative(), z.maximum(100_000_000)),
  reason: z.optional(LongText),
})
export type TakeInTransfer = z.infer<typeof TakeInTransfer>

export const AdjustStock = z
  .strictObject({
    ...told,
    item: ItemCode,
    lot,
    reason: LongText,
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['DAMAGED', 'LOST']), quantity: Quantity }),
      /** So many were counted, where the books said `booked`. */
      z.strictObject({
        kind: z.literal('COUNT_ADJUST'),
        counted: z.int().check(z.nonnegative(), z.maximum(100_000_000)),
        booked: z.int().check(z.nonnegative()),
      }),
    ]),
  })
  .check(needsLot)
export type AdjustStock = z.infer<typeof AdjustStock>

export const LeaseStock = z.strictObject({
  ...told,
  holder: LeaseHolder,
  item: ItemCode,
  quantity: Quantity,
  /** Of what this line paid alone; without it whatever expires first. */
  fund: z.optional(Fund),
  /** When it shall be brought back or extended: it warns, and takes nothing back by itself. A desk's needs none. */
  dueAt: z.optional(Instant),
})
export type LeaseStock = z.infer<typeof LeaseStock>

export const ExtendLease = z.strictObject({
  ...told,
  holder: LeaseHolder,
  item: ItemCode,
  leaseId: z.string().check(z.maxLength(36)),
  dueAt: Instant,
})
export type ExtendLease = z.infer<typeof ExtendLease>

export const ReturnLease = z.strictObject({
  ...told,
  holder: LeaseHolder,
  item: ItemCode,
  leaseId: z.string().check(z.maxLength(36)),
  lots: z.array(z.strictObject({ lot, quantity: Quantity })).check(z.minLength(1), z.maxLength(20)),
  /** How many draws the tablet made under this lease: with fewer here some are still on it. Not of a desk. */
  drawCount: z.optional(z.int().check(z.nonnegative())),
})
export type ReturnLease = z.infer<typeof ReturnLease>

export const WriteOffLease = z.strictObject({
  ...told,
  holder: LeaseHolder,
  item: ItemCode,
  leaseId: z.string().check(z.maxLength(36)),
  reason: LongText,
})
export type WriteOffLease = z.infer<typeof WriteOffLease>

export const DecideDispute = z.strictObject({
  ...told,
  returnEventId: Id,
  item: ItemCode,
  /** As the dispute says it. */
  requestId: z.optional(Id),
  decision: z.enum(['ACCEPT', 'REJECT']),
  reason: LongText,
})
export type DecideDispute = z.infer<typeof DecideDispute>

/** What was given by mistake and is in the store again. */
export const ReverseSupport = z.strictObject({
  ...told,
  returnEventId: Id,
  item: ItemCode,
  /** Of a further giving of an item: which one. */
  requestId: z.optional(Id),
  reason: LongText,
})
export type ReverseSupport = z.infer<typeof ReverseSupport>

export const DisputeView = z.strictObject({
  returnEventId: Id,
  /** Of a further giving of an item: which one. */
  requestId: z.optional(Id),
  item: ItemCode,
  quantity: z.int(),
  lots: z.array(z.string()),
  cause: z.enum(disputeCauses),
  officerId: z.string(),
  issuedAt: Instant,
})
export type DisputeView = z.infer<typeof DisputeView>

const LotLeft = z.strictObject({ lot, expiresOn: z.optional(CalendarDate), left: z.int() })
export const LeaseView = z.strictObject({
  holder: LeaseHolder,
  /** Of a tablet: as it is written on it. */
  tabletCode: z.optional(z.string()),
  item: ItemCode,
  leaseId: z.string(),
  state: z.enum(leaseStates),
  left: z.int(),
  drawn: z.int(),
  received: z.int(),
  dueAt: z.optional(Instant),
  /** By the server's clock, as the rule goes by it. */
  overdue: z.boolean(),
  lots: z.array(LotLeft),
})
export type LeaseView = z.infer<typeof LeaseView>

export const StoreView = z.strictObject({
  lots: z.array(z.strictObject({ ...LotLeft.shape, item: ItemCode })),
  leases: z.array(LeaseView),
  /** On its way here and not taken in. */
  coming: z.array(
    z.strictObject({
      transferId: Id,
      fromPlace: StorePlace,
      item: ItemCode,
      lot,
      quantity: z.int(),
      sentAt: Instant,
    }),
  ),
  /** What lay here once, and of which the store holds nothing now. */
  usedUp: z.array(ItemCode),
  /** To which it may lease: those of the post that were not withdrawn. */
  tablets: z.array(z.strictObject({ deviceId: Id, code: z.string() })),
  /** The date in Lesotho by which lots expire. */
  today: CalendarDate,
  approval: z.enum(['UNAPPROVED', 'APPROVED']),
})
export type StoreView = z.infer<typeof StoreView>

/** The receipt of a lease names the one it was added to. */
export const LeaseReceipt = z.strictObject({ ...Receipt.shape, leaseId: z.string() })
