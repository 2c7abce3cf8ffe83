/** The ledger as anybody would keep it on paper: sums in maps, one writer, no database. What the real one is held against. */

export interface PlainLot {
  readonly lot: string
  readonly expiresOn: string | undefined
}

export interface PlainLease {
  leaseId: string
  place: string
  state: 'OPEN' | 'RETURNED' | 'WRITTEN_OFF'
  dueAt: number | undefined
  drawn: number
  draws: number
  readonly lots: Map<string, number>
}

interface OnTheRoad {
  readonly from: string
  readonly to: string
  readonly lot: string
  readonly sent: number
  left: number
}

interface Handing {
  readonly returnEventId: string
  readonly post: string
}

type Parts = readonly (readonly [string, number])[]

interface PlainDispute {
  readonly post: string
  readonly parts: Parts
  /** It left a lease. */
  readonly isBorne: boolean
  state: 'OPEN' | 'DECIDED'
}

type Said = 'done' | string

export class PlainLedger {
  readonly stores = new Map<string, Map<string, number>>()
  readonly desks = new Set<string>()
  readonly leases = new Map<string, PlainLease>()
  readonly road = new Map<string, OnTheRoad>()
  private readonly given = new Map<string, { post: string; parts: Parts }>()
  private readonly disputes = new Map<string, PlainDispute>()
  readonly outside = { SUPPLIER: 0, RETURNEE: 0, DISPUTED: 0, DAMAGED: 0, LOST: 0, COUNT: 0 }
  disputed = 0

  private readonly lots: ReadonlyMap<string, PlainLot>

  constructor(lots: readonly PlainLot[]) {
    this.lots = new Map(lots.map(lot => [lot.lot, lot]))
  }

  private storeOf(place: string): Map<string, number> {
    const store = this.stores.get(place) ?? new Map<string, number>()
    this.stores.set(place, store)
    return store
  }

  private isExpired(lot: string, today: string): boolean {
    const expiresOn = this.lots.get(lot)?.expiresOn
    return expiresOn !== undefined && expiresOn < today
  }

  /** First what expires first; undefined where the good lots hold too little. */
  private picked(held: Map<string, number>, quantity: number, today: string): [string, number][] | undefined {
    const good = [...held]
      .filter(([lot, left]) => left > 0 && !this.isExpired(lot, today))
      .sort(([one], [other]) => {
        const [first, second] = [this.lots.get(one)?.expiresOn ?? '~', this.lots.get(other)?.expiresOn ?? '~']
        if (first !== second) return first < second ? -1 : 1
        return one < other ? -1 : 1
      })
    const parts: [string, number][] = []
    let wanted = quantity
    for (const [lot, left] of good) {
      const part = Math.min(left, wanted)
      if (part > 0) parts.push([lot, part])
      wanted -= part
    }
    return wanted === 0 ? parts : undefined
  }

  receive(place: string, desk: string | undefined, lot: string, quantity: number, today: string): Said {
    if (this.isExpired(lot, today)) return 'lot-expired'
    this.outside.SUPPLIER -= quantity
    if (desk === undefined) {
      add(this.storeOf(place), lot, quantity)
      return 'done'
    }
    const lease = this.leases.get(desk) ?? fresh('desk', place)
    this.leases.set(desk, lease)
    add(lease.lots, lot, quantity)
    return 'done'
  }

  send(from: string, to: string, lot: string, quantity: number, transferId: string, today: string): Said {
    if (from === to) return 'destination-unknown'
    const store = this.storeOf(from)
    if (!store.has(lot)) return 'lot-unknown'
    if (this.isExpired(lot, today)) return 'lot-expired'
    if ((store.get(lot) ?? 0) < quantity) return 'stock-exhausted'
    add(store, lot, -quantity)
    this.road.set(transferId, { from, to, lot, sent: quantity, left: quantity })
    return 'done'
  }

  takeIn(place: string, transferId: string, came: number): Said {
    const parcel = this.road.get(transferId)
    if (parcel === undefined || parcel.to !== place) return 'transfer-unknown'
    if (parcel.left === 0) return 'transfer-taken-in'
    if (came > parcel.sent) return 'stock-exhausted'
    parcel.left = 0
    if (came > 0) add(this.storeOf(place), parcel.lot, came)
    this.outside.LOST += parcel.sent - came
    return 'done'
  }

  spoil(place: string, lot: string, quantity: number, kind: 'DAMAGED' | 'LOST'): Said {
    const store = this.storeOf(place)
    if (!store.has(lot)) return 'lot-unknown'
    if ((store.get(lot) ?? 0) < quantity) return 'stock-exhausted'
    add(store, lot, -quantity)
    this.outside[kind] += quantity
    return 'done'
  }

  count(place: string, lot: string, counted: number, booked: number): Said {
    const store = this.storeOf(place)
    if (!store.has(lot)) return 'lot-unknown'
    if (store.get(lot) !== booked || counted === booked) return 'count-stale'
    store.set(lot, counted)
    this.outside.COUNT += booked - counted
    return 'done'
  }

  lease(
    place: string,
    holder: string,
    quantity: number,
    dueAt: number | undefined,
    moveId: string,
    now: number,
    today: string,
  ): Said {
    const held = this.leases.get(holder)
    if (held?.state === 'OPEN' && held.dueAt !== undefined && held.dueAt < now) return 'lease-overdue'
    if (held?.state === 'OPEN' && held.place !== place) return 'lease-elsewhere'
    const store = this.storeOf(place)
    const parts = this.picked(store, quantity, today)
    if (parts === undefined) return 'stock-exhausted'
    const lease = held?.state === 'OPEN' ? held : fresh(holder.startsWith('DESK#') ? 'desk' : moveId, place)
    if (dueAt !== undefined) lease.dueAt = dueAt
    this.leases.set(holder, lease)
    for (const [lot, part] of parts) {
      add(store, lot, -part)
      add(lease.lots, lot, part)
    }
    return 'done'
  }

