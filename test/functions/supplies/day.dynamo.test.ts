/** A day at a post: what moved, and whether what was issued, receipted and moved is one and the same. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { dayBookStore } from '../../../functions/day-book/day-book-store.ts'
import { deviceStore } from '../../../functions/devices/device-store.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { lookupKeys, registryKeys } from '../../../functions/platform/tables.ts'
import { change, transact } from '../../../functions/platform/transaction.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { type DayView, dayRoutes } from '../../../functions/supplies/day-contract.ts'
import { reconciled } from '../../../functions/supplies/reconciliation.ts'
import { listSample } from '../../../functions/support/list-sample.ts'
import { readReceipts } from '../../../functions/support/read-receipts.ts'
import { type ReceiptView, receiptRoutes } from '../../../functions/support/receipt-contract.ts'
import { returnedStore } from '../../../functions/support/returned-store.ts'
import { supportStore } from '../../../functions/support/support-store.ts'
import { isDrawn } from '../../../functions/support/verification-sample.ts'
import { verifyReceipt } from '../../../functions/support/verify-receipt.ts'
import { anIntake, batchId } from '../../builders/intake.ts'
import { askerOf, deviceTime } from '../../harness/asking.ts'
import { seedOfTests, tellDayBook } from '../../harness/budgets-function.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { intakeFunction } from '../../harness/intake-function.ts'
import { silentLog } from '../../harness/silent-log.ts'
import { suppliesFunction } from '../../harness/supplies-function.ts'

let tables: Awaited<ReturnType<typeof freshTables>>['tables']
let client: Awaited<ReturnType<typeof freshTables>>['client']
let stores: ReturnType<typeof suppliesFunction>
let register: Awaited<ReturnType<typeof intakeFunction>>
let ask: ReturnType<typeof askerOf>
let at: Date
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  at = new Date('2026-11-22T08:00:00.000Z')
  const clock = { now: () => at }
  stores = suppliesFunction(client, tables, clock)
  register = await intakeFunction(client, tables, clock)
  const audit = createAudit(client, tables.audit, clock)
  const support = supportStore(client, tables.ledger)
  const returned = returnedStore(client, tables.registry)
  const handler = capability({
    endpoints: [
      readReceipts({ support, returned }),
      listSample({ support, returned }),
      verifyReceipt({ support, returned, audit, receipt: receiptsOf(0) }),
    ],
    audit,
    clock,
    log: silentLog(),
  })
  ask = askerOf(handler, ['supervisor@MB'])
})

const receive = (item: 'BLANKET' | 'SHOES', quantity: number) =>
  stores.ask(
    suppliesRoutes.receiveStock,
    { place: 'MB', moveId: randomUUID() },
    { item, quantity, to: 'DESK', lot: 'IOM-1' },
  )
const numbers = ['XV-7F-00001-Z', 'XV-7F-00002-X', 'XV-7F-00003-V']
async function somebody(
  index: number,
  intakeId: string = randomUUID(),
  change: Partial<ReturnType<typeof anIntake>> = {},
): Promise<string> {
  const { row: _, ...intake } = anIntake({
    ...{ displayNumber: numbers[index] ?? '', personId: randomUUID() },
    support: [
      { item: 'BLANKET', quantity: 1 },
      { item: 'SHOES', quantity: 1 },
    ],
    proof: { kind: 'WITNESS', witness: 'Mamello Sekhonyana' },
    ...change,
  })
  expect((await register(intake, '', intakeId)).status).toBe(201)
  return intakeId
}
const day = async (date = '2026-11-22', groups?: readonly string[]) => {
  await tellDayBook(client, tables)
  return (await stores.ask(dayRoutes.readDay, { place: 'MB', date }, undefined, groups)).body as unknown as DayView
}
const refusal = (word: string) => expect.objectContaining({ body: expect.objectContaining({ word }) })

describe('a day at a post', () => {
  it('tallies: issued, on receipts, and out of lots', async () => {
    await receive('BLANKET', 10)
    await receive('SHOES', 10)
    await somebody(0)
    await somebody(1)
    at = new Date('2026-11-22T22:30:00.000Z') // the next day already, in Maseru
    await somebody(2)
    const today = await day()
    expect(today.receipts).toBe(2)
    expect(today.items).toEqual([
      { item: 'BLANKET', issued: 2, onReceipts: 2, moved: 2, agrees: true },
      { item: 'SHOES', issued: 2, onReceipts: 2, moved: 2, agrees: true },
    ])
    expect(today.moves.map(({ kind }) => kind).toSorted()).toEqual([
      'ISSUED',
      'ISSUED',
      'ISSUED',
      'ISSUED',
      'RECEIVED',
      'RECEIVED',
    ])
    expect((await day('2026-11-23')).items).toMatchObject([{ issued: 1 }, { issued: 1 }])
    expect((await day('2026-11-24')).moves).toEqual([])
  })

  it('misses in the day book the intake that it never heard of, once it should have', async () => {
    await receive('BLANKET', 10)
    await receive('SHOES', 10)
    const opened = { set: { lookupKey: lookupKeys.postBatches('MB'), lookupOrder: `${deviceTime}#${batchId}` } }
    await transact(client, [
      {
        guard: 'batch',
        write: change(tables.registry, registryKeys.batch(batchId), { ...opened, when: 'attribute_exists(pk)' }),
      },
    ])
    await somebody(0)
    await tellDayBook(client, tables)
    await somebody(1)
    const read = async () =>
      (await stores.ask(dayRoutes.readDay, { place: 'MB', date: '2026-11-22' })).body as unknown as DayView
    // of the last moments nothing is said: the book may still hear of it
    expect((await read()).items).toMatchObject([{ onReceipts: 1, agrees: true }, { agrees: true }])
    at = new Date('2026-11-22T08:05:00.000Z')
    expect((await read()).items).toEqual([
      { item: 'BLANKET', issued: 1, onReceipts: 2, moved: 1, agrees: false },
      { item: 'SHOES', issued: 1, onReceipts: 2, moved: 1, agrees: false },
    ])
    expect((await day()).items).toMatchObject([{ issued: 2, agrees: true }, { agrees: true }])
  })

  it('says which item does not, and by how much', () => {
    const row = {
      ...{ place: 'MB', at: '', kind: 'ISSUED' as const, item: 'BLANKET' as const, quantity: 2, officerId: 'o' },
      ...{ isDisputed: false, postings: [{ from: 'DESK#MB', to: 'RETURNEE', lot: 'A', quantity: 1 }] },
    }
    expect(reconciled([row], [{ item: 'SHOES', quantity: 1 }])).toEqual([
      { item: 'BLANKET', issued: 2, onReceipts: 0, moved: 1, agrees: false },
      { item: 'SHOES', issued: 0, onReceipts: 1, moved: 0, agrees: false },
    ])
    expect(reconciled([{ ...row, isDisputed: true }], [])).toEqual([])
  })

  it('is shown to its post, to finance and to the auditor, and to another post like a day that is not there', async () => {
    const read = (...groups: string[]) =>
      stores.ask(dayRoutes.readDay, { place: 'MB', date: '2026-11-22' }, undefined, groups)
    for (const group of ['supplies@MB', 'supervisor@MB', 'finance@*', 'auditor@*'])
      expect([group, (await read(group)).status]).toEqual([group, 200])
    expect(await read('supplies@FB')).toEqual(refusal('not-found'))
    expect(await read('reception@MB')).toEqual(refusal('not-permitted'))
  })
})

it('names the tablet and the lease of what moved', async () => {
  const deviceId = randomUUID()
  const devices = deviceStore(client, tables.registry)
  const audit = createAudit(client, tables.audit, { now: () => at })
  const device = { deviceId, code: '7F', post: 'MB' as const, publicKey: '', contentHash: '' }
  await devices.enrol(
    { ...device, enrolledAt: at.toISOString(), enrolledBy: 'officer-1' },
    audit.entry({ caller: { officerId: 'officer-1', grants: [] }, action: 'enrolDevice', subjectId: deviceId }),
  )
  const told = () => ({ place: 'MB' as const, moveId: randomUUID() })
  await stores.ask(suppliesRoutes.receiveStock, told(), { item: 'BLANKET', quantity: 9, to: 'STORE', lot: 'IOM-1' })
  const holder = { kind: 'DEVICE' as const, deviceId }
  const { body } = await stores.ask(suppliesRoutes.leaseStock, told(), { holder, item: 'BLANKET', quantity: 4 })
  const { tablets, moves } = await day()
  expect(tablets).toEqual([{ deviceId, code: '7F' }])
  expect(moves.find(({ kind }) => kind === 'LEASED')).toMatchObject({
    leaseId: body['leaseId'],
    postings: [{ from: 'STORE#MB', to: `DEVICE#${deviceId}` }],
  })
})

it('draws a day’s sample by a seed that is made with its first receipt, and stays', async () => {
  const seeds = (fresh: string) => dayBookStore(client, tables.ledger, () => fresh)
  expect(await seeds('one').seedOf('2026-11-22')).toBe('one')
  expect(await seeds('other').seedOf('2026-11-22')).toBe('one')
  expect(await seeds('other').seedOf('2026-11-23')).toBe('other')
})

describe('a receipt', () => {
  it('is everything that one command handed over, with its value, its proof and no name', async () => {
    await receive('BLANKET', 10)
    await receive('SHOES', 10)
    const returnEventId = await somebody(0)
    const { body } = await ask(receiptRoutes.readReceipts, { returnEventId })
    const { receipts } = body as unknown as { receipts: ReceiptView[] }
    expect(receipts).toMatchObject([
      {
        receiptNumber: `XV-7F-00001-Z/${returnEventId.slice(-4).toUpperCase()}`,
        proof: { kind: 'WITNESS', witness: 'Mamello Sekhonyana' },
        lines: [
          { item: 'BLANKET', quantity: 1, state: 'ISSUED', worth: 18_000 },
          { item: 'SHOES', quantity: 1, state: 'ISSUED', worth: 12_000 },
        ],
        worth: 30_000,
      },
    ])
    expect(JSON.stringify(receipts)).not.toContain(anIntake().fast.names.surname)
  })

  it('is not there for an officer, an office or a post that the person ruled out', async () => {
    await receive('BLANKET', 10)
    await receive('SHOES', 10)
    const full = (...exclusions: string[]) => ({ full: { exclusions } })
    const [one, other] = [
      await somebody(0, randomUUID(), full('officer-2', 'supervisor@MB')),
      await somebody(1, randomUUID(), full('officer-2')),
    ]
    const read = (returnEventId: string, officer: string) =>
      ask(receiptRoutes.readReceipts, { returnEventId }, undefined, ['supervisor@MB'], officer)
    expect((await read(other, 'officer-1')).status).toBe(200)
    for (const [returnEventId, officer] of [
      [other, 'officer-2'],
      [one, 'officer-1'],
    ] as const)
      expect(await read(returnEventId, officer)).toEqual(refusal('not-found'))
  })

  it('that was drawn waits to be verified, once, whichever of its lines came first', async () => {
    await receive('BLANKET', 10)
    await receive('SHOES', 10)
    let drawn = randomUUID()
    while (!isDrawn(drawn, seedOfTests)) drawn = randomUUID()
    let other = randomUUID()
    while (isDrawn(other, seedOfTests)) other = randomUUID()
    await somebody(0, drawn)
    await somebody(1, other)
    await tellDayBook(client, tables)
    await tellDayBook(client, tables)
    const sample = async () => (await ask(receiptRoutes.listSample, { post: 'MB' })).body
    expect(await sample()).toEqual({
      sample: [expect.not.objectContaining({ seed: expect.anything() })],
    })
    expect(await sample()).toMatchObject({ sample: [{ receiptId: drawn, returnEventId: drawn }] })
    // once its day is over nobody can choose by it any more, and anybody can draw again
    at = new Date('2026-11-22T22:00:00.000Z')
    expect(await sample()).toMatchObject({ sample: [{ receiptId: drawn, seed: seedOfTests }] })
    at = new Date('2026-11-22T08:00:00.000Z')
    const issuedAt = '2026-11-22T08:00:00.000Z'
    const verify = (content: object, verificationId: string = randomUUID(), officer = 'supervisor-1') =>
      ask(
        receiptRoutes.verifyReceipt,
        { post: 'MB', verificationId },
        { receiptId: drawn, issuedAt, found: 'AS_WRITTEN', ...content },
        undefined,
        officer,
      )
    expect(await verify({}, randomUUID(), 'officer-1')).toEqual(refusal('not-by-yourself'))
    expect(await verify({ receiptId: other })).toEqual(refusal('sample-unknown'))
    expect((await verify({ found: 'DIFFERS' })).status).toBe(400)
    const verificationId = randomUUID()
    const first = await verify({ found: 'DIFFERS', note: 'No shoes, they say' }, verificationId)
    expect(first.status).toBe(201)
    expect(await verify({ found: 'DIFFERS', note: 'No shoes, they say' }, verificationId)).toEqual(first)
    expect(await verify({}, verificationId)).toEqual(refusal('identifier-reused'))
    expect(await verify({})).toEqual(refusal('sample-verified'))
    expect(await sample()).toMatchObject({ sample: [{ found: 'DIFFERS' }] })
  })
})
