/** What every endpoint that moves stock does around its move: the scope, the record of it, the receipt. */
import type { Audit } from '../platform/audit.ts'
import type { Caller } from '../platform/caller.ts'
import type { Receipt } from '../platform/fields.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { created, notFound, type Refused, type Reply, refused } from '../platform/reply.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import { anywhere } from '../registration/person-access.ts'
import type { ReturnedStore } from '../support/returned-store.ts'
import type { Ledger, Moved } from './stock-moves.ts'
import type { StorePlace } from './store-place.ts'

export interface MoveParts {
  readonly ledger: Ledger
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** Of moves about somebody who came back: to whom they ruled out there is nothing to move. */
export interface AboutReturn extends MoveParts {
  readonly returned: Pick<ReturnedStore, 'hidden'>
}

interface Asked {
  readonly params: { readonly place: StorePlace; readonly moveId: string }
  readonly scope: Scope
  readonly caller: Caller
}

interface What {
  readonly action: string
  readonly item: string
  /** Of which record an auditor finds it: of the store, where it is about nobody. */
  readonly subjectId?: string
  /** What is said where there is no such thing: out of scope the same is said. */
  readonly absent?: RefusalWord
}

/** `run` is given the write that puts the move on record. */
export async function moved<Refusal extends RefusalWord>(
  { audit, receipt }: MoveParts,
  { params: { place, moveId }, scope, caller }: Asked,
  { action, item, absent, subjectId = `STORE#${place}#${item}` }: What,
  run: (audit: TransactWriteItem) => Promise<Moved<Refusal>>,
): Promise<Refused | { readonly receipt: Receipt; readonly leaseId: string | undefined }> {
  if (!covers(scope, place)) return absent === undefined ? notFound() : refused(absent)
  const outcome = await run(audit.entry({ caller, action, subjectId, commandId: moveId }))
  if ('refusal' in outcome) return refused(outcome.refusal)
  const { receivedAt, leaseId } = outcome.move
  return { receipt: receipt(moveId, receivedAt), leaseId }
}

interface WhatOfReturn extends Omit<What, 'subjectId' | 'absent'> {
  readonly absent: RefusalWord
  readonly returnEventId: string
}

/** Of somebody who came back: to whom they ruled out it is absent, and an auditor finds it under the return. */
export async function movedOf<Refusal extends RefusalWord>(
  parts: AboutReturn,
  asked: Asked,
  { returnEventId, ...what }: WhatOfReturn,
  run: (audit: TransactWriteItem) => Promise<Moved<Refusal>>,
): ReturnType<typeof moved> {
  const hidden = await parts.returned.hidden([returnEventId], anywhere(asked.caller))
  if (hidden.has(returnEventId)) return refused(what.absent)
  return moved(parts, asked, { ...what, subjectId: returnEventId }, run)
}

/** The receipt alone. */
export const received = (outcome: Awaited<ReturnType<typeof moved>>): Reply<Receipt> =>
  'refusal' in outcome ? outcome : created(outcome.receipt)
