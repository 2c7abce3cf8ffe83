/** The routes of the stores and of what is leased from them (domain.md 4.4). */
import * as z from 'zod/mini'
import { Id, noQuery, Receipt } from '../platform/fields.ts'
import { type Route, route } from '../platform/route.ts'
import {
  AdjustStock,
  DecideDispute,
  DisputeView,
  ExtendLease,
  LeaseReceipt,
  LeaseStock,
  ReceiveStock,
  ReturnLease,
  ReverseSupport,
  StoreView,
  TakeInTransfer,
  TransferStock,
  WriteOffLease,
} from './shapes.ts'
import { StorePlace } from './store-place.ts'

const moveId = '0193a3a0-0000-7000-8000-000000000011'
const deviceId = '0193a3a0-0000-7000-8000-0000000000d1'
const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const dueAt = '2026-11-23T18:00:00.000Z'
const receipt = { id: moveId, receivedAt: deviceTime, restoreEpoch: 0 }
const example = { item: 'BLANKET', lot: 'IOM-2026-041' } as const
const params = z.strictObject({ place: StorePlace, moveId: Id })
const of = { place: 'MB', moveId }

/** What every move of a store has in common. */
const move = {
  method: 'PUT',
  recording: 'committed',
  params,
  query: noQuery,
  maxBodyBytes: 8_192,
} as const satisfies Partial<Route>

