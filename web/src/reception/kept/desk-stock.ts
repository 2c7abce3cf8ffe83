/**
 * What may be given here: the desk's, or of an item that this tablet holds on lease its own. What was given from this tablet
 * and is not in the server's answer yet is taken off. Pure.
 */
import * as z from 'zod/mini'
import { type Beneficiary, mayBear } from '../../../../functions/budgets/fund-rules.ts'
import { chooseForOne, isExpired } from '../../../../functions/supplies/choose-lots.ts'
import { Holding, Payer } from '../../../../functions/supplies/desk-contract.ts'
import { fundOf, noLot } from '../../../../functions/supplies/lot-name.ts'
import { ItemCode } from '../../../../functions/support/items.ts'
import type { GivenLine } from '../../../../functions/support/support-line.ts'
import type { Left } from '../intake/support-proposal.ts'
import type { StandingEffect } from './local-effect.ts'
import { type DeskCopy, isOf, notIn } from './merged-view.ts'

export const DeskStock = z.object({
  left: z.partialRecord(ItemCode, z.int()),
  /** Of a browser that is no tablet there are none. */
  holdings: z.array(Holding),
  /** Of what it holds; a copy from before any of it was paid by a project has none. */
  payers: z._default(z.array(Payer), []),
})
export interface DeskStock {
  readonly left: Left
  readonly holdings: readonly Holding[]
  readonly payers: readonly z.infer<typeof Payer>[]
}

/** The lease with a draw taken off; one that went on under another lease takes nothing. */
function less(holding: Holding, { drawn }: GivenLine): Holding {
  if (drawn === undefined || drawn.leaseId !== holding.leaseId) return holding
  const takenOf = (lot: string) =>
    drawn.lots.reduce((sum, part) => sum + ((part.lot ?? noLot) === lot ? part.quantity : 0), 0)
  return {
    ...holding,
    drawCount: holding.drawCount + 1,
    lots: holding.lots.map(lot => ({ ...lot, left: Math.max(0, lot.left - takenOf(lot.lot)) })),
  }
}

const goodIn = ({ lots }: Holding, today: string): number =>
  lots.reduce((sum, { left, expiresOn }) => sum + (isExpired(expiresOn, today) ? 0 : left), 0)

/** Undefined while nothing is known of it. */
export function stockWith(
  copy: DeskCopy<DeskStock> | undefined,
  effects: readonly StandingEffect[],
  today: string,
): DeskStock | undefined {
  if (copy === undefined) return undefined
  const left = { ...copy.value.left }
  let holdings = copy.value.holdings
  for (const { given } of notIn(copy, effects).filter(isOf('intake')))
    for (const line of given) {
      if (line.drawn === undefined) left[line.item] = Math.max(0, (left[line.item] ?? 0) - line.quantity)
      else holdings = holdings.map(holding => (holding.item === line.item ? less(holding, line) : holding))
    }
  for (const holding of holdings) left[holding.item] = goodIn(holding, today)
  return { left, holdings, payers: copy.value.payers }
}

/** What there is for one person: of what this tablet holds the most that one payer bears for them. */
export function leftFor({ left, holdings, payers }: DeskStock, person: Beneficiary, today: string): Left {
  const own = holdings.map(holding => {
    const { item, lots } = holding
    const sums = new Map<string | undefined, number>()
    for (const { lot, left: some, expiresOn } of lots) {
      const fund = fundOf(lot)
      if (!isExpired(expiresOn, today) && mayBear(fund, payers, { item, person, today }))
        sums.set(fund, (sums.get(fund) ?? 0) + some)
    }
    return [item, Math.max(0, ...sums.values())] as const
  })
  return { ...left, ...Object.fromEntries(own) }
}

/** What is given, with the lots it is taken from where the tablet holds as much for this person: those that expire first. */
export const linesFrom = (
  given: readonly (readonly [ItemCode, number])[],
  { holdings, payers }: Pick<DeskStock, 'holdings' | 'payers'>,
  person: Beneficiary,
  today: string,
): GivenLine[] =>
  given.map(([item, quantity]) => {
    const holding = holdings.find(each => each.item === item)
    const lots =
      holding &&
      chooseForOne(
        holding.lots.map(({ lot, expiresOn, left }) => ({ lot, expiresOn, left })),
        quantity,
        today,
        fund => mayBear(fund, payers, { item, person, today }),
      )
    if (holding === undefined || lots === undefined) return { item, quantity }
    const taken = lots.map(({ lot, quantity: part }) => ({ ...(lot === noLot ? {} : { lot }), quantity: part }))
    return { item, quantity, drawn: { leaseId: holding.leaseId, lots: taken } }
  })
