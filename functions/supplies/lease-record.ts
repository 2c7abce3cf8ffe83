/**
 * A lease: what one holder (the desk of a post, or a tablet) may give away of one item without asking anybody. It is one
 * item, and a draw writes nothing else but itself and its entry (ADR 3). Lots stand in it as attributes of their own, so
 * that a quantity is added to one or taken from one without reading the others.
 */
import * as z from 'zod/mini'
import { fromStored, readStored, type StoredAttributes, storedShape } from '../platform/stored.ts'
import { type Key, ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { ItemCode } from '../support/items.ts'
import type { LeaseAccount } from './accounts.ts'
import { expiryIn, expiryKept, type LotLeft, type LotTaken } from './choose-lots.ts'
import { type LeaseState, leaseStates } from './lease-states.ts'

/** The desk of a post has one lease of each item, always open: nobody loses a desk. */
export const deskLease = 'desk'

const lotPrefix = 'lot:'
const leftOf = (lot: string): string => `${lotPrefix}${lot}`
const expiryOf = (lot: string): string => `expires:${lot}`

const storedLease = storedShape(1, () =>
  z.object({
    item: ItemCode,
    leaseId: z.string(),
    place: z.string(),
    state: z.enum(leaseStates),
    left: z.int(),
    received: z.int(),
    drawn: z.int(),
    returned: z.int(),
    drawCount: z.int(),
    dueAt: z.optional(z.string()),
    revision: z.int(),
  }),
)

export interface Lease {
  readonly holder: LeaseAccount
  readonly item: ItemCode
  readonly leaseId: string
  /** Whose store it came from, and goes back to. */
  readonly place: string
  readonly state: LeaseState
  readonly left: number
  /** Ever leased, drawn and given back under this lease id. */
  readonly received: number
  readonly drawn: number
  readonly returned: number
  /** How many draws came in: with what its holder counted, it says whether one is still under way. */
  readonly drawCount: number
  /** Warns, and keeps the holder from leasing more; takes nothing back. */
  readonly dueAt: string | undefined
  /** In no order; one that is used up may still stand here. */
  readonly lots: readonly LotLeft[]
  readonly revision: number
}

const LotFigure = z.int()
const LotExpiry = z.string()

export function readLease(holder: LeaseAccount, attributes: StoredAttributes): Lease {
  const { dueAt, ...lease } = readStored(storedLease, attributes)
  const all = fromStored(attributes)
  const lots = Object.keys(all).flatMap(name => {
    if (!name.startsWith(lotPrefix)) return []
    const lot = name.slice(lotPrefix.length)
    return [{ lot, expiresOn: expiryIn(LotExpiry.parse(all[expiryOf(lot)])), left: LotFigure.parse(all[name]) }]
  })
  return { ...lease, holder, dueAt, lots }
}

/** So much of one lot; of what is taken out the expiry is known already. */
type LotPart = Pick<LotTaken, 'lot' | 'quantity'>

const totalOf = (lots: readonly LotPart[]): number => lots.reduce((total, { quantity }) => total + quantity, 0)

/** Each lot's attributes under short names, since a label may hold any sign. */
const numbered = (lots: readonly LotPart[]) =>
  lots.map(({ lot, quantity }, place) => ({ lot, quantity, left: `lot${place}`, expiry: `expiry${place}` }))

function lotsOut(lots: readonly LotPart[]) {
  const parts = numbered(lots)
  return {
    add: Object.fromEntries(parts.map(({ left, quantity }) => [left, -quantity])),
    names: Object.fromEntries(parts.map(({ left, lot }) => [left, leftOf(lot)])),
    holdsThem: parts.map(({ left }) => `#${left} >= :${left}`).join(' AND '),
    values: Object.fromEntries(parts.map(({ left, quantity }) => [left, quantity])),
  }
}

function lotsIn(lots: readonly LotTaken[]) {
  const parts = numbered(lots)
  const expiries = Object.fromEntries(lots.map(({ expiresOn }, place) => [`expiry${place}`, expiryKept(expiresOn)]))
  return {
    add: Object.fromEntries(parts.map(({ left, quantity }) => [left, quantity])),
    expiries,
    names: Object.fromEntries(
      parts.flatMap(({ left, expiry, lot }) => [
        [left, leftOf(lot)],
        [expiry, expiryOf(lot)],
      ]),
    ),
    /** A lot stands there with one expiry, or not yet. */
    agreesWith: parts
      .map(({ left, expiry }) => `(attribute_not_exists(#${left}) OR #${expiry} = :${expiry})`)
      .join(' AND '),
  }
}

interface LeaseChange {
  readonly holder: LeaseAccount
  readonly item: ItemCode
  readonly lots: readonly LotTaken[]
}

export interface LeasedOut extends LeaseChange {
  readonly place: string
  readonly leaseId: string
  readonly dueAt: string | undefined
  /** The holder's lease of this item as it was read; undefined where there is none. */
  readonly seen: Pick<Lease, 'leaseId' | 'state' | 'revision' | 'lots'> | undefined
}

/** Adds to the holder's open lease, or begins another one where there is none or the last one has ended. */
export function leased(
  table: string,
  { holder, item, lots, place, leaseId, dueAt, seen }: LeasedOut,
): TransactWriteItem {
  const { add, expiries, names } = lotsIn(lots)
  const quantity = totalOf(lots)
  const key = leaseKey(holder, item)
  const basis = { schemaVersion: 1, item, place, dueAt, ...expiries }
  if (seen?.state === 'OPEN')
    return change(table, key, {
      set: basis,
      add: { received: quantity, left: quantity, ...add },
      when: '#leaseId = :leaseId AND #state = :open',
      values: { leaseId: seen.leaseId, open: 'OPEN' },
      names,
    })
  const opened = {
    ...basis,
    leaseId,
    state: 'OPEN',
    left: quantity,
    received: quantity,
    drawn: 0,
    returned: 0,
    drawCount: 0,
  }
  const old = (seen?.lots ?? []).filter(({ lot }) => !lots.some(each => each.lot === lot))
  const gone = Object.fromEntries(
    old.flatMap(({ lot }, place) => [
      [`old${place}`, leftOf(lot)],
      [`oldExpiry${place}`, expiryOf(lot)],
    ]),
  )
  return change(table, key, {
    set: { ...opened, ...add },
    remove: Object.keys(gone),
    when: seen === undefined ? 'attribute_not_exists(pk)' : '#revision = :seen',
    values: seen === undefined ? {} : { seen: seen.revision },
    names: { ...names, ...gone },
  })
}

/** Of a delivery that goes to the desk of a post at once: its lease is always open, and made by the first one. */
export function givenToDesk(table: string, { holder, item, lots, place }: LeaseChange & { readonly place: string }) {
  const { add, expiries, names, agreesWith } = lotsIn(lots)
  const quantity = totalOf(lots)
  return change(table, leaseKey(holder, item), {
    set: { schemaVersion: 1, item, place, leaseId: deskLease, state: 'OPEN', ...expiries },
    add: { received: quantity, left: quantity, drawn: 0, returned: 0, drawCount: 0, ...add },
    when: `(attribute_not_exists(pk) OR #state = :open) AND ${agreesWith}`,
    values: { open: 'OPEN', ...expiries },
    names,
  })
}

/** Gives away so much of each lot, never below nothing. */
export function drawn(
  table: string,
  {
    holder,
    item,
    lots,
    leaseId,
  }: Pick<LeaseChange, 'holder' | 'item'> & {
    readonly leaseId: string
    readonly lots: readonly LotPart[]
  },
) {
  const { add, names, holdsThem, values } = lotsOut(lots)
  const quantity = totalOf(lots)
  return change(table, leaseKey(holder, item), {
    add: { left: -quantity, drawn: quantity, drawCount: 1, ...add },
    when: `#leaseId = :leaseId AND #state = :open AND ${holdsThem}`,
    values: { leaseId, open: 'OPEN', ...values },
    names,
  })
}

export interface LeaseReturn extends LeaseChange {
  readonly leaseId: string
  /** How many draws its holder made under this lease; undefined of a desk, whose draws are made here. */
  readonly drawCount: number | undefined
  /** Nothing is left after it. */
  readonly ends: boolean
}

/** Takes back so much of each lot, where every draw that its holder made has come in. */
export function returned(table: string, { holder, item, lots, leaseId, drawCount, ends }: LeaseReturn) {
  const { add, names, holdsThem, values } = lotsOut(lots)
  const quantity = totalOf(lots)
  const conditions = ['#leaseId = :leaseId', '#state = :open', holdsThem]
  if (drawCount !== undefined) conditions.push('#drawCount = :drawCount')
  if (ends) conditions.push('#left = :quantity')
  return change(table, leaseKey(holder, item), {
    ...(ends ? { set: { state: 'RETURNED' } } : {}),
    add: { left: -quantity, returned: quantity, ...add },
    when: conditions.filter(one => one !== '').join(' AND '),
    values: {
      ...{ leaseId, open: 'OPEN', ...values },
      ...(drawCount === undefined ? {} : { drawCount }),
      ...(ends ? { quantity } : {}),
    },
    names,
  })
}

/** Ends a lease whose holder is lost, with all that it held when it was read. */
export function writtenOff(
  table: string,
  { holder, item, lots, leaseId, revision }: LeaseChange & Pick<Lease, 'leaseId' | 'revision'>,
) {
  const { add, names } = lotsOut(lots)
  return change(table, leaseKey(holder, item), {
    set: { state: 'WRITTEN_OFF' },
    add: { left: -totalOf(lots), ...add },
    when: '#leaseId = :leaseId AND #state = :open AND #revision = :seen',
    values: { leaseId, open: 'OPEN', seen: revision },
    names,
  })
}

/** Gives it until another day; what it holds stays as it is. */
export const extended = (
  table: string,
  { holder, item, leaseId, dueAt }: Omit<LeaseChange, 'lots'> & { readonly leaseId: string; readonly dueAt: string },
) =>
  change(table, leaseKey(holder, item), {
    set: { dueAt },
    when: '#leaseId = :leaseId AND #state = :open',
    values: { leaseId, open: 'OPEN' },
  })

export const leaseKey = (holder: LeaseAccount, item: ItemCode): Key => ledgerKeys.lease(holder, item)
