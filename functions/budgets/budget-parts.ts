import type { Audit } from '../platform/audit.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import type { Budgets } from './budget-moves.ts'

/** What every command about a project needs. */
export interface BudgetParts extends Budgets {
  readonly audit: Audit
  readonly receipt: MakeReceipt
}
