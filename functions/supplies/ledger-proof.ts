/**
 * The proof of the ledger: every balance is the sum of its entries, none is negative, nothing stands in a balance that no
 * entry put there, and nothing stands in the table that is not known here. It is fed item by item, in any order, and keeps
 * sums alone: what it needs grows with the balances, not with the entries. Pure.
 */
import { storedLine } from '../budgets/project-record.ts'
import { storedGiven } from '../day-book/given-record.ts'
import { readStored, type StoredAttributes } from '../platform/stored.ts'
import { besideBalances, entryPrefixes, givenPrefix, ledgerPrefixes } from '../platform/tables.ts'
import { money } from '../support/items.ts'
import { storedEntitlement } from '../support/ledger-entries.ts'
import { type Account, isOutside, kindOf, type LeaseAccount, lineOf, mayMove, roadOf, storeOf } from './accounts.ts'
import { figuresProof } from './figures-proof.ts'
import { readLease } from './lease-record.ts'
import { storedMove } from './ledger-entry.ts'
import type { Flaw } from './ledger-flaw.ts'
import { storedLot, storedTransfer } from './lot-balance.ts'
import { fundOfLine, lotName } from './lot-name.ts'

export interface Proof {
  readonly moves: number
  readonly entitlements: number
  /** Of them: handed over against a rule, or borne by no lease. */
  readonly disputed: number
  readonly balances: number
  readonly flaws: readonly Flaw[]
  /** By kind of account outside: what came from there or went there, in the items' own units. */
  readonly outside: Readonly<Record<string, number>>
}

interface Sums {
  readonly account: string
  readonly item: string
  readonly lot: string
  entries: number
  balance: number
}

const isEntitlement = (pk: string): boolean => pk.startsWith(entryPrefixes.entitlement)
const isMove = (pk: string): boolean => pk.startsWith(entryPrefixes.move)
const storeBalance = `${ledgerPrefixes.balance}STORE#`
const roadBalance = `${ledgerPrefixes.balance}ROAD#`
const lineBalance = `${ledgerPrefixes.balance}BUDGET#`

export function ledgerProof() {
  const sums = new Map<string, Sums>()
  const flaws: Flaw[] = []
  const figures = figuresProof()
  const outside = new Map<string, number>()
  const counts = { moves: 0, entitlements: 0, disputed: 0, balances: 0 }

  function sumsOf(account: string, item: string, lot: string): Sums {
    const key = JSON.stringify([account, item, lot])
    const found = sums.get(key)
    if (found !== undefined) return found
    const fresh = { account, item, lot, entries: 0, balance: 0 }
    sums.set(key, fresh)
    return fresh
  }

  function post(from: string, to: string, item: string, lot: string, quantity: number): void {
    for (const [account, change] of [
      [from, -quantity],
      [to, quantity],
    ] as const) {
      const kind = kindOf(account)
      if (isOutside(kind)) outside.set(kind, (outside.get(kind) ?? 0) + change)
      else sumsOf(account, item, lot).entries += change
    }
  }

  function stand(account: Account, item: string, lot: string, quantity: number): void {
    counts.balances += 1
    sumsOf(account, item, lot).balance += quantity
    if (quantity < 0) flaws.push({ flaw: 'negative', account, item, lot, balance: quantity })
  }

  function takeLease(holder: LeaseAccount, item: StoredAttributes): void {
    const lease = readLease(holder, item)
    figures.takeLease(lease)
    for (const { lot, left } of lease.lots) stand(holder, lease.item, lot, left)
    const inLots = lease.lots.reduce((total, { left }) => total + left, 0)
    if (inLots !== lease.left)
      flaws.push({ flaw: 'lots-differ', account: holder, item: lease.item, entries: inLots, balance: lease.left })
  }

  return {
    /** One item of the table as it stands. */
    take(item: StoredAttributes): void {
      const pk = item['pk']?.S ?? ''
      if (isMove(pk)) {
        const move = readStored(storedMove, item)
        counts.moves += 1
        figures.takeMove(move)
        for (const { from, to, lot, quantity } of move.postings) {
          if (!mayMove(move.kind, kindOf(from), kindOf(to)))
            flaws.push({
              flaw: 'way-not-allowed',
              account: `${from} to ${to}`,
              item: move.item,
              lot,
              entries: quantity,
            })
          post(from, to, move.item, lot, quantity)
        }
      } else if (isEntitlement(pk)) {
        const given = readStored(storedEntitlement, item)
        counts.entitlements += 1
        if (given.state === 'DISPUTED') {
          counts.disputed += 1
          if (given.isBorne !== true) return
        }
        figures.takeEntitlement(given)
        const inLots = given.lots.reduce((total, { quantity }) => total + quantity, 0)
        if (inLots !== given.quantity)
          flaws.push({ flaw: 'lots-differ', account: pk, item: given.item, entries: inLots, balance: given.quantity })
        const to = given.state === 'DISPUTED' ? 'DISPUTED' : 'RETURNEE'
        for (const { lot, quantity } of given.lots) post(given.from, to, given.item, lot, quantity)
      } else if (pk.startsWith(storeBalance)) {
        const { item: of, lot, quantity } = readStored(storedLot, item)
        stand(storeOf(pk.slice(storeBalance.length)), of, lot, quantity)
      } else if (pk.startsWith(roadBalance)) {
        const { transferId, item: of, lot, quantity } = readStored(storedTransfer, item)
        stand(roadOf(transferId), of, lot, quantity)
      } else if (pk.startsWith(lineBalance)) {
        const line = readStored(storedLine, item)
        figures.takeLine(line)
        const fund = fundOfLine(line.projectCode, line.lineCode)
        stand(lineOf(fund), money, lotName(undefined, fund), line.quantity)
      } else if (pk.startsWith(ledgerPrefixes.lease)) {
        const holder = pk.slice(ledgerPrefixes.lease.length)
        const kind = kindOf(holder)
        if (kind !== 'DESK' && kind !== 'DEVICE') throw new Error(`${kind} holds no lease`)
        takeLease(`${kind}#${holder.slice(kind.length + 1)}`, item)
      } else if (pk.startsWith(givenPrefix)) {
        const given = readStored(storedGiven, item)
        figures.takeGiven(fundOfLine(pk.slice(givenPrefix.length), given.lineCode), given)
      } else if (!besideBalances.some(prefix => pk.startsWith(prefix)))
        flaws.push({ flaw: 'unknown-record', account: pk.split('#', 2).join('#'), item: '' })
    },

    result(): Proof {
      const differing = [...sums.values()]
        .filter(({ entries, balance }) => entries !== balance)
        .map((one): Flaw => ({ flaw: 'differs', ...one }))
      return { ...counts, flaws: [...flaws, ...differing, ...figures.flaws()], outside: Object.fromEntries(outside) }
    },
  }
}
