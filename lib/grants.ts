/**
 * Who may touch what, as data: every action that every function's role has (design.md 3).
 * Never `grantReadWriteData`, which includes Scan and Delete. Nothing is here by default: what is not listed is refused,
 * on AWS and on one machine alike.
 */
import { type CapabilityName, commandOwners } from '../functions/contracts.ts'
import type { LakePart } from '../functions/platform/lake.ts'
import {
  batchPrefix,
  devicePrefixes,
  disputePrefix,
  entryPrefixes,
  givenPrefix,
  type indexes,
  ledgerPrefixes,
  numberPrefix,
  personPrefix,
  postBatchesPrefix,
  postDevicesPrefix,
  postTripsPrefix,
  projectsPartition,
  receiptPrefix,
  releasedQueue,
  returneePrefixes,
  reversalPrefix,
  samplePrefix,
  sealedPrefix,
  taskPrefix,
  tripPrefixes,
  type Zone,
} from '../functions/platform/tables.ts'
import type { FunctionName } from './functions.ts'

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'ConditionCheckItem' | 'PutItem' | 'UpdateItem'
export type IndexName = (typeof indexes)[Zone][number]['name']

export interface TableGrant {
  readonly kind: 'table'
  readonly zone: Zone
  readonly actions: readonly TableAction[]
  /** Only through this index, not on the table itself. */
  readonly index?: IndexName
  /** Only items whose partition key begins so. */
  readonly prefixes?: readonly string[]
  /** A put may not ask for the item it replaced. */
  readonly blind?: true
}

export type FunctionGrant =
  | TableGrant
  | { readonly kind: 'stream'; readonly zone: Zone }
  | { readonly kind: 'unseal' }
  | { readonly kind: 'passes' }
  | { readonly kind: 'delivery' }
  | { readonly kind: 'invoke'; readonly functions: readonly CapabilityName[] }
  | { readonly kind: 'lake'; readonly access: 'read' }
  | { readonly kind: 'lake'; readonly access: 'write'; readonly part: LakePart }
  | { readonly kind: 'attachments'; readonly access: 'keep' | 'withdraw' }
  | { readonly kind: 'parts' }
  | { readonly kind: 'archive' }
  | { readonly kind: 'announce' }

const on = (
  zone: Zone,
  actions: readonly TableAction[],
  narrowed: Pick<TableGrant, 'index' | 'prefixes' | 'blind'> = {},
): TableGrant => ({ kind: 'table', zone, actions, ...narrowed })

const follow = (zone: Zone): FunctionGrant => ({ kind: 'stream', zone })

/** The audit is written by all and read by one. */
const recordAudit = on('audit', ['PutItem'], { blind: true })

/** Entries are only ever put: what was given stays given. Balances and leases are also changed, under a condition. */
const putEntries = on('ledger', ['PutItem'], { prefixes: [ledgerPrefixes.entry] })
const drawBalances = on('ledger', ['UpdateItem'], { prefixes: [ledgerPrefixes.lease, ledgerPrefixes.balance] })

const keptByParcels = [devicePrefixes.outcome, devicePrefixes.quarantine, devicePrefixes.refused]