export const suppliesRoutes = {
  receiveStock: route({
    ...move,
    name: 'receiveStock',
    path: '/v1/stores/{place}/deliveries/{moveId}',
    summary: 'Receive a delivery into a store, or for the desk of its post',
    permission: 'stock.receive',
    body: ReceiveStock,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'lot-expired', 'lot-expiry-differs', 'destination-unknown'] as const),
      ...(['project-unknown', 'project-closed', 'line-not-for-stores', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: { versions, ...example, quantity: 100, expiresOn: '2028-06-30', to: 'STORE', deviceTime },
      response: receipt,
    },
  }),
  transferStock: route({
    ...move,
    name: 'transferStock',
    path: '/v1/stores/{place}/transfers/{moveId}',
    summary: 'Send a lot on its way to another store',
    permission: 'stock.move',
    body: TransferStock,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'destination-unknown', 'lot-unknown', 'lot-expired'] as const),
      ...(['stock-exhausted', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: { versions, ...example, quantity: 40, toPlace: 'FB', deviceTime },
      response: receipt,
    },
  }),
  takeInTransfer: route({
    ...move,
    name: 'takeInTransfer',
    path: '/v1/stores/{place}/arrivals/{moveId}',
    summary: 'Take in what another store sent, and say what is missing',
    permission: 'stock.move',
    body: TakeInTransfer,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'transfer-unknown', 'transfer-taken-in', 'stock-exhausted'] as const),
      ...(['lot-expiry-differs', 'reason-needed', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: { versions, transferId: moveId, came: 38, reason: 'Two were wet through', deviceTime },
      response: receipt,
    },
  }),
  adjustStock: route({
    ...move,
    name: 'adjustStock',
    path: '/v1/stores/{place}/adjustments/{moveId}',
    summary: 'Write down what is damaged, lost, or counted otherwise than the books say',
    permission: 'stock.move',
    body: AdjustStock,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'lot-unknown', 'stock-exhausted', 'count-stale'] as const),
      ...(['more-than-funded', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: {
        ...{ versions, ...example, deviceTime, reason: 'Counted twice, by two' },
        change: { kind: 'COUNT_ADJUST', counted: 97, booked: 100 },
      },
      response: receipt,
    },
  }),
  leaseStock: route({
    ...move,
    name: 'leaseStock',
    path: '/v1/stores/{place}/leases/{moveId}',
    summary: 'Lease from a store to the desk of its post or to one of its tablets',
    permission: 'stock.move',
    body: LeaseStock,
    response: LeaseReceipt,
    refusals: [
      ...(['identifier-reused', 'destination-unknown', 'device-unknown', 'device-revoked'] as const),
      ...(['stock-exhausted', 'project-closed', 'lease-overdue', 'lease-elsewhere', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: { versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', quantity: 20, dueAt, deviceTime },
      response: { ...receipt, leaseId: moveId },
    },
  }),
  extendLease: route({
    ...move,
    name: 'extendLease',
    path: '/v1/stores/{place}/extensions/{moveId}',
    summary: 'Let a holder keep what it leased until another day',
    permission: 'stock.move',
    body: ExtendLease,
    response: Receipt,
    refusals: ['identifier-reused', 'lease-unknown', 'lease-ended', 'destination-unknown', 'version-retired'],
    examples: {
      params: of,
      body: { versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId: moveId, dueAt, deviceTime },
      response: receipt,
    },
  }),
  returnLease: route({
    ...move,
    name: 'returnLease',
    path: '/v1/stores/{place}/returns/{moveId}',
    summary: 'Take back what a desk or a tablet has left',
    permission: 'stock.move',
    body: ReturnLease,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'lease-unknown', 'lease-ended', 'lease-exhausted'] as const),
      ...(['draw-log-incomplete', 'destination-unknown', 'version-retired'] as const),
    ],
    examples: {
      params: of,
      body: {
        ...{ versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId: moveId, deviceTime },
        ...{ lots: [{ lot: 'IOM-2026-041', quantity: 8 }], drawCount: 12 },
      },
      response: receipt,
    },
  }),
  writeOffLease: route({
    ...move,
    name: 'writeOffLease',
    path: '/v1/stores/{place}/write-offs/{moveId}',
    summary: 'Write off what a lost tablet held',
    permission: 'lease.write-off',
    body: WriteOffLease,
    response: Receipt,
    refusals: ['identifier-reused', 'lease-unknown', 'lease-ended', 'destination-unknown', 'version-retired'],
    examples: {
      params: of,
      body: {
        ...{ versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId: moveId, deviceTime },
        reason: 'Left on a bus',
      },
      response: receipt,
    },
  }),
  listDisputes: route({
    name: 'listDisputes',
    method: 'GET',
    path: '/v1/stores/{place}/disputes',
    summary: 'What was handed over at a post beyond what its books can bear',
    permission: 'dispute.decide',
    recording: 'read',
    params: z.strictObject({ place: StorePlace }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ disputes: z.array(DisputeView) }),
    refusals: [],
    examples: {
      params: { place: 'MB' },
      response: {
        disputes: [
          {
            ...{ returnEventId: moveId, item: 'BLANKET', quantity: 1, cause: 'TOO_LITTLE', officerId: 'officer-1' },
            ...{ issuedAt: deviceTime, lots: ['IOM-2026-041'] },
          },
        ],
      },
    },
  }),
  decideDispute: route({
    ...move,
    name: 'decideDispute',
    path: '/v1/stores/{place}/decisions/{moveId}',
    summary: 'Accept what was handed over beyond the books, or reject it',
    permission: 'dispute.decide',
    body: DecideDispute,
    response: Receipt,
    refusals: ['identifier-reused', 'dispute-unknown', 'dispute-decided', 'not-by-yourself', 'version-retired'],
    examples: {
      params: of,
      body: {
        ...{ versions, returnEventId: moveId, item: 'BLANKET', decision: 'ACCEPT', deviceTime },
        reason: 'Three blankets lay uncounted in the hall',
      },
      response: receipt,
    },
  }),
  reverseSupport: route({
    ...move,
    name: 'reverseSupport',
    path: '/v1/stores/{place}/reversals/{moveId}',
    summary: 'Undo what was given by mistake: it lies in the store again',
    permission: 'support.reverse',
    body: ReverseSupport,
    response: Receipt,
    refusals: ['identifier-reused', 'nothing-to-reverse', 'lot-expiry-differs', 'version-retired'],
    examples: {
      params: of,
      body: { versions, returnEventId: moveId, item: 'SHOES', deviceTime, reason: 'Given to the next in the line' },
      response: receipt,
    },
  }),
  readStore: route({
    name: 'readStore',
    method: 'GET',
    path: '/v1/stores/{place}/stock',
    summary: 'What a store holds, what is leased from it and what is coming',
    permission: 'stock.read',
    recording: 'none',
    params: z.strictObject({ place: StorePlace }),
    query: noQuery,
    maxBodyBytes: 0,
    response: StoreView,
    refusals: [],
    examples: {
      params: { place: 'MB' },
      response: {
        lots: [{ ...example, left: 80, expiresOn: '2028-06-30' }],
        leases: [
          {
            ...{ holder: { kind: 'DEVICE', deviceId }, tabletCode: '7F2', item: 'BLANKET', leaseId: moveId },
            ...{
              state: 'OPEN',
              dueAt,
              overdue: false,
              left: 8,
              drawn: 12,
              received: 20,
              lots: [{ lot: 'IOM-2026-041', left: 8 }],
            },
          },
        ],
        coming: [],
        usedUp: [],
        tablets: [{ deviceId, code: '7F2' }],
        today: '2026-11-22',
        approval: 'UNAPPROVED',
      },
    },
  }),
} as const
