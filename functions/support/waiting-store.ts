/** Who of the arrivals of these days wanted an item that was not there, as the ranking asks of them. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { batchStore } from '../arrivals/batch-store.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { registeredIn } from '../intake/returns-store.ts'
import { districtSteps } from '../platform/district-steps.ts'
import type { Scope } from '../platform/permissions.ts'
import { DistrictCode, posts } from '../platform/places.ts'
import { queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { vulnerabilities } from '../registration/vulnerability-codes.ts'
import type { ItemCode } from './items.ts'
import { storedEntitlement } from './ledger-entries.ts'
import { type Need, needs, type Waiting } from './ranking.ts'
import { undoneStore } from './undone-store.ts'

/** How long a bus-load may wait for what was missing, in milliseconds: later they are at home, and asked there. */
const waits = 48 * 3_600_000

/** Only the year of birth is kept with a return: in doubt for the child. */
const isSmall = (birthYear: number, year: number): boolean => year - birthYear <= 5

function needOf({ vulnerability, priority }: ReturnEvent): Need {
  const found = vulnerabilities.filter(({ code }) => vulnerability.includes(code)).map(({ urgency }) => urgency)
  // an urgent flag raises no code, and makes priority all the same
  if (priority === 'PRIORITY') return 'HIGH'
  return needs.find(need => found.includes(need)) ?? 'LOW'
}

export const waitingStore = (
  database: DynamoDBClient,
  tables: { readonly registry: string; readonly ledger: string },
) => {
  const batches = batchStore(database, tables.registry)
  const undone = undoneStore(database, tables.ledger)

  /** Whatever was given of the item, at the intake or later, by the rules or by a second person; not what was undone. */
  async function givenTo(people: readonly { readonly event: ReturnEvent }[], item: ItemCode) {
    const found = await Promise.all(
      people.map(({ event }) => {
        const { pk, sk } = ledgerKeys.entitlement(event.returnEventId, item)
        return queryAll(database, tables.ledger, { pk, prefix: sk })
      }),
    )
    const had = found.flat().map(stored => readStored(storedEntitlement, stored))
    return undone.standing(
      had.map(({ returnEventId, requestId, issuedAt }) => ({ item, returnEventId, requestId, at: issuedAt })),
    )
  }

  return {
    /** Undefined where the post is out of scope. */
    async find(post: string, item: ItemCode, scope: Scope, now: Date): Promise<readonly Waiting[] | undefined> {
      const latest = await batches.latest(post, scope)
      if (latest === undefined) return undefined
      const since = new Date(now.getTime() - waits).toISOString()
      const here = latest.filter(({ openedAt }) => openedAt >= since)
      const people = await Promise.all(
        here.map(async batch =>
          (await registeredIn(database, tables.registry, batch.batchId)).map(event => ({
            event,
            arrivedAt: batch.openedAt,
          })),
        ),
      )
      const all = people.flat()
      const wanting = all.filter(({ event }) =>
        event.notGiven.some(one => one.item === item && one.reason === 'OUT_OF_STOCK'),
      )
      const given = new Set((await givenTo(wanting, item)).map(({ returnEventId }) => returnEventId))
      const year = now.getUTCFullYear()
      const families = new Set(
        all.flatMap(({ event }) => (event.householdId && isSmall(event.birthYear, year) ? [event.householdId] : [])),
      )
      const from = DistrictCode.safeParse(posts.find(({ code }) => code === post)?.district).data
      return wanting
        .filter(({ event }) => !given.has(event.returnEventId))
        .map(({ event, arrivedAt }) => ({
          ...{ returnEventId: event.returnEventId, displayNumber: event.displayNumber, arrivedAt },
          need: needOf(event),
          hasSmallChild:
            isSmall(event.birthYear, year) || (event.householdId !== undefined && families.has(event.householdId)),
          steps: from === undefined ? 0 : districtSteps(from, DistrictCode.parse(event.district)),
        }))
    },
  }
}
export type WaitingStore = ReturnType<typeof waitingStore>
