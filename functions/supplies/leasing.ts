/**
 * Moves between a store and its leases: to a desk or a tablet, back again, or written off with a lost one (ADR 3). What is
 * leased is chosen by expiry; what comes back is what its holder says is there.
 */
import { projectState } from '../budgets/project-states.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import { type ItemCode, isBasic } from '../support/items.ts'
import { type LeaseAccount, storeOf } from './accounts.ts'
import { chooseLots, type LotLeft, type LotTaken } from './choose-lots.ts'
import { deskLease, extended, type Lease, leased, returned, writtenOff } from './lease-record.ts'
import { putIn, takenOut } from './lot-balance.ts'
import { type Fund, fundOf, isMaskedFund, lineOfFund, projectsOf } from './lot-name.ts'
import { missing } from './money-missing.ts'
import { lasting } from './money-term.ts'
import { entryOf, type Ledger, type Moved, said, type Told, unlessStored } from './stock-moves.ts'

/** How often somebody else may take from the same lots before the officer is asked to try again. */
const tries = 6

interface Held {
  readonly holder: LeaseAccount
  readonly item: ItemCode
}

/** Another lease of the holder's, or one from another store, is not the one that is meant. */
const isThat = (seen: Lease | undefined, leaseId: string, place: string): seen is Lease =>
  seen?.leaseId === leaseId && seen.place === place

/**
 * Of what lies in a store, what may leave it for somebody: nothing that a project paid which is not open, but basic help
 * (domain.md 4.2), and nothing of a sensitive line. A desk would be given what it can give to nobody.
 */
async function leasable({ store }: Ledger, item: ItemCode, lots: readonly LotLeft[], today: string) {
  const found = await Promise.all(projectsOf(lots.filter(({ left }) => left > 0)).map(store.findProject))
  const projects = found.filter(project => project !== undefined)
  const open = projects.filter(project => projectState(project, today) === 'OPEN').map(({ projectCode }) => projectCode)
  return lasting(item, lots, projects).filter(({ lot }) => {
    const fund = fundOf(lot)
    if (fund === undefined) return true
    return !isMaskedFund(fund) && (isBasic(item) || open.includes(lineOfFund(fund).projectCode))
  })
}

export interface Leasing extends Held {
  readonly quantity: number
  /** Of this line's lots alone. */
  readonly fund?: Fund | undefined
  readonly dueAt: string | undefined
}

/**
 * Adds to the holder's lease, which the answer names, or begins one under the move's own id. Refuses `stock-exhausted`,
 * `project-closed` (there is as much, but of projects that pay for nothing today),
 * `lease-overdue` (the holder brings back what is due, or has it extended, first) and `lease-elsewhere` (the holder has
 * an open lease of this item from another store). `try-again` where others kept taking from the same lots.
 */
export async function lease(
  ledger: Ledger,
  told: Told,
  { holder, item, quantity, dueAt, fund }: Leasing,
  audit: TransactWriteItem,
): Promise<Moved<'stock-exhausted' | 'project-closed' | 'lease-overdue' | 'lease-elsewhere' | 'try-again'>> {
  const { store, table } = ledger
  const { place, moveId, receivedAt, today } = told
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const [seen, here] = await Promise.all([store.findLease(holder, item), store.lots(place, item)])
    if (seen?.state === 'OPEN' && seen.dueAt !== undefined && seen.dueAt < receivedAt)
      return unlessStored(ledger, told, 'lease-overdue')
    if (seen?.state === 'OPEN' && seen.place !== place) return unlessStored(ledger, told, 'lease-elsewhere')
    const asked = here.filter(({ lot }) => fund === undefined || fundOf(lot) === fund)
    const chosen = chooseLots(await leasable(ledger, item, asked, today), quantity, today)
    if (chosen === undefined) {
      const isThere = chooseLots(asked, quantity, today) !== undefined
      return unlessStored(ledger, told, isThere ? 'project-closed' : 'stock-exhausted')
    }
    const lots = chosen.map(({ lot, quantity }) => ({
      ...{ lot, quantity, expiresOn: here.find(each => each.lot === lot)?.expiresOn },
    }))
    const own = holder.startsWith('DESK#') ? deskLease : moveId
    const leaseId = seen?.state === 'OPEN' ? seen.leaseId : own
    const outcome = await store.commit(
      entryOf(told, {
        kind: 'LEASED',
        item,
        leaseId,
        postings: lots.map(lot => ({ from: storeOf(place), to: holder, ...lot })),
      }),
      [
        ...lots.map(lot => ({ guard: 'lot' as const, write: takenOut(table, { place, item }, lot) })),
        { guard: 'lease', write: leased(table, { holder, item, lots, place, leaseId: own, dueAt, seen }) },
      ],
      audit,
    )
    if (!('failed' in outcome)) return outcome
  }
  return { refusal: 'try-again' }
}

