/** The support desk through its whole chain, on a real database. */
import { randomUUID } from 'node:crypto'
import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { systemClock } from '../../../functions/platform/clock.ts'

import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { ledgerKeys } from '../../../functions/platform/tables.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { itemsWithoutLot } from '../../../functions/support/items.ts'
import { drawnFromLease, givenOnce } from '../../../functions/support/ledger-entries.ts'
import { readStock } from '../../../functions/support/read-stock.ts'
import { readSupport } from '../../../functions/support/read-support.ts'
import { receiveStock } from '../../../functions/support/receive-stock.ts'
import { supportStore } from '../../../functions/support/support-store.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { silentLog } from '../../harness/silent-log.ts'

const groups = ['supplies@MB']
const body = {
  versions: { contract: 1, rules: '2026-11-01' },
  item: 'BLANKET',
  quantity: 100,
  lot: 'IOM-2026-041',
  deviceTime: '2026-11-22T08:00:00.000Z',
}

async function givenDesk() {
  const { client, tables } = await freshTables()
  const audit = createAudit(client, tables.audit, systemClock)
  const support = supportStore(client, tables.ledger)
  const handler = capability({
    endpoints: [receiveStock({ support, audit, receipt: receiptsOf(0) }), readStock(support), readSupport(support)],
    audit,
    clock: systemClock,
    log: silentLog(),
  })
  const receive = (sent: unknown, params = { post: 'MB', moveId: randomUUID() as string }, as = groups) =>
    answerOf(handler, anHttpEvent({ route: supportRoutes.receiveStock, params, body: sent, groups: as }))
  const stock = (post = 'MB', as = groups) =>
    answerOf(handler, anHttpEvent({ route: supportRoutes.readStock, params: { post }, groups: as }))
  const given = (returnEventId: string, as = groups) =>
    answerOf(handler, anHttpEvent({ route: supportRoutes.readSupport, params: { returnEventId }, groups: as }))
  const draw = (returnEventId: string, quantity: number, householdId?: string) => {
    const unit = householdId === undefined ? ('return' as const) : ('household' as const)
    const line = { item: 'BLANKET' as const, quantity, unit }
    const issuedAt = '2026-11-22T08:00:00.000Z'
    const proof = { kind: 'WITNESS', witness: 'Mamello Sekhonyana' } as const
    const entry = { grant: line, post: 'MB', returnEventId, householdId, officerId: 'officer-1', issuedAt, proof }
    return client.send(
      new TransactWriteItemsCommand({
        TransactItems: [...givenOnce(tables.ledger, entry), drawnFromLease(tables.ledger, entry)],
      }),
    )
  }
  const move = async (moveId: string) => {
    const Key = toStored({ ...ledgerKeys.stockMove('MB', moveId) })
    const { Item } = await client.send(new GetItemCommand({ TableName: tables.ledger, Key }))
    return Item && unmarshall(Item)
  }
  return { receive, stock, given, draw, move }
}

