import type { DayBookStore } from '../day-book/day-book-store.ts'
import { endpoint } from '../platform/endpoint.ts'
import { scopeFor } from '../platform/permissions.ts'
import { ok, refused } from '../platform/reply.ts'
import { fundOfLine, isMaskedLine } from '../supplies/lot-name.ts'
import type { BudgetsStore } from './budgets-store.ts'
import { budgetsRoutes } from './contract.ts'
import { bookOf } from './line-book.ts'

/** Of a line that the reader may not see it is said that there is none. */
export const readLineBook = (budgets: Pick<BudgetsStore, 'findLine'>, book: Pick<DayBookStore, 'ofFund'>) =>
  endpoint(budgetsRoutes.readLineBook, async ({ params: { projectCode, lineCode, month }, caller }) => {
    if (isMaskedLine(lineCode) && scopeFor('budget.sensitive', caller.grants) === undefined)
      return refused('project-unknown')
    if ((await budgets.findLine(projectCode, lineCode)) === undefined) return refused('project-unknown')
    const rows = await book.ofFund(fundOfLine(projectCode, lineCode), month)
    return ok({ entries: [...bookOf(rows, month)] }, [`PROJECT#${projectCode}`])
  })