export const grants: Readonly<Record<FunctionName, readonly FunctionGrant[]>> = {
  arrivals: [
    on('registry', ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']),
    on('registry', ['Query'], { index: 'lookup' }),
    recordAudit,
  ],
  intake: [
    on('registry', ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'PutItem', 'UpdateItem']),
    on('registry', ['Query'], { prefixes: [personPrefix] }),
    { kind: 'attachments', access: 'withdraw' },
    // From which lots of a lease something is given.
    on('ledger', ['BatchGetItem'], { prefixes: [ledgerPrefixes.lease, projectsPartition] }),
    // Whether what was given before still stands.
    on('ledger', ['GetItem'], { prefixes: [entryPrefixes.entitlement, reversalPrefix, disputePrefix] }),
    putEntries,
    drawBalances,
    recordAudit,
  ],
  registration: [
    on('registry', ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'PutItem', 'UpdateItem']),
    on('registry', ['Query'], { index: 'lookup' }),
    on('registry', ['Query'], { prefixes: [personPrefix] }),
    { kind: 'attachments', access: 'withdraw' },
    recordAudit,
  ],
  attachments: [
    on('registry', ['GetItem', 'Query', 'ConditionCheckItem', 'PutItem'], { prefixes: [personPrefix] }),
    { kind: 'attachments', access: 'keep' },
    recordAudit,
  ],
  trips: [
    // Trips and seats, and of a returnee's way on what keeps two apart or holds a seat.
    on('registry', ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], { prefixes: [tripPrefixes.trip] }),
    on('registry', ['BatchGetItem', 'ConditionCheckItem', 'UpdateItem'], { prefixes: [tripPrefixes.onward] }),
    on('registry', ['GetItem', 'PutItem'], { prefixes: [tripPrefixes.apart] }),
    on('registry', ['Query'], { index: 'lookup', prefixes: [postTripsPrefix, postBatchesPrefix] }),
    // Who goes on, from their arrival, their slip and their record: read, never written.
    on('registry', ['BatchGetItem', 'Query'], { prefixes: [batchPrefix] }),
    on('registry', ['GetItem', 'BatchGetItem'], { prefixes: [numberPrefix, personPrefix] }),
    // What asks whether somebody is home, once their trip has set them down.
    on('registry', ['BatchGetItem', 'UpdateItem'], { prefixes: [taskPrefix] }),
    recordAudit,
  ],
  screening: [on('protection', ['PutItem'], { prefixes: [sealedPrefix], blind: true }), recordAudit],
  supplies: [
    on('ledger', ['GetItem', 'BatchGetItem', 'Query']),
    putEntries,
    drawBalances,
    // Which tablets a post has, and what stands on the receipts of a day.
    on('registry', ['GetItem', 'BatchGetItem'], { prefixes: [devicePrefixes.device, receiptPrefix] }),
    // Whom the person ruled out finds nothing of theirs.
    on('registry', ['BatchGetItem'], { prefixes: [personPrefix] }),
    // Which intakes a day had, whatever the ledger says of it.
    on('registry', ['Query'], { prefixes: [batchPrefix] }),
    on('registry', ['Query'], { index: 'lookup', prefixes: [postDevicesPrefix, postBatchesPrefix] }),
    recordAudit,
  ],
  budgets: [
    on('ledger', ['GetItem', 'Query', 'ConditionCheckItem']),
    putEntries,
    on('ledger', ['UpdateItem'], { prefixes: [ledgerPrefixes.balance] }),
    recordAudit,
  ],
  support: [
    on('ledger', ['GetItem', 'Query']),
    on('ledger', ['BatchGetItem'], {
      prefixes: [ledgerPrefixes.lease, projectsPartition, entryPrefixes.entitlement],
    }),
    putEntries,
    drawBalances,
    // Whose return it is, and what the rules ask of them; of the person only what a year limits is changed.
    on('registry', ['GetItem', 'BatchGetItem'], { prefixes: [...returneePrefixes, batchPrefix] }),
    // The call that asks weeks later whether a gift came.
    on('registry', ['BatchGetItem', 'PutItem'], { prefixes: [taskPrefix] }),
    // Who of these days' arrivals still waits for something.
    on('registry', ['Query'], { prefixes: [batchPrefix] }),
    on('registry', ['Query'], { index: 'lookup', prefixes: [postBatchesPrefix] }),
    on('registry', ['UpdateItem'], { prefixes: [personPrefix] }),
    recordAudit,
  ],
  'follow-up': [
    on('registry', ['GetItem', 'PutItem', 'UpdateItem']),
    on('registry', ['Query'], { index: 'work' }),
    recordAudit,
  ],
  reintegration: [
    on('registry', ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']),
    on('registry', ['Query'], { index: 'work' }),
    recordAudit,
  ],
  // Its audit entries lie in its own zone: an entry elsewhere would say that a record exists.
  protection: [
    on('protection', ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem']),
    on('protection', ['Query'], { index: 'work' }),
    follow('protection'),
    // Whom a record is about, so that an officer can meet them; nothing of the registry by any other key.
    on('registry', ['GetItem'], { prefixes: returneePrefixes }),
    { kind: 'unseal' },
  ],
  reports: [{ kind: 'lake', access: 'read' }, recordAudit],
  devices: [
    on('registry', ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem', 'PutItem', 'UpdateItem'], {
      prefixes: [devicePrefixes.device],
    }),
    on('registry', ['PutItem'], { prefixes: [devicePrefixes.code] }),
    on('registry', ['GetItem', 'Query', 'UpdateItem'], { prefixes: [devicePrefixes.quarantine] }),
    on('registry', ['Query'], { index: 'lookup', prefixes: [postDevicesPrefix] }),
    { kind: 'passes' },
    recordAudit,
  ],
  // Of data what a sealed parcel needs, and nothing of anybody's record: devices and passes to judge by, what became of
  // each record, and those that are kept sealed.
  commands: [
    { kind: 'invoke', functions: commandOwners },
    on('registry', ['GetItem'], { prefixes: [devicePrefixes.device] }),
    on('registry', ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], { prefixes: keptByParcels }),
    on('registry', ['Query'], { prefixes: [devicePrefixes.refused] }),
    on('registry', ['Query'], { index: 'work', prefixes: [releasedQueue] }),
    { kind: 'delivery' },
    { kind: 'parts' },
    recordAudit,
  ],
  audit: [on('audit', ['Query']), recordAudit],
  reference: [],
  dispatch: [follow('registry'), { kind: 'announce' }],
  facts: [follow('registry'), { kind: 'lake', access: 'write', part: 'facts' }],
  // No deletion: what it replaced, and what it has compacted, the bucket's own rules let go.
  compaction: [
    { kind: 'lake', access: 'read' },
    { kind: 'lake', access: 'write', part: 'compacted' },
  ],
  escalation: [on('registry', ['UpdateItem']), on('registry', ['Query'], { index: 'work' }), recordAudit],
  'day-book': [
    follow('ledger'),
    on('ledger', ['GetItem'], { prefixes: [ledgerPrefixes.entry] }),
    putEntries,
    on('ledger', ['UpdateItem'], { prefixes: [samplePrefix, givenPrefix] }),
  ],
  'audit-archive': [follow('audit'), follow('ledger'), { kind: 'archive' }],
}
