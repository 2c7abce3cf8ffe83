/**
 * Whose money something was, for who may be told (domain.md 7): a line marked sensitive is named to protection and to the
 * finance holder alone, and reads "general assistance" to everybody else. Pure: no clock, no network, no AWS.
 */
import type { Caller } from '../platform/caller.ts'
import { scopeFor } from '../platform/permissions.ts'
import { idOf, kindOf, lineOf } from './accounts.ts'
import { fundOf, isMaskedFund, labelOf, lotName, noLot, unnamedLine } from './lot-name.ts'

export const seesPayers = ({ grants }: Caller): boolean => scopeFor('budget.sensitive', grants) !== undefined

/** As what nobody's project paid for is called, so that nothing tells one from the other. */
export function lotWithoutPayer(lot: string): string {
  const fund = fundOf(lot)
  return fund !== undefined && isMaskedFund(fund) ? lotName(labelOf(lot), undefined) : lot
}

/** A lot as this officer may be told of it; undefined of what comes in none. */
export function lotNamesFor(caller: Caller): (lot: string) => string | undefined {
  const shown = seesPayers(caller) ? (lot: string) => lot : lotWithoutPayer
  return lot => (shown(lot) === noLot ? undefined : shown(lot))
}

export function accountWithoutPayer(account: string): string {
  const isLine = kindOf(account) === 'LINE'
  return isLine && isMaskedFund(idOf(account)) ? lineOf(unnamedLine) : account
}
