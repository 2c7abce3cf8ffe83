/** Whether what the demo was told is true: nothing given twice, nothing overdrawn, nobody lost. Read back over HTTP. */
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { deskStockRoutes } from '../../functions/supplies/desk-contract.ts'
import { supportRoutes } from '../../functions/support/contract.ts'
import type { Desk } from './desk.ts'
import type { Arrival } from './people.ts'
import type { Morning, Registered } from './reception.ts'

export interface Findings {
  readonly entitlements: number
  readonly doubleGrants: number
  readonly overdrawn: number
  readonly lost: number
}

export async function checkMorning(supervisor: Desk, { receipts, rows }: Morning, arrival: Arrival): Promise<Findings> {
  let entitlements = 0
  let doubleGrants = 0
  let lost = 0
  const { counted, balance } = await supervisor.must(arrivalsRoutes.readBatch, { params: { batchId: arrival.batchId } })
  const found = new Set(counted.map(({ id }) => id))
  for (const receipt of receipts) {
    const given = await itemsGiven(supervisor, receipt)
    entitlements += given.length
    doubleGrants += given.length - new Set(given).size
    const matches =
      [...given].sort().join() ===
      receipt.granted
        .map(({ item }) => item)
        .sort()
        .join()
    const person = await supervisor.call(registrationRoutes.readPerson, { params: { personId: receipt.personId } })
    const hasReturn = person.ok && person.value.returns.some(({ returnEventId }) => returnEventId === receipt.id)
    if (!matches || !hasReturn || !found.has(receipt.id)) lost += 1
  }
  lost += Math.abs(rows.length - counted.length) + Math.abs(balance.difference)
  return { entitlements, doubleGrants, overdrawn: await overdrawnItems(supervisor, receipts), lost }
}

async function itemsGiven(supervisor: Desk, { id, granted }: Registered): Promise<string[]> {
  const answer = await supervisor.call(supportRoutes.readSupport, { params: { returnEventId: id } })
  if (answer.ok) return answer.value.entitlements.map(({ item }) => item)
  // Nothing was given: there is nothing to find.
  if (answer.word === 'not-found' && granted.length === 0) return []
  throw new Error(`what was given for a return could not be read: ${answer.word}`)
}

/** Items of which more went out than came in, or whose balance is not what the receipts add up to. */
async function overdrawnItems(supervisor: Desk, receipts: readonly Registered[]): Promise<number> {
  const { levels } = await supervisor.must(deskStockRoutes.readStock, { params: { post: 'MB' } })
  return levels.filter(({ item, left, drawn, received }) => {
    const granted = receipts
      .flatMap(receipt => receipt.granted)
      .filter(line => line.item === item)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return left < 0 || received - drawn !== left || drawn !== granted
  }).length
}
