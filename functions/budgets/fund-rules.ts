/** Whether a line of a project may bear what one person is given (domain.md 4.4). Pure; the tablet asks the same. */
import type { DistrictCode } from '../platform/places.ts'
import type { ReturnType } from '../registration/code-lists.ts'
import { isMaskedFund } from '../supplies/lot-name.ts'
import { type ItemCode, isBasic } from '../support/items.ts'
import { type ProjectState, projectState } from './project-states.ts'

export interface FundRule {
  readonly projectCode: string
  readonly startsOn: string
  readonly endsOn: string
  readonly closedAt?: string | undefined
  readonly eligible: {
    readonly districts: readonly string[]
    readonly returnTypes: readonly string[]
    readonly priorities: readonly string[]
  }
}

export interface Beneficiary {
  /** Undefined of what a tablet does not know yet: it bars nobody there. The server asks again (`draw-sources.ts`). */
  readonly district: DistrictCode | undefined
  readonly returnType: ReturnType | undefined
  /** Undefined on a tablet, where nobody rates: a project that asks for it pays for nothing there. */
  readonly priority: 'ORDINARY' | 'PRIORITY' | undefined
}

const names = (list: readonly string[], one: string | undefined): boolean =>
  list.length === 0 || one === undefined || list.includes(one)

/**
 * True of basic help from whatever line (domain.md 4.2: it is refused to nobody), of an open project that pays for such a
 * person, and of what no project paid for. A project nobody knows pays for nothing; a sensitive line for nobody who comes
 * to a desk, since whom it is for is known there to nobody.
 */
export function mayBear(
  fund: string | undefined,
  rules: readonly FundRule[],
  { item, person, today }: { readonly item: ItemCode; readonly person: Beneficiary; readonly today: string },
): boolean {
  if (fund === undefined) return true
  if (isMaskedFund(fund)) return false
  if (isBasic(item)) return true
  const rule = rules.find(({ projectCode }) => fund.startsWith(`${projectCode}/`))
  const state: ProjectState | undefined = rule && projectState(rule, today)
  if (rule === undefined || state !== 'OPEN') return false
  const { districts, returnTypes, priorities } = rule.eligible
  const isRated = priorities.length === 0 || priorities.some(each => each === person.priority)
  return isRated && names(districts, person.district) && names(returnTypes, person.returnType)
}
