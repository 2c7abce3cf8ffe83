/** What every command about a trip does around what it says: the scope, its retry, the state, the record of it, the receipt. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Audit } from '../platform/audit.ts'
import type { Caller } from '../platform/caller.ts'
import { contentHash } from '../platform/content-hash.ts'
import type { Receipt } from '../platform/fields.ts'
import type { Scope } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, type Refused, type Reply, refused } from '../platform/reply.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import type { TravellerStore } from './traveller-store.ts'
import type { Trip } from './trip-record.ts'
import { type TripAction, tripRefusal } from './trip-states.ts'
import type { SaidOfTrip, TripStore } from './trip-store.ts'
import type { TripChange } from './trip-writes.ts'

export interface TripParts {
  readonly trips: TripStore
  readonly travellers: TravellerStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** What a request brings to a command, whichever it is. */
export interface Asked {
  readonly body: { readonly deviceTime: string }
  readonly sent: unknown
  readonly caller: Caller
  readonly scope: Scope
  readonly receivedAt: Date
}

export const saidBy = (commandId: string, { body, sent, caller, receivedAt }: Asked): SaidOfTrip => ({
  commandId,
  contentHash: contentHash(sent),
  officerId: caller.officerId,
  deviceTime: body.deviceTime,
  receivedAt: receivedAt.toISOString(),
})

export interface Decided extends Omit<TripChange, 'action'> {
  readonly writes?: readonly TransactWriteItem[]
  /** Whose records this is about, beside the trip. */
  readonly subjects?: readonly string[]
}

/** How often others may change the trip between our look and our write: as many as crowd round one desk. */
const tries = 8
const longestPauseMilliseconds = 40

interface Which {
  readonly tripId: string
  readonly commandId: string
  readonly action: TripAction
}

/** `decide` judges the trip as it was read; where it was changed meanwhile, anew. */
export async function commanded(
  { trips, audit }: TripParts,
  { tripId, commandId, action }: Which,
  asked: Asked,
  decide: (trip: Trip) => Promise<Decided | Refused>,
): Promise<Refused | { readonly trip: Trip; readonly receivedAt: string }> {
  const said = saidBy(commandId, asked)
  const entry = (subjectId: string) => audit.entry({ caller: asked.caller, action, subjectId, commandId })
  for (let time = 1; time <= tries; time += 1) {
    const trip = await trips.find(tripId, asked.scope)
    if (!trip) return refused('trip-unknown')
    const earlier = await trips.findCommand(tripId, commandId)
    if (earlier)
      return earlier.contentHash === said.contentHash
        ? { trip, receivedAt: earlier.receivedAt }
        : refused('identifier-reused')
    const wrongState = tripRefusal(action, trip.state)
    if (wrongState) return refused(wrongState)
    const decided = await decide(trip)
    if ('refusal' in decided) return decided
    const { writes = [], subjects = [], ...change } = decided
    const audited = [tripId, ...subjects].map(entry)
    const outcome = await trips.commit({ ...change, action, trip, said, writes, audit: audited })
    if (outcome === 'stored') return { trip, receivedAt: said.receivedAt }
    await pause(longestPauseMilliseconds * time * Math.random())
  }
  return refused('try-again')
}

/** The receipt alone. */
export const received = (
  { receipt }: TripParts,
  commandId: string,
  outcome: Awaited<ReturnType<typeof commanded>>,
): Reply<Receipt> => ('refusal' in outcome ? outcome : created(receipt(commandId, outcome.receivedAt)))
