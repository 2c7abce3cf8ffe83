/**
 * Whose money something was, for who may be told (domain.md 7): a line marked sensitive is named to protection and to the
 * finance holder alone, and reads "general assistance" to everybody else. Pure: no clock, no network, no AWS.
 */
import type { Caller } from '../platform/caller.ts'
import { scopeFor } from '../platform/permissions.ts'
import { idOf, kindOf, lineOf } from './accounts.ts'
import { fundOf, isMaskedFund, labelOf, lineOfFund, lotName, noLot, unnamedLine } from './lot-name.ts'

export const seesPayers = ({ grants }: Caller): boolean => scopeFor('budget.sensitive', grants) !== undefined

/** As what nobody's project paid for is called, so that nothing tells one from the other. */
export function lotWithoutPayer(lot: string, telling: ReadonlySet<string> = new Set()): string {
  const fund = fundOf(lot)
  const isNamed = fund === undefined || !(isMaskedFund(fund) || telling.has(lineOfFund(fund).projectCode))
  return isNamed ? lot : lotName(labelOf(lot), undefined)
}

/** Projects that pay for who is rated so: beside a person their codes say what the rating was. */
export const tellingOf = (
  projects: readonly { readonly projectCode: string; readonly eligible: { readonly priorities: readonly string[] } }[],
): ReadonlySet<string> =>
  new Set(projects.flatMap(({ projectCode, eligible }) => (eligible.priorities.length > 0 ? [projectCode] : [])))

/** A lot as this officer may be told of it; undefined of what comes in none. */
export function lotNamesFor(caller: Caller): (lot: string) => string | undefined {
  const shown = seesPayers(caller) ? (lot: string) => lot : lotWithoutPayer
  return lot => (shown(lot) === noLot ? undefined : shown(lot))
}

export function accountWithoutPayer(account: string): string {
  const isLine = kindOf(account) === 'LINE'
  return isLine && isMaskedFund(idOf(account)) ? lineOf(unnamedLine) : account
}
