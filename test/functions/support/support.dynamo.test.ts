/** What was given, asked through the whole chain, on a real database. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { systemClock } from '../../../functions/platform/clock.ts'
import { deskOf } from '../../../functions/supplies/accounts.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { deskStockRoutes } from '../../../functions/supplies/desk-contract.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { readSupport } from '../../../functions/support/read-support.ts'
import { returnedStore } from '../../../functions/support/returned-store.ts'
import { supportStore } from '../../../functions/support/support-store.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { anIntake } from '../../builders/intake.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { intakeFunction } from '../../harness/intake-function.ts'
import { silentLog } from '../../harness/silent-log.ts'
import { give, suppliesFunction } from '../../harness/supplies-function.ts'

async function givenDesk() {
  const { client, tables } = await freshTables()
  const audit = createAudit(client, tables.audit, systemClock)
  const handler = capability({
    endpoints: [
      readSupport({
        support: supportStore(client, tables.ledger),
        returned: returnedStore(client, tables.registry),
      }),
    ],
    audit,
    clock: systemClock,
    log: silentLog(),
  })
  const { ask } = suppliesFunction(client, tables)
  const register = await intakeFunction(client, tables, systemClock)
  const numbers = ['XV-7F-00001-Z', 'XV-7F-00002-X', 'XV-7F-00003-V']
  await ask(
    suppliesRoutes.receiveStock,
    { place: 'MB', moveId: randomUUID() },
    { item: 'BLANKET', quantity: 100, lot: 'IOM-2026-041', to: 'DESK' },
  )
  return {
    stock: () => ask(deskStockRoutes.readStock, { post: 'MB' }),
    given: (returnEventId: string, groups = ['supplies@MB']) =>
      answerOf(handler, anHttpEvent({ route: supportRoutes.readSupport, params: { returnEventId }, groups })),
    /** Somebody who came back and was given nothing yet. */
    async somebody(): Promise<string> {
      const returnEventId = randomUUID()
      const { row: _, ...intake } = anIntake({
        personId: randomUUID(),
        support: [],
        displayNumber: numbers.shift() ?? '',
      })
      expect((await register(intake, '', returnEventId)).status).toBe(201)
      return returnEventId
    },
    draw: (returnEventId: string, quantity: number, householdId?: string) =>
      give(client, tables, {
        ...{ holder: deskOf('MB'), item: 'BLANKET', quantity, post: 'MB', returnEventId },
        ...(householdId === undefined ? {} : { householdId }),
      }),
  }
}

describe('what was given', () => {
  let desk: Awaited<ReturnType<typeof givenDesk>>
  beforeAll(async () => {
    desk = await givenDesk()
  })

  it('is shown to its post only', async () => {
    const returnEventId = await desk.somebody()
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

  it("is a household's once: the return event at which it was given has it, and the others may not", async () => {
    const fresh = await givenDesk()
    const [first, second, household] = [await fresh.somebody(), await fresh.somebody(), randomUUID()]
    await fresh.draw(first, 2, household)
    expect(await fresh.given(first)).toMatchObject({ body: { entitlements: [{ item: 'BLANKET', quantity: 2 }] } })
    expect(await fresh.draw(second, 2, household)).toMatchObject({ failed: [{ guard: 'mark:BLANKET' }] })
    expect(await fresh.given(second)).toMatchObject({ status: 404 })
    expect(await fresh.stock()).toMatchObject({ body: { levels: [{ left: 98, drawn: 2 }] } })
  })

  it('is given once of each item, and a second try takes nothing', async () => {
    const fresh = await givenDesk()
    const returnEventId = randomUUID()
    await fresh.draw(returnEventId, 1)
    expect(await fresh.draw(returnEventId, 1)).toMatchObject({ failed: [{ guard: 'given:BLANKET' }] })
    expect(await fresh.stock()).toMatchObject({ body: { levels: [{ left: 99 }] } })
  })
})
