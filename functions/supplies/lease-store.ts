/** From which lots of a holder's leases something is given: read first, and guarded again by the draw itself. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Beneficiary, type FundRule, mayBear } from '../budgets/fund-rules.ts'
import { payersOf } from '../budgets/payers-store.ts'
import { getAll } from '../platform/reads.ts'
import { type ItemCode, isBasic } from '../support/items.ts'
import type { LeaseAccount } from './accounts.ts'
import { chooseForOne, type LotTaken } from './choose-lots.ts'
import { type Lease, leaseKey, readLease } from './lease-record.ts'
import { fundOf } from './lot-name.ts'
import { lasting } from './money-term.ts'

export interface Wanted {
  readonly item: ItemCode
  readonly quantity: number
}

export interface Source {
  readonly leaseId: string
  readonly lots: readonly Pick<LotTaken, 'lot' | 'quantity'>[]
}

export interface Taken {
  readonly item: ItemCode
  readonly lots: readonly { readonly lot: string }[]
}

export interface Asked {
  readonly wanted: readonly Wanted[]
  readonly today: string
  readonly person: Beneficiary
}

export const leaseStore = (database: DynamoDBClient, table: string) => {
  const rulesOf = (lots: readonly { readonly lot: string }[]): Promise<readonly FundRule[]> =>
    payersOf(database, table, lots)

  /** Of the projects that paid for what these leases hold; basic help asks for none. */
  const rulesFor = (leases: readonly Lease[]): Promise<readonly FundRule[]> =>
    rulesOf(leases.flatMap(({ item, lots }) => (isBasic(item) ? [] : lots.filter(({ left }) => left > 0))))

  return {
    /**
     * Of what was taken from lots already, the items that the line of those lots does not pay for this person, or that two
     * lines would have to bear.
     */
    async barredOf(taken: readonly Taken[], { today, person }: Omit<Asked, 'wanted'>): Promise<ReadonlySet<ItemCode>> {
      const asking = taken.filter(({ item }) => !isBasic(item))
      const rules = await rulesOf(asking.flatMap(({ lots }) => lots))
      const barred = asking.filter(({ item, lots }) => {
        const funds = new Set(lots.map(({ lot }) => fundOf(lot)))
        return funds.size > 1 || ![...funds].every(fund => mayBear(fund, rules, { item, person, today }))
      })
      return new Set(barred.map(({ item }) => item))
    },

    /**
     * By item, where its lease is open and holds enough that has not expired on `today`; `not-eligible` where only
     * projects that do not pay for this person hold as much.
     */
    async sourcesOf(
      holder: LeaseAccount,
      { wanted, today, person }: Asked,
    ): Promise<ReadonlyMap<ItemCode, Source | 'not-eligible'>> {
      const keys = wanted.map(({ item }) => leaseKey(holder, item))
      const leases = (await getAll(database, table, keys)).map(stored => readLease(holder, stored))
      const rules = await rulesFor(leases)
      return new Map(
        wanted.flatMap(({ item, quantity }): [ItemCode, Source | 'not-eligible'][] => {
          const lease = leases.find(each => each.item === item)
          if (lease?.state !== 'OPEN') return []
          const { leaseId } = lease
          const held = lasting(item, lease.lots, rules)
          const lots = chooseForOne(held, quantity, today, fund => mayBear(fund, rules, { item, person, today }))
          if (lots !== undefined) return [[item, { leaseId, lots }]]
          const isThere = chooseForOne(held, quantity, today, () => true) !== undefined
          return isThere ? [[item, 'not-eligible']] : []
        }),
      )
    },
  }
}
export type LeaseStore = ReturnType<typeof leaseStore>
