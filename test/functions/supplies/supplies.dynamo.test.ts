/** The supplies desk through its whole chain, on a real database; after each test the whole ledger is put to its proof. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { putNew, transact } from '../../../functions/platform/transaction.ts'
import { deskOf, deviceOf } from '../../../functions/supplies/accounts.ts'
import { suppliesRoutes as routes } from '../../../functions/supplies/contract.ts'
import { deskStockRoutes } from '../../../functions/supplies/desk-contract.ts'
import type { ReceiveStock } from '../../../functions/supplies/shapes.ts'
import { itemsWithoutLot } from '../../../functions/support/items.ts'
import { deviceTime } from '../../harness/asking.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { give, suppliesFunction } from '../../harness/supplies-function.ts'
import { proofOf } from './whole-ledger.ts'

const now = new Date('2026-11-22T08:00:00.000Z')
const tablet = '0193a3a0-0000-7000-8000-0000000000d1'
const device = { kind: 'DEVICE' as const, deviceId: tablet }
const delivery = { item: 'BLANKET', quantity: 100, lot: 'IOM-2026-041', expiresOn: '2028-06-30', to: 'STORE' } as const
const dueAt = '2026-11-23T18:00:00.000Z'

let tables: Awaited<ReturnType<typeof freshTables>>['tables']
let client: Awaited<ReturnType<typeof freshTables>>['client']
let desk: ReturnType<typeof suppliesFunction>
let at = now
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  at = now
  desk = suppliesFunction(client, tables, { now: () => at })
})
afterEach(async () => {
  expect((await proofOf(client, tables.ledger)).flaws).toEqual([])
})

const receive = (
  content: Partial<ReceiveStock> = {},
  place: 'MB' | 'CENTRE' | 'FB' = 'MB',
  moveId: string = randomUUID(),
) => desk.ask(routes.receiveStock, { place, moveId }, { ...delivery, ...content })
const store = async (place: 'MB' | 'CENTRE' | 'FB' = 'MB') =>
  (await desk.ask(routes.readStore, { place })).body as unknown as {
    lots: { item: string; lot?: string; left: number }[]
    leases: Record<string, unknown>[]
    coming: { transferId: string; quantity: number }[]
  }
const leftIn = async (place: 'MB' | 'CENTRE' | 'FB' = 'MB') =>
  Object.fromEntries((await store(place)).lots.map(({ lot = '', left }) => [lot, left]))
const refusal = (word: string) => expect.objectContaining({ body: expect.objectContaining({ word }) })

const enrol = (post = 'MB', state = 'ACTIVE', deviceId = tablet) =>
  transact(client, [
    {
      guard: 'device',
      write: putNew(tables.registry, registryKeys.device(deviceId), {
        ...{ schemaVersion: 1, deviceId, code: '7F2', post, publicKey: 'key', contentHash: 'hash', state, epoch: 1 },
        ...{ enrolledAt: deviceTime, enrolledBy: 'supervisor-1' },
        ...{ lookupKey: `DEVICES#${post}`, lookupOrder: deviceId },
      }),
    },
  ])
const leaseTo = (holder: typeof device | { kind: 'DESK' }, quantity: number, moveId: string = randomUUID()) =>
  desk.ask(
    routes.leaseStock,
    { place: 'MB', moveId },
    { holder, item: 'BLANKET', quantity, ...(holder.kind === 'DEVICE' ? { dueAt } : {}) },
  )
const giveFromTablet = (quantity: number) =>
  give(client, tables, { holder: deviceOf(tablet), item: 'BLANKET', quantity, post: 'MB', at })

describe('a delivery', () => {
  it('is in the store once, however often it is sent, and beside another lot', async () => {
    const moveId = randomUUID()
    const first = await receive({}, 'MB', moveId)
    expect(first.status).toBe(201)
    expect(await receive({}, 'MB', moveId)).toEqual(first)
    await receive({ lot: 'IOM-2026-042', quantity: 7 })
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 100, 'IOM-2026-042': 7 })
    expect(await receive({ quantity: 7 }, 'MB', moveId)).toEqual(refusal('identifier-reused'))
    expect(await receive({ item: 'SHOES' }, 'MB', moveId)).toEqual(refusal('identifier-reused'))
  })

  it('is for the desk at once where the post has no storekeeper, and the desk gives of it', async () => {
    await receive({ to: 'DESK' })
    await receive({ to: 'DESK', quantity: 20, lot: 'IOM-2026-042' })
    expect(await leftIn()).toEqual({})
    await give(client, tables, { holder: deskOf('MB'), item: 'BLANKET', quantity: 5, post: 'MB', at })
    expect((await desk.ask(deskStockRoutes.readStock, { post: 'MB' })).body).toMatchObject({
      levels: [{ item: 'BLANKET', received: 120, left: 115, drawn: 5 }],
      approval: 'UNAPPROVED',
    })
  })

  it.each([
    ['zero', { quantity: 0 }],
    ['less than nothing', { quantity: -3 }],
    ['a half', { quantity: 1.5 }],
    ['an unknown item', { item: 'HELICOPTER' }],
    ['a field too many', { donor: 'x' }],
    ['a place that is none', { to: 'POCKET' }],
    ['no date', { expiresOn: '2026-02-30' }],
  ])('is refused with %s', async (_, wrong) => {
    const sent = { ...delivery, ...wrong } as unknown as ReceiveStock
    expect(await desk.ask(routes.receiveStock, { place: 'MB', moveId: randomUUID() }, sent)).toEqual(
      refusal('invalid-fields'),
    )
    expect(await leftIn()).toEqual({})
  })

  it('is refused where it has expired, or the lot stands there with another date', async () => {
    expect(await receive({ expiresOn: '2026-11-21' })).toEqual(refusal('lot-expired'))
    expect((await receive({ expiresOn: '2026-11-22' })).status).toBe(201)
    expect(await receive({ expiresOn: '2027-11-22' })).toEqual(refusal('lot-expiry-differs'))
    await receive({ to: 'DESK', lot: 'desk' })
    expect(await receive({ to: 'DESK', lot: 'desk', expiresOn: '2027-01-01' })).toEqual(refusal('lot-expiry-differs'))
    expect(await receive({ to: 'DESK' }, 'CENTRE')).toEqual(refusal('destination-unknown'))
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 100 })
  })

  it('needs a lot of what comes in lots alone', async () => {
    const { lot: _, expiresOn: __, ...without } = delivery
    const send = (item: ReceiveStock['item']) =>
      desk.ask(routes.receiveStock, { place: 'MB', moveId: randomUUID() }, { ...without, item })
    expect(await send('BLANKET')).toMatchObject({
      body: { word: 'invalid-fields', detail: { fields: [{ path: 'lot', problem: 'lot-needed' }] } },
    })
    for (const item of itemsWithoutLot) expect([item, (await send(item)).status]).toEqual([item, 201])
  })
})

describe('a transfer', () => {
  it('is on the road until it is taken in, once, and what is missing is lost with a reason', async () => {
    await receive({}, 'CENTRE')
    const transferId = randomUUID()
    const send = () =>
      desk.ask(
        routes.transferStock,
        { place: 'CENTRE', moveId: transferId },
        { item: 'BLANKET', lot: 'IOM-2026-041', quantity: 40, toPlace: 'MB' },
      )
    const first = await send()
    expect(first.status).toBe(201)
    expect(await send()).toEqual(first)
    expect(await leftIn('CENTRE')).toEqual({ 'IOM-2026-041': 60 })
    expect((await store()).coming).toMatchObject([{ transferId, quantity: 40 }])
    const takeIn = (came: number, reason?: string, moveId: string = randomUUID()) =>
      desk.ask(routes.takeInTransfer, { place: 'MB', moveId }, { transferId, came, ...(reason ? { reason } : {}) })
    expect(await takeIn(41)).toEqual(refusal('stock-exhausted'))
    expect(await takeIn(38)).toEqual(refusal('reason-needed'))
    const moveId = randomUUID()
    const taken = await takeIn(38, 'Two were wet through', moveId)
    expect(taken.status).toBe(201)
    expect(await takeIn(38, 'Two were wet through', moveId)).toEqual(taken)
    expect(await takeIn(38, 'Two were wet through')).toEqual(refusal('transfer-taken-in'))
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 38 })
    expect((await store()).coming).toEqual([])
    expect((await proofOf(client, tables.ledger)).outside).toEqual({ SUPPLIER: -100, LOST: 2 })
  })

  it.each([
    ['to nowhere', { toPlace: 'MOON' }, 'destination-unknown'],
    ['to itself', { toPlace: 'MB' }, 'destination-unknown'],
    ['of a lot nobody has', { lot: 'no such' }, 'lot-unknown'],
    ['of more than there is', { quantity: 101 }, 'stock-exhausted'],
  ])('is refused %s, and nothing is written', async (_, wrong, word) => {
    await receive()
    const sent = { item: 'BLANKET', lot: 'IOM-2026-041', quantity: 40, toPlace: 'FB', ...wrong } as const
    expect(await desk.ask(routes.transferStock, { place: 'MB', moveId: randomUUID() }, sent)).toEqual(refusal(word))
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 100 })
    expect((await store('FB')).coming).toEqual([])
  })

  it('is refused of what has expired', async () => {
    await receive({ expiresOn: '2026-11-22' })
    at = new Date('2026-11-23T08:00:00.000Z')
    const sent = { item: 'BLANKET', lot: 'IOM-2026-041', quantity: 1, toPlace: 'FB' } as const
    expect(await desk.ask(routes.transferStock, { place: 'MB', moveId: randomUUID() }, sent)).toEqual(
      refusal('lot-expired'),
    )
  })

  it('cannot be taken in where it was not sent', async () => {
    const sent = { transferId: randomUUID(), came: 1 }
    expect(await desk.ask(routes.takeInTransfer, { place: 'MB', moveId: randomUUID() }, sent)).toEqual(
      refusal('transfer-unknown'),
    )
  })
})

describe('a count', () => {
  const adjust = (change: unknown, lot = 'IOM-2026-041') =>
    desk.ask(
      routes.adjustStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'BLANKET', lot, reason: 'Counted twice', change: change as never },
    )

  it('brings the books to what is there, more or less, and only from what they said', async () => {
    await receive()
    expect((await adjust({ kind: 'COUNT_ADJUST', counted: 97, booked: 100 })).status).toBe(201)
    expect(await adjust({ kind: 'COUNT_ADJUST', counted: 97, booked: 100 })).toEqual(refusal('count-stale'))
    expect(await adjust({ kind: 'COUNT_ADJUST', counted: 97, booked: 97 })).toEqual(refusal('count-stale'))
    expect((await adjust({ kind: 'COUNT_ADJUST', counted: 99, booked: 97 })).status).toBe(201)
    expect((await adjust({ kind: 'DAMAGED', quantity: 4 })).status).toBe(201)
    expect((await adjust({ kind: 'LOST', quantity: 5 })).status).toBe(201)
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 90 })
    expect((await proofOf(client, tables.ledger)).outside).toEqual({ SUPPLIER: -100, COUNT: 1, DAMAGED: 4, LOST: 5 })
  })

  it('is refused beyond what is there, of another lot, and without a reason', async () => {
    await receive()
    expect(await adjust({ kind: 'DAMAGED', quantity: 101 })).toEqual(refusal('stock-exhausted'))
    expect(await adjust({ kind: 'LOST', quantity: 1 }, 'no such')).toEqual(refusal('lot-unknown'))
    expect(await adjust({ kind: 'LOST', quantity: 0 })).toEqual(refusal('invalid-fields'))
    expect(await leftIn()).toEqual({ 'IOM-2026-041': 100 })
  })
})

describe('a lease', () => {
  it('takes the lots that expire first, is added to, drawn from, and goes back with its last piece', async () => {
    await enrol()
    await receive({ quantity: 30, lot: 'late', expiresOn: '2028-06-30' })
    await receive({ quantity: 10, lot: 'soon', expiresOn: '2027-01-31' })
    const moveId = randomUUID()
    const first = await leaseTo(device, 15, moveId)
    expect(first).toMatchObject({ status: 201, body: { leaseId: moveId } })
    expect(await leaseTo(device, 15, moveId)).toEqual(first)
    expect(await leftIn()).toEqual({ late: 25 })
    expect((await leaseTo(device, 5)).body).toMatchObject({ leaseId: moveId })
    expect(await giveFromTablet(12)).toEqual({ committed: true })
    expect((await store()).leases).toMatchObject([
      {
        holder: device,
        leaseId: moveId,
        state: 'OPEN',
        left: 8,
        drawn: 12,
        received: 20,
        dueAt,
        lots: [{ lot: 'late', left: 8 }],
      },
    ])
    const takeBack = (quantity: number, drawCount = 1) =>
      desk.ask(
        routes.returnLease,
        { place: 'MB', moveId: randomUUID() },
        { holder: device, item: 'BLANKET', leaseId: moveId, lots: [{ lot: 'late', quantity }], drawCount },
      )
    expect(await takeBack(8, 2)).toEqual(refusal('draw-log-incomplete'))
    expect(await takeBack(9)).toEqual(refusal('lease-exhausted'))
    expect((await takeBack(3)).status).toBe(201)
    expect((await takeBack(5)).status).toBe(201)
    expect(await takeBack(1)).toEqual(refusal('lease-ended'))
    expect(await giveFromTablet(1)).toBe('exhausted')
    expect(await leftIn()).toEqual({ late: 28 })
    // and the next one is another
    const next = randomUUID()
    expect((await leaseTo(device, 2, next)).body).toMatchObject({ leaseId: next })
    expect((await store()).leases).toMatchObject([{ leaseId: next, left: 2, drawn: 0, received: 2 }])
  })

  it('says no more than the store has, and to no tablet that is not of the post', async () => {
    await receive({ quantity: 10 })
    expect(await leaseTo(device, 1)).toEqual(refusal('device-unknown'))
    await enrol('FB')
    expect(await leaseTo(device, 1)).toEqual(refusal('device-unknown'))
    const lost = '0193a3a0-0000-7000-8000-0000000000d2'
    await enrol('MB', 'REVOKED', lost)
    expect(await leaseTo({ kind: 'DEVICE', deviceId: lost }, 1)).toEqual(refusal('device-revoked'))
    expect(await leaseTo({ kind: 'DESK' }, 11)).toEqual(refusal('stock-exhausted'))
    expect((await leaseTo({ kind: 'DESK' }, 10)).status).toBe(201)
    expect((await leaseTo({ kind: 'DESK' }, 0)).status).toBe(400)
    expect(await leftIn()).toEqual({})
  })

  it('warns when it is overdue, keeps what it holds, and gives no more until it is extended', async () => {
    await enrol()
    await receive()
    const moveId = randomUUID()
    await leaseTo(device, 10, moveId)
    at = new Date('2026-11-24T08:00:00.000Z')
    expect(await leaseTo(device, 1)).toEqual(refusal('lease-overdue'))
    expect(await giveFromTablet(1)).toEqual({ committed: true })
    expect((await store()).leases).toMatchObject([{ leaseId: moveId, tabletCode: '7F2', overdue: true, dueAt }])
    const extend = (leaseId: string) =>
      desk.ask(
        routes.extendLease,
        { place: 'MB', moveId: randomUUID() },
        { holder: device, item: 'BLANKET', leaseId, dueAt: '2026-11-30T18:00:00.000Z' },
      )
    expect(await extend(randomUUID())).toEqual(refusal('lease-unknown'))
    expect((await extend(moveId)).status).toBe(201)
    expect((await store()).leases).toMatchObject([{ overdue: false, dueAt: '2026-11-30T18:00:00.000Z' }])
    expect((await leaseTo(device, 1)).status).toBe(201)
  })

  it('is written off by a supervisor with its tablet, and nothing is drawn from it after', async () => {
    await enrol()
    await receive()
    const moveId = randomUUID()
    await leaseTo(device, 10, moveId)
    await giveFromTablet(4)
    const writeOff = (groups: readonly string[]) =>
      desk.ask(
        routes.writeOffLease,
        { place: 'MB', moveId: randomUUID() },
        { holder: device, item: 'BLANKET', leaseId: moveId, reason: 'Left on a bus' },
        groups,
      )
    expect(await writeOff(['supplies@MB'])).toMatchObject({ status: 403 })
    expect((await writeOff(['supervisor@MB'])).status).toBe(201)
    expect(await writeOff(['supervisor@MB'])).toEqual(refusal('lease-ended'))
    expect(await giveFromTablet(1)).toBe('exhausted')
    expect((await proofOf(client, tables.ledger)).outside).toEqual({ SUPPLIER: -100, RETURNEE: 4, LOST: 6 })
  })
})

it('names the tablets it may lease to by their codes, and what it has used up, and no desk of the centre', async () => {
  await enrol()
  await enrol('MB', 'REVOKED', '0193a3a0-0000-7000-8000-0000000000d2')
  await receive({ item: 'SHOES', quantity: 3 })
  await receive({ quantity: 3 })
  await leaseTo({ kind: 'DESK' }, 3)
  expect(await store()).toMatchObject({
    lots: [{ item: 'SHOES' }],
    leases: [{ holder: { kind: 'DESK' }, item: 'BLANKET', overdue: false }],
    usedUp: ['BLANKET'],
    tablets: [{ deviceId: tablet, code: '7F2' }],
    today: '2026-11-22',
  })
  await receive({}, 'CENTRE')
  expect(await store('CENTRE')).toMatchObject({ leases: [], usedUp: [], tablets: [] })
})

it('shows nothing of another place, as if it did not exist', async () => {
  const moves = { place: 'FB', moveId: randomUUID() } as const
  const only = ['supplies@MB']
  expect((await desk.ask(routes.readStore, { place: 'FB' }, undefined, only)).status).toBe(404)
  expect((await desk.ask(routes.receiveStock, moves, delivery, only)).status).toBe(404)
  expect((await desk.ask(deskStockRoutes.readStock, { post: 'FB' }, undefined, only)).status).toBe(404)
})