describe('the support desk', () => {
  let desk: Awaited<ReturnType<typeof givenDesk>>
  beforeAll(async () => {
    desk = await givenDesk()
  })

  it('leases what it receives to the post, once, however often the tablet retries', async () => {
    const params = { post: 'MB', moveId: randomUUID() }
    const first = await desk.receive(body, params)
    expect(first.status).toBe(201)
    expect(await desk.receive(body, params)).toEqual(first)
    expect(await desk.stock()).toMatchObject({
      body: { levels: [{ item: 'BLANKET', received: 100, left: 100, drawn: 0 }], approval: 'UNAPPROVED' },
    })
  })

  it('keeps what the device said of the time beside its own clock', async () => {
    const moveId = randomUUID()
    const { body: receipt } = await desk.receive(
      { ...body, deviceTime: '2031-01-01T00:00:00.000Z' },
      { post: 'MB', moveId },
    )
    expect(await desk.move(moveId)).toMatchObject({
      deviceTime: '2031-01-01T00:00:00.000Z',
      receivedAt: receipt['receivedAt'],
    })
  })

  it('adds a second delivery to the first', async () => {
    const fresh = await givenDesk()
    await fresh.receive(body)
    await fresh.receive({ ...body, quantity: 20 })
    await fresh.draw(randomUUID(), 5)
    expect(await fresh.stock()).toMatchObject({ body: { levels: [{ received: 120, left: 115, drawn: 5 }] } })
  })

  it('refuses another delivery under the same number', async () => {
    const params = { post: 'MB', moveId: randomUUID() }
    await desk.receive(body, params)
    const before = await desk.stock()
    for (const other of [{ quantity: 7 }, { item: 'SHOES' }])
      expect(await desk.receive({ ...body, ...other }, params)).toMatchObject({
        status: 409,
        body: { word: 'identifier-reused' },
      })
    expect(await desk.stock()).toEqual(before)
  })

  it.each([
    ['zero', { ...body, quantity: 0 }],
    ['negative', { ...body, quantity: -3 }],
    ['half', { ...body, quantity: 1.5 }],
    ['an unknown item', { ...body, item: 'HELICOPTER' }],
    ['a field too many', { ...body, donor: 'x' }],
  ])('refuses a delivery of %s', async (_, sent) => {
    expect(await desk.receive(sent)).toMatchObject({ status: 400, body: { word: 'invalid-fields' } })
  })

  it('shows nothing of another post, as if it did not exist', async () => {
    expect(await desk.receive(body, { post: 'FB', moveId: randomUUID() })).toMatchObject({ status: 404 })
    expect(await desk.stock('FB')).toMatchObject({ status: 404, body: { word: 'not-found' } })
    expect(await desk.stock('XX')).toMatchObject({ status: 404, body: { word: 'not-found' } })
  })

  it('shows what a return event received, to its post only', async () => {
    const returnEventId = randomUUID()
    await desk.draw(returnEventId, 1)
    expect(await desk.given(returnEventId)).toMatchObject({
      body: {
        entitlements: [
          {
            ...{ item: 'BLANKET', quantity: 1, state: 'ISSUED' },
            proof: { kind: 'WITNESS', witness: 'Mamello Sekhonyana' },
          },
        ],
      },
    })
    expect(await desk.given(returnEventId, ['supplies@FB'])).toMatchObject({ status: 404 })
    expect(await desk.given(randomUUID())).toMatchObject({ status: 404 })
  })

  it("shows a household's item with the return event at which it was given, and forbids it to the others", async () => {
    const fresh = await givenDesk()
    await fresh.receive(body)
    const [first, second, household] = [randomUUID(), randomUUID(), randomUUID()]
    await fresh.draw(first, 2, household)
    expect(await fresh.given(first)).toMatchObject({ body: { entitlements: [{ item: 'BLANKET', quantity: 2 }] } })
    await expect(fresh.draw(second, 2, household)).rejects.toMatchObject({ name: 'TransactionCanceledException' })
    expect(await fresh.given(second)).toMatchObject({ status: 404 })
    expect(await fresh.stock()).toMatchObject({ body: { levels: [{ left: 98, drawn: 2 }] } })
  })

  it('forbids a second entitlement of one item, and takes nothing for it', async () => {
    const fresh = await givenDesk()
    await fresh.receive(body)
    const returnEventId = randomUUID()
    await fresh.draw(returnEventId, 1)
    await expect(fresh.draw(returnEventId, 1)).rejects.toMatchObject({ name: 'TransactionCanceledException' })
    expect(await fresh.stock()).toMatchObject({ body: { levels: [{ left: 99 }] } })
  })
})

it('asks for the lot of what comes in lots alone', async () => {
  const { receive } = await givenDesk()
  const { lot: _, ...without } = body
  expect(await receive(without)).toMatchObject({
    status: 400,
    body: { word: 'invalid-fields', detail: { fields: [{ path: 'lot', problem: 'lot-needed' }] } },
  })
  for (const item of itemsWithoutLot) expect([item, (await receive({ ...without, item })).status]).toEqual([item, 201])
})
