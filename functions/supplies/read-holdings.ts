import type { BudgetsStore } from '../budgets/budgets-store.ts'
import type { Project } from '../budgets/project-record.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { deviceOf } from './accounts.ts'
import { deskStockRoutes } from './desk-contract.ts'
import type { Lease } from './lease-record.ts'
import { fundOf, isMaskedFund, lineOfFund } from './lot-name.ts'
import { lasting } from './money-term.ts'
import type { SuppliesStore } from './supplies-store.ts'

const holdingOf = ({ item, leaseId, dueAt, drawCount, lots }: Lease, terms: readonly Project[]) => ({
  ...{ item, leaseId, dueAt, drawCount },
  lots: lasting(item, lots, terms)
    .filter(({ left }) => left > 0)
    .map(lot => ({ ...lot })),
})

const payerOf = ({ projectCode, startsOn, endsOn, closedAt, eligible }: Project) => ({
  ...{ projectCode, startsOn, endsOn, closedAt, eligible },
})

/** The open leases of a tablet from the store of the post, and who pays: what it may give away while it has no network. */
export const readHoldings = (supplies: SuppliesStore, budgets: Pick<BudgetsStore, 'findProject'>) =>
  endpoint(deskStockRoutes.readHoldings, async ({ params: { post, deviceId }, scope }) => {
    if (!covers(scope, post)) return notFound()
    const leases = await supplies.leasesOf(deviceOf(deviceId))
    const held = leases.filter(({ state, place }) => state === 'OPEN' && place === post)
    const lots = held.flatMap(lease => lease.lots.filter(({ left }) => left > 0))
    const funds = lots.flatMap(({ lot }) => fundOf(lot) ?? []).filter(fund => !isMaskedFund(fund))
    const codes = new Set(funds.map(fund => lineOfFund(fund).projectCode))
    const found = await Promise.all([...codes].map(budgets.findProject))
    const projects = found.filter(project => project !== undefined)
    return ok({ holdings: held.map(lease => holdingOf(lease, projects)), payers: projects.map(payerOf) })
  })
