/** Draws and commits them with whatever else belongs to it, as often as others take the last of a lot meanwhile. */
import type { StoredAttributes } from '../platform/stored.ts'
import type { TransactionOutcome } from '../platform/transaction.ts'
import type { DisputeCause } from '../supplies/dispute-causes.ts'
import { readLease } from '../supplies/lease-record.ts'
import type { Books } from './books-store.ts'
import { drawsFor, type NotGiven, type Sourcing } from './draw-sources.ts'
import { ItemCode } from './items.ts'
import type { Draw, DrawGuard } from './ledger-entries.ts'

export type Failed<Guard extends string> = readonly {
  readonly guard: Guard
  readonly old: StoredAttributes | undefined
}[]

export type Settled<Guard extends string> =
  | { readonly draws: readonly Draw[] }
  | { readonly failed: Failed<Guard> }
  | NotGiven

/** How often somebody else may take the last of a lot, or another item turn out disputed, before the officer tries again. */
const tries = 5

export const itemsOf = (failed: Failed<string>, kind: 'given:' | 'mark:' | 'lease:'): readonly ItemCode[] => [
  ...new Set(failed.flatMap(({ guard }) => (guard.startsWith(kind) ? [ItemCode.parse(guard.slice(kind.length))] : []))),
]

const isOfDraw = ({ guard }: { readonly guard: string }): boolean => /^(given|mark|lease):/.test(guard)

/** Why a tablet's handing-over is not borne. A desk's own lease is looked at again first: another lot may have some. */
function disputesIn(failed: Failed<string>, draws: readonly Draw[]): readonly (readonly [ItemCode, DisputeCause])[] {
  const had = [
    ...itemsOf(failed, 'mark:').map(item => [item, 'HOUSEHOLD_HAD_IT'] as const),
    ...itemsOf(failed, 'given:').map(item => [item, 'ALREADY_GIVEN'] as const),
  ]
  const ofTablet = draws.filter(({ drawn }) => drawn !== undefined)
  const unborne = ofTablet.flatMap(({ grant: { item }, leaseId, from }) => {
    const lease = failed.find(({ guard }) => guard === `lease:${item}`)
    if (lease === undefined) return []
    const seen = lease.old && readLease(from, lease.old)
    const hasEnded = seen !== undefined && (seen.state !== 'OPEN' || seen.leaseId !== leaseId)
    return [[item, hasEnded ? ('LEASE_ENDED' as const) : ('TOO_LITTLE' as const)] as const]
  })
  return [...had, ...unborne]
}

/** Of the marks of households that stood in the way, those whose giving was undone since, with the return it was for. */
async function undoneIn(books: Books, failed: Failed<string>): Promise<ReadonlyMap<ItemCode, string>> {
  const found = new Map<ItemCode, string>()
  for (const item of itemsOf(failed, 'mark:')) {
    const mark = failed.find(({ guard }) => guard === `mark:${item}`)?.old
    const returnEventId = mark && (await books.undoneReturn(mark, item))
    if (returnEventId !== undefined) found.set(item, returnEventId)
  }
  return found
}

/**
 * `commit` is given the draws of one try. What fails for another reason than the draws is answered at once; a tablet's
 * handing-over that turns out not to be borne is disputed in the next try.
 */
export async function settleDraws<Guard extends string>(
  books: Books,
  sourcing: Sourcing,
  commit: (draws: readonly Draw[]) => Promise<TransactionOutcome<Guard | DrawGuard>>,
): Promise<Settled<Guard | DrawGuard>> {
  const disputes = new Map(sourcing.disputes)
  const undone = new Map<ItemCode, string>()
  for (let attempt = 1; ; attempt += 1) {
    const draws = await drawsFor(books, { ...sourcing, disputes, undone })
    if ('refusal' in draws) return draws
    const outcome = await commit(draws)
    if (outcome.committed) return { draws }
    const { failed } = outcome
    if (!failed.every(isOfDraw) || attempt === tries) return { failed }
    const freed = await undoneIn(books, failed)
    for (const [item, returnEventId] of freed) undone.set(item, returnEventId)
    const inTheWay = new Set([...freed.keys()].map(item => `mark:${item}`))
    const standing = failed.filter(({ guard }) => !inTheWay.has(guard))
    if (sourcing.tablet !== undefined)
      for (const [item, cause] of disputesIn(standing, draws)) disputes.set(item, cause)
    else if (itemsOf(standing, 'given:').length + itemsOf(standing, 'mark:').length > 0) return { failed }
  }
}

/** What the draws that failed mean; undefined where it was none of them. */
export function refusalOfDraws(
  failed: Failed<string>,
): { refusal: 'already-supported' | 'lease-exhausted'; items: readonly ItemCode[] } | undefined {
  const given = [...itemsOf(failed, 'given:'), ...itemsOf(failed, 'mark:')]
  if (given.length > 0) return { refusal: 'already-supported', items: given }
  const lacking = itemsOf(failed, 'lease:')
  return lacking.length > 0 ? { refusal: 'lease-exhausted', items: lacking } : undefined
}