export interface Extension extends Held {
  readonly leaseId: string
  readonly dueAt: string
}

/** An entry that moves nothing: who gave it until when. Refuses `lease-unknown`, `lease-ended`. */
export async function extend(
  ledger: Ledger,
  told: Told,
  { holder, item, leaseId, dueAt }: Extension,
  audit: TransactWriteItem,
): Promise<Moved<'lease-unknown' | 'lease-ended'>> {
  const { store, table } = ledger
  const seen = await store.findLease(holder, item)
  if (!isThat(seen, leaseId, told.place)) return unlessStored(ledger, told, 'lease-unknown')
  const outcome = await store.commit(
    entryOf(told, { kind: 'EXTENDED', item, leaseId, dueAt, postings: [] }),
    [{ guard: 'lease', write: extended(table, { holder, item, leaseId, dueAt }) }],
    audit,
  )
  return said(outcome, { lease: 'lease-ended' })
}

export interface Return extends Held {
  readonly leaseId: string
  readonly lots: readonly { readonly lot: string; readonly quantity: number }[]
  /** How many draws the tablet made under this lease; a desk's are counted here. */
  readonly drawCount: number | undefined
}

/**
 * Takes back what the holder has left, or some of it; the lease ends with the last of it. Refuses `lease-unknown`,
 * `lease-ended`, `draw-log-incomplete` (draws are still on the tablet), `lease-exhausted` (more than it holds).
 */
export async function takeBack(
  ledger: Ledger,
  told: Told,
  { holder, item, leaseId, lots, drawCount }: Return,
  audit: TransactWriteItem,
): Promise<Moved<'lease-unknown' | 'lease-ended' | 'draw-log-incomplete' | 'lease-exhausted' | 'try-again'>> {
  const { store, table } = ledger
  const { place } = told
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const seen = await store.findLease(holder, item)
    if (!isThat(seen, leaseId, told.place)) return unlessStored(ledger, told, 'lease-unknown')
    if (seen.state !== 'OPEN') return unlessStored(ledger, told, 'lease-ended')
    if (drawCount !== undefined && drawCount !== seen.drawCount)
      return unlessStored(ledger, told, 'draw-log-incomplete')
    const taken = lots.flatMap(({ lot, quantity }): LotTaken[] => {
      const held = seen.lots.find(each => each.lot === lot)
      return held !== undefined && held.left >= quantity ? [{ lot, expiresOn: held.expiresOn, quantity }] : []
    })
    if (taken.length < lots.length) return unlessStored(ledger, told, 'lease-exhausted')
    const quantity = taken.reduce((sum, each) => sum + each.quantity, 0)
    const ends = leaseId !== deskLease && quantity === seen.left
    const outcome = await store.commit(
      entryOf(told, {
        kind: 'RETURNED',
        item,
        leaseId,
        postings: taken.map(lot => ({ from: holder, to: storeOf(place), ...lot })),
      }),
      [
        { guard: 'lease', write: returned(table, { holder, item, leaseId, lots: taken, drawCount, ends }) },
        ...taken.map(lot => ({ guard: 'lot' as const, write: putIn(table, { place, item }, lot) })),
      ],
      audit,
    )
    if (!('failed' in outcome)) return outcome
  }
  return { refusal: 'try-again' }
}

export interface WriteOff extends Held {
  readonly leaseId: string
  readonly reason: string
}

/** Everything it still held is lost with its holder. Refuses `lease-unknown`, `lease-ended`. */
export async function writeOff(
  ledger: Ledger,
  told: Told,
  { holder, item, leaseId, reason }: WriteOff,
  audit: TransactWriteItem,
): Promise<Moved<'lease-unknown' | 'lease-ended' | 'try-again'>> {
  const { store, table } = ledger
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const seen = await store.findLease(holder, item)
    if (!isThat(seen, leaseId, told.place)) return unlessStored(ledger, told, 'lease-unknown')
    if (seen.state !== 'OPEN' || leaseId === deskLease) return unlessStored(ledger, told, 'lease-ended')
    const lots = seen.lots.flatMap(({ lot, expiresOn, left }) => (left > 0 ? [{ lot, expiresOn, quantity: left }] : []))
    const outcome = await store.commit(
      entryOf(told, {
        ...{ kind: 'WRITTEN_OFF', item, leaseId, reason },
        postings: lots.map(lot => ({ from: holder, to: 'LOST' as const, ...lot })),
      }),
      [
        { guard: 'lease', write: writtenOff(table, { holder, item, leaseId, lots, revision: seen.revision }) },
        ...missing(table, item, lots),
      ],
      audit,
    )
    if (!('failed' in outcome)) return outcome
  }
  return { refusal: 'try-again' }
}
