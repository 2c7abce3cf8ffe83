/** Which change of an append-only record is an alarm (design.md 3): a put can replace, so only the stream sees it. Pure. */
import type { StreamRecord } from '../platform/stream-event.ts'
import { ledgerPrefixes } from '../platform/tables.ts'

/** Of all that stands in the ledger, only these may be changed. Whatever else its key begins with is an entry. */
const mayChange: readonly string[] = [ledgerPrefixes.balance, ledgerPrefixes.lease]

/** True where an audit entry or a ledger entry was replaced or removed. */
export const isChangedRecord = ({ eventName, dynamodb }: StreamRecord): boolean =>
  eventName !== 'INSERT' && !mayChange.some(prefix => dynamodb.Keys.pk.S.startsWith(prefix))
