/**
 * A receipt: everything that one command handed to one person, with its one proof (domain.md 4.5). It says no name, and of
 * who paid only what could tell nobody anything about the person. Pure.
 */
import { maseruDate } from '../platform/clock.ts'
import { fundOf, isMaskedFund, lineOfFund } from '../supplies/lot-name.ts'
import { catalogueOn, worthOf } from './items.ts'
import type { Entitlement } from './ledger-entries.ts'

type Given = Omit<Entitlement, 'state'> & { readonly state: 'ISSUED' | 'DISPUTED' | 'REJECTED' | 'REVERSED' }

export interface ReceiptLine {
  readonly item: Entitlement['item']
  readonly quantity: number
  readonly state: Given['state']
  /** In lisente, by the catalogue of that day. */
  readonly worth: number | undefined
  /** Whose money it was; undefined where nobody's project paid, and where its name would say too much. */
  readonly projectCode: string | undefined
  readonly requestId: string | undefined
}

export interface Receipted {
  readonly receiptId: string
  readonly receiptNumber: string
  readonly displayNumber: string
  readonly issuedAt: string
  readonly post: string
  readonly officerId: string
  readonly proof: Entitlement['proof']
  readonly lines: readonly ReceiptLine[]
  /** Of what was given and not undone. */
  readonly worth: number
}

/** The number of the slip, and the end of the command's id: its beginning is the time, and the same for a whole morning. */
export const receiptNumber = (displayNumber: string, receiptId: string): string =>
  `${displayNumber}/${receiptId.slice(-4).toUpperCase()}`

function payerOf({ lots }: Given, telling: ReadonlySet<string>): string | undefined {
  const fund = lots.map(({ lot }) => fundOf(lot)).find(each => each !== undefined)
  if (fund === undefined || isMaskedFund(fund)) return undefined
  const { projectCode } = lineOfFund(fund)
  return telling.has(projectCode) ? undefined : projectCode
}

function lineOf(given: Given, telling: ReadonlySet<string>): ReceiptLine {
  const { item, quantity, state, requestId, issuedAt } = given
  const catalogue = catalogueOn(maseruDate(new Date(issuedAt)))
  return {
    ...{ item, quantity, state, requestId, projectCode: payerOf(given, telling) },
    worth: catalogue && worthOf(catalogue, item, quantity),
  }
}

/**
 * In the order in which they were handed over. What was given before receipts had numbers stands on none. `telling`: projects
 * whose code would say something of the person.
 */
export function receiptsIn(entitlements: readonly Given[], telling: ReadonlySet<string>): readonly Receipted[] {
  const byReceipt = new Map<string, Given[]>()
  for (const given of entitlements)
    if (given.receiptId !== undefined)
      byReceipt.set(given.receiptId, [...(byReceipt.get(given.receiptId) ?? []), given])
  return [...byReceipt]
    .flatMap(([receiptId, given]): Receipted[] => {
      const [first] = given
      if (first?.displayNumber === undefined) return []
      const { displayNumber, issuedAt, post, officerId, proof } = first
      const lines = given.map(each => lineOf(each, telling))
      return [
        {
          ...{ receiptId, receiptNumber: receiptNumber(displayNumber, receiptId), displayNumber },
          ...{ issuedAt, post, officerId, proof, lines },
          worth: lines.reduce(
            (sum, line) => sum + (line.state === 'REVERSED' || line.state === 'REJECTED' ? 0 : (line.worth ?? 0)),
            0,
          ),
        },
      ]
    })
    .toSorted((one, other) => one.issuedAt.localeCompare(other.issuedAt))
}
