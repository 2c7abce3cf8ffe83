/** How a history's ledger stands in the end, by its own items alone, held against the paper and against its proof. */

import { queryAll } from '../../functions/platform/reads.ts'
import { ledgerKeys, ledgerPrefixes } from '../../functions/platform/tables.ts'
import type { LeaseAccount } from '../../functions/supplies/accounts.ts'
import type { LotLeft } from '../../functions/supplies/choose-lots.ts'
import { ledgerProof } from '../../functions/supplies/ledger-proof.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import type { PlainLedger } from './plain-ledger.ts'
import type { World } from './run-history.ts'

interface Whose {
  readonly places: readonly string[]
  readonly holders: readonly LeaseAccount[]
  readonly given: readonly string[]
}

const item = 'BLANKET'
const plain = (lots: Iterable<readonly [string, number]>): string =>
  JSON.stringify([...lots].filter(([, left]) => left !== 0).sort(([one], [other]) => (one < other ? -1 : 1)))
const asPairs = (lots: readonly LotLeft[]) => lots.map(({ lot, left }): [string, number] => [lot, left])

/** Every difference, in words; none where all is well. */
export async function partsOf({ client, tables }: World, paper: PlainLedger, whose: Whose): Promise<string[]> {
  const store = suppliesStore(client, tables.ledger)
  const parted: string[] = []
  const same = (what: string, real: unknown, onPaper: unknown) => {
    if (JSON.stringify(real) !== JSON.stringify(onPaper))
      parted.push(`${what}: ${JSON.stringify(real)} and ${JSON.stringify(onPaper)}`)
  }
  for (const place of whose.places)
    same(place, plain(asPairs(await store.lots(place))), plain(paper.stores.get(place) ?? []))
  for (const holder of whose.holders) {
    const real = await store.findLease(holder, item)
    const onPaper = paper.leases.get(holder)
    same(holder, real && plain(asPairs(real.lots)), onPaper && plain(onPaper.lots))
    same(
      `${holder}, figures`,
      real && [real.leaseId, real.state, real.drawn, real.drawCount],
      onPaper && [onPaper.leaseId, onPaper.state, onPaper.drawn, onPaper.draws],
    )
  }
  const proof = ledgerProof()
  const partitions = [
    ...whose.places.flatMap(place => [
      { pk: ledgerKeys.stockMove(place, '').pk, prefix: 'MOVE#' },
      { pk: ledgerKeys.lot(place, item, '').pk, prefix: 'ITEM#' },
      { pk: ledgerKeys.transfer(place, '').pk, prefix: 'TRANSFER#' },
    ]),
    ...whose.holders.map(holder => ({ pk: `${ledgerPrefixes.lease}${holder}`, prefix: 'ITEM#' })),
    ...whose.given.map(returnEventId => ({ pk: ledgerKeys.entitlement(returnEventId, item).pk, prefix: 'ITEM#' })),
  ]
  const found = await Promise.all(partitions.map(partition => queryAll(client, tables.ledger, partition)))
  for (const stored of found.flat()) proof.take(stored)
  const { flaws, outside, disputed } = proof.result()
  parted.push(...flaws.map(flaw => JSON.stringify(flaw)))
  same('disputed', disputed, paper.disputed)
  for (const [account, sum] of Object.entries(paper.outside)) same(account, outside[account] ?? 0, sum)
  return parted
}
