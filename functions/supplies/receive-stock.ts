import type { BudgetsStore } from '../budgets/budgets-store.ts'
import { projectState } from '../budgets/project-states.ts'
import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { isMaskedFund, lineOfFund, lotName } from './lot-name.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { deliver, unlessStored } from './stock-moves.ts'
import { hasDesk } from './store-place.ts'
import { toldBy } from './told.ts'

/** Why this line does not pay for a delivery of today. */
async function unpaid(
  budgets: BudgetsStore,
  fund: string,
  today: string,
): Promise<'project-unknown' | 'project-closed' | 'line-not-for-stores' | undefined> {
  const { projectCode, lineCode } = lineOfFund(fund)
  const project = await budgets.findProject(projectCode)
  if (!project?.lines.some(line => line.lineCode === lineCode)) return 'project-unknown'
  if (isMaskedFund(fund)) return 'line-not-for-stores'
  return projectState(project, today) === 'OPEN' ? undefined : 'project-closed'
}

/** A delivery, into the store or for the desk at once; the centre has no desk. Retrying it adds nothing. */
export const receiveStock = (parts: MoveParts & { readonly budgets: BudgetsStore }) =>
  endpoint(suppliesRoutes.receiveStock, async asked => {
    const { item, quantity, lot, expiresOn, fund, to } = asked.body
    if (to === 'DESK' && !hasDesk(asked.params.place)) return refused('destination-unknown')
    return received(
      await moved(parts, asked, { action: 'receiveStock', item }, async audit => {
        const told = toldBy(asked)
        const no = fund === undefined ? undefined : await unpaid(parts.budgets, fund, told.today)
        if (no !== undefined) return unlessStored(parts.ledger, told, no)
        return deliver(parts.ledger, told, { item, quantity, lot: lotName(lot, fund), expiresOn, to }, audit)
      }),
    )
  })
