/**
 * Where what an intake gives is taken from. A tablet that holds a lease says so itself; anything else is the desk's. What a
 * tablet handed over is a fact: where the books cannot bear it, it is disputed and never refused (design.md 5).
 */
import type { Beneficiary } from '../budgets/fund-rules.ts'
import { deskOf, deviceOf } from '../supplies/accounts.ts'
import type { DisputeCause } from '../supplies/dispute-causes.ts'
import { deskLease } from '../supplies/lease-record.ts'
import type { LeaseStore } from '../supplies/lease-store.ts'
import { noLot } from '../supplies/lot-name.ts'
import type { ItemCode } from './items.ts'
import type { Draw, Giving } from './ledger-entries.ts'

export interface Sourcing {
  readonly givings: readonly Giving[]
  /** Who is given it, as far as a project's conditions ask. */
  readonly beneficiary: Beneficiary
  /** The tablet that made the record; undefined where an officer asked by themselves, and was answered at once. */
  readonly tablet: string | undefined
  /** In Lesotho: by whose projects and expiry dates it is judged. */
  readonly day: string
  /** What is against the rules, and what was found not to be borne in tries before this one. */
  readonly disputes: ReadonlyMap<ItemCode, DisputeCause>
  /** Of a household's items: the return whose giving was undone, as tries before this one found. */
  readonly undone?: ReadonlyMap<ItemCode, string>
}

type Drawn = Omit<Draw, 'dispute'>

function fromTablet(giving: Giving, tablet: string): Drawn | undefined {
  const { drawn } = giving
  if (drawn === undefined) return undefined
  const lots = drawn.lots.map(({ lot, quantity }) => ({ lot: lot ?? noLot, quantity }))
  return { ...giving, from: deviceOf(tablet), leaseId: drawn.leaseId, lots }
}

/** What the return, or its household, had before: a further giving, or the household's first after one that was undone. */
function told(giving: Drawn, { disputes, undone }: Sourcing): Drawn {
  const { item } = giving.grant
  const after = undone?.get(item)
  return {
    ...giving,
    ...(disputes.get(item) === 'ALREADY_GIVEN' ? { requestId: giving.receiptId } : {}),
    ...(after === undefined ? {} : { afterUndone: after }),
  }
}

const causes = { TOO_LITTLE: 'TOO_LITTLE', 'not-eligible': 'NOT_ELIGIBLE' } as const satisfies Record<
  string,
  DisputeCause
>

/** The desk cannot give these, and nobody has handed them over yet. */
export interface NotGiven {
  readonly refusal: 'lease-exhausted' | 'not-eligible'
  readonly items: readonly ItemCode[]
}

/** A draw for each; or why the desk does not give some of it: too little, or nothing that pays for this person. */
export async function drawsFor(leases: LeaseStore, sourcing: Sourcing): Promise<readonly Draw[] | NotGiven> {
  const { givings, beneficiary, tablet, day, disputes } = sourcing
  const [first] = givings
  if (first === undefined) return []
  const from = deskOf(first.post)
  const asked = { today: day, person: beneficiary }
  const own = new Map(
    givings.flatMap((giving): [Giving, Drawn][] => {
      const drawn = tablet === undefined ? undefined : fromTablet(giving, tablet)
      return drawn === undefined ? [] : [[giving, drawn]]
    }),
  )
  const taken = [...own.values()].map(({ grant: { item }, lots }) => ({ item, lots }))
  const ofDesk = givings.filter(giving => !own.has(giving))
  const [unpaid, sources] = await Promise.all([
    leases.barredOf(taken, asked),
    leases.sourcesOf(from, { ...asked, wanted: ofDesk.map(({ grant }) => grant) }),
  ])
  const lacking: ItemCode[] = []
  const barred: ItemCode[] = []
  const draws = givings.flatMap((giving): Draw[] => {
    const { item } = giving.grant
    const dispute = disputes.get(item)
    const drawn = own.get(giving)
    if (drawn !== undefined)
      return [{ ...told(drawn, sourcing), dispute: dispute ?? (unpaid.has(item) ? 'NOT_ELIGIBLE' : undefined) }]
    const source = sources.get(item)
    if (source !== undefined && source !== 'not-eligible')
      return [{ ...told({ ...giving, from, ...source }, sourcing), dispute }]
    const cause = source ?? 'TOO_LITTLE'
    if (tablet !== undefined) {
      const nowhere = told({ ...giving, from, leaseId: deskLease, lots: [] }, sourcing)
      return [{ ...nowhere, dispute: dispute ?? causes[cause] }]
    }
    ;(cause === 'not-eligible' ? barred : lacking).push(item)
    return []
  })
  if (barred.length > 0) return { refusal: 'not-eligible', items: barred }
  return lacking.length > 0 ? { refusal: 'lease-exhausted', items: lacking } : draws
}