  extend(place: string, holder: string, leaseId: string, dueAt: number): Said {
    const held = this.leases.get(holder)
    if (held === undefined || held.leaseId !== leaseId || held.place !== place) return 'lease-unknown'
    if (held.state !== 'OPEN') return 'lease-ended'
    held.dueAt = dueAt
    return 'done'
  }

  /** What a holder would choose for itself, from what it has. */
  choose(holder: string, quantity: number, today: string): readonly [string, number][] | undefined {
    const held = this.leases.get(holder)
    return held?.state === 'OPEN' ? this.picked(held.lots, quantity, today) : undefined
  }

  /** Chosen here, of the latest state. */
  draw(holder: string, quantity: number, today: string, to: Handing): Said {
    const parts = this.choose(holder, quantity, today)
    const held = this.leases.get(holder)
    if (parts === undefined || held === undefined) return 'exhausted'
    this.take(held, parts, to)
    return 'done'
  }

  /** Chosen by a tablet earlier. What breaks a rule is out of the lease, and waits to be decided. */
  drawLate(
    holder: string,
    leaseId: string,
    parts: Parts,
    { breaksRule, ...to }: Handing & { readonly breaksRule: boolean },
  ): 'ISSUED' | 'DISPUTED' {
    const held = this.leases.get(holder)
    const bears =
      held?.state === 'OPEN' &&
      held.leaseId === leaseId &&
      parts.every(([lot, part]) => (held.lots.get(lot) ?? 0) >= part)
    if (held === undefined || !bears || breaksRule) {
      this.disputed += 1
      this.disputes.set(to.returnEventId, { post: to.post, parts, isBorne: bears, state: 'OPEN' })
      if (held !== undefined && bears) this.outOf(held, parts, 'DISPUTED')
      return 'DISPUTED'
    }
    this.take(held, parts, to)
    return 'ISSUED'
  }

  private take(held: PlainLease, parts: Parts, { returnEventId, post }: Handing): void {
    this.given.set(returnEventId, { post, parts })
    this.outOf(held, parts, 'RETURNEE')
  }

  private outOf(held: PlainLease, parts: Parts, to: 'RETURNEE' | 'DISPUTED'): void {
    for (const [lot, part] of parts) {
      add(held.lots, lot, -part)
      held.drawn += part
      this.outside[to] += part
    }
    held.draws += 1
  }

  /** Accepted, it was given: by the lease that bore it, else by a count that was wrong. Rejected, what left a lease is lost. */
  decide(place: string, returnEventId: string, decision: 'ACCEPT' | 'REJECT'): Said {
    const dispute = this.disputes.get(returnEventId)
    if (dispute === undefined || dispute.post !== place) return 'dispute-unknown'
    if (dispute.state !== 'OPEN') return 'dispute-decided'
    dispute.state = 'DECIDED'
    const quantity = dispute.parts.reduce((sum, [, part]) => sum + part, 0)
    if (decision === 'REJECT' && !dispute.isBorne) return 'done'
    this.outside[dispute.isBorne ? 'DISPUTED' : 'COUNT'] -= quantity
    this.outside[decision === 'ACCEPT' ? 'RETURNEE' : 'LOST'] += quantity
    if (decision === 'ACCEPT') this.given.set(returnEventId, dispute)
    return 'done'
  }

  /** Given by mistake: it lies in the store of its post again, and is undone once. */
  reverse(place: string, returnEventId: string): Said {
    const given = this.given.get(returnEventId)
    if (given === undefined || given.post !== place) return 'nothing-to-reverse'
    this.given.delete(returnEventId)
    for (const [lot, part] of given.parts) {
      add(this.storeOf(place), lot, part)
      this.outside.RETURNEE -= part
    }
    return 'done'
  }

  giveBack(
    place: string,
    holder: string,
    leaseId: string,
    lot: string,
    quantity: number,
    draws: number | undefined,
  ): Said {
    const held = this.leases.get(holder)
    if (held === undefined || held.leaseId !== leaseId || held.place !== place) return 'lease-unknown'
    if (held.state !== 'OPEN') return 'lease-ended'
    if (draws !== undefined && draws !== held.draws) return 'draw-log-incomplete'
    if ((held.lots.get(lot) ?? 0) < quantity) return 'lease-exhausted'
    add(held.lots, lot, -quantity)
    add(this.storeOf(place), lot, quantity)
    if (leaseId !== 'desk' && total(held.lots) === 0) held.state = 'RETURNED'
    return 'done'
  }

  writeOff(place: string, holder: string, leaseId: string): Said {
    const held = this.leases.get(holder)
    if (held === undefined || held.leaseId !== leaseId || held.place !== place) return 'lease-unknown'
    if (held.state !== 'OPEN' || leaseId === 'desk') return 'lease-ended'
    this.outside.LOST += total(held.lots)
    held.lots.clear()
    held.state = 'WRITTEN_OFF'
    return 'done'
  }
}

const fresh = (leaseId: string, place: string): PlainLease => ({
  ...{ leaseId, place, state: 'OPEN', dueAt: undefined, drawn: 0, draws: 0 },
  lots: new Map(),
})
const add = (sums: Map<string, number>, lot: string, quantity: number): void => {
  sums.set(lot, (sums.get(lot) ?? 0) + quantity)
}
const total = (sums: Map<string, number>): number => [...sums.values()].reduce((sum, left) => sum + left, 0)
