/** The intake's one transaction: person, return event, receipt, support, tasks and audit, or nothing (design.md 4). */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { hasRow, storedBatch, storedManifestHead } from '../arrivals/batch-record.ts'
import { type NewTask, raiseTask } from '../follow-up/task-record.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored } from '../platform/reads.ts'
import { readStored, type StoredShape } from '../platform/stored.ts'
import { countedSlot, type Key, registryKeys } from '../platform/tables.ts'
import { change, type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import type { PersonScope } from '../registration/person-access.ts'
import { type Person, personLookup, storedPerson, wordsLookup } from '../registration/person-record.ts'
import { type PersonVersion, versionKept } from '../registration/person-version.ts'
import type { WordPair } from '../registration/remembered-words.ts'
import { booksStore } from '../support/books-store.ts'
import type { Sourcing } from '../support/draw-sources.ts'
import type { ItemCode } from '../support/items.ts'
import { type Draw, type DrawGuard, drawWrites } from '../support/ledger-entries.ts'
import { type Failed, refusalOfDraws, settleDraws } from '../support/settle-draws.ts'
import { type ReturnEvent, type StoredNumber, type StoredReceipt, storedReceipt } from './return-event.ts'

export interface IntakeTables {
  readonly registry: string
  readonly ledger: string
}

/** Everything one intake commits. */
export interface IntakeCommit {
  readonly returnEvent: Omit<ReturnEvent, 'revision'>
  readonly receipt: StoredReceipt
  /** Taken instead of a slip. */
  readonly words: WordPair | undefined
  /** A new person, or the known one as it was read, with what this intake changes. */
  readonly person: { readonly now: Omit<Person, 'revision'>; readonly seenRevision: number | undefined }
  /** What this replaces in the record of a known person: a new one costs no item for it. */
  readonly version: PersonVersion | undefined
  /** What is given, and where it may be taken from. */
  readonly sourcing: Sourcing
  readonly tasks: readonly NewTask[]
  /** Of the return event and of the person: who asks about either finds it. */
  readonly audit: readonly TransactWriteItem[]
}

export type IntakeOutcome =
  | { readonly stored: StoredReceipt }
  | { readonly refusal: 'identifier-reused' | 'row-already-taken' | 'number-taken' }
  /** A known person's record changed since it was read: read it again. */
  | { readonly refusal: 'revision-stale' }
  | { readonly refusal: 'already-supported' | 'lease-exhausted' | 'not-eligible'; readonly items: readonly ItemCode[] }

type Guard = 'receipt' | 'slot' | 'number' | 'person' | 'version' | 'task' | 'audit' | DrawGuard

export const intakeStore = (database: DynamoDBClient, tables: IntakeTables) => {
  const books = booksStore(database, tables.ledger)
  const find = <T>(key: Key, shape: StoredShape<T>) => findStored(database, tables.registry, key, shape)

  const commit = async (intake: IntakeCommit): Promise<IntakeOutcome> => {
    const settled = await settleDraws<Guard>(books, intake.sourcing, draws =>
      transact(database, intakeWrites(tables, intake, draws)),
    )
    if ('draws' in settled) return { stored: receiptOf(intake, settled.draws) }
    return 'failed' in settled ? refusalIn(settled.failed, intake) : settled
  }

  return {
    commit,
    standing: books.standing,
    /** The batch, if its post lies in the scope: absent and out of scope look the same. */
    async findBatch(batchId: string, scope: Scope) {
      const batch = await find(registryKeys.batch(batchId), storedBatch)
      return batch && covers(scope, batch.post) ? batch : undefined
    },
    /** Whether the batch's list has this row. */
    async hasRow(batchId: string, row: number): Promise<boolean> {
      const manifest = await find(registryKeys.manifest(batchId), storedManifestHead)
      return manifest !== undefined && hasRow(manifest, row)
    },
    /** The person, if in scope: absent and out of scope look the same. */
    async findPerson(personId: string, scope: PersonScope): Promise<Person | undefined> {
      const person = await find(registryKeys.person(personId), storedPerson)
      return person && scope(person) ? person : undefined
    },
    /** The receipt of an earlier try, for a command that today's rules would no longer take. */
    async findEarlier(intakeId: string, contentHash: string): Promise<IntakeOutcome | undefined> {
      const earlier = await find(registryKeys.receipt(intakeId), storedReceipt)
      return earlier && sameOrReused(earlier, contentHash)
    },
  }
}
export type IntakeStore = ReturnType<typeof intakeStore>

/** What the guards that failed mean, the first cause before the others. */
function refusalIn(failed: Failed<Guard>, { receipt, person }: IntakeCommit): IntakeOutcome {
  const earlier = failed.find(({ guard }) => guard === 'receipt')?.old
  if (earlier) return sameOrReused(readStored(storedReceipt, earlier), receipt.contentHash)
  if (failed.some(({ guard }) => guard === 'slot')) return { refusal: 'row-already-taken' }
  if (failed.some(({ guard }) => guard === 'number')) return { refusal: 'number-taken' }
  if (failed.some(({ guard }) => guard === 'person'))
    return { refusal: person.seenRevision === undefined ? 'identifier-reused' : 'revision-stale' }
  const ofDraws = refusalOfDraws(failed)
  if (ofDraws !== undefined) return ofDraws
  throw new Error(`intake refused by ${failed.map(({ guard }) => guard).join(', ')}`)
}

const linesOf = (draws: readonly Draw[]) => draws.map(({ grant: { item, quantity } }) => ({ item, quantity }))

/** What was given and what is disputed, told apart. */
function handedOver(draws: readonly Draw[]): Pick<StoredReceipt, 'granted' | 'disputed'> {
  const disputed = draws.filter(({ dispute }) => dispute !== undefined)
  return {
    granted: linesOf(draws.filter(({ dispute }) => dispute === undefined)),
    ...(disputed.length === 0 ? {} : { disputed: linesOf(disputed) }),
  }
}

const receiptOf = ({ receipt }: Pick<IntakeCommit, 'receipt'>, draws: readonly Draw[]): StoredReceipt => ({
  ...receipt,
  ...handedOver(draws),
})

const sameOrReused = (earlier: StoredReceipt, contentHash: string): IntakeOutcome =>
  earlier.contentHash === contentHash ? { stored: earlier } : { refusal: 'identifier-reused' }

/** The writes of one intake in the order of their guards; the benchmark weighs these very items. */
export function intakeWrites(
  tables: IntakeTables,
  intake: Omit<IntakeCommit, 'sourcing'>,
  draws: readonly Draw[],
): GuardedWrite<Guard>[] {
  const { returnEvent, words } = intake
  const slot = countedSlot({ row: returnEvent.row, id: returnEvent.returnEventId })
  return [
    {
      guard: 'receipt',
      write: putNew(tables.registry, registryKeys.receipt(returnEvent.returnEventId), {
        schemaVersion: 1,
        ...receiptOf(intake, draws),
      }),
    },
    {
      guard: 'slot',
      write: putNew(tables.registry, registryKeys.counted(returnEvent.batchId, slot), {
        schemaVersion: 1,
        ...returnEvent,
        ...handedOver(draws),
      }),
    },
    {
      guard: 'number',
      write: putNew(tables.registry, registryKeys.displayNumber(returnEvent.displayNumber), {
        schemaVersion: 1,
        personId: returnEvent.personId,
        returnEventId: returnEvent.returnEventId,
        ...(words && { words, ...wordsLookup(words, returnEvent) }),
      } satisfies StoredNumber & { schemaVersion: number }),
    },
    { guard: 'person', write: personWrite(tables.registry, intake.person) },
    ...(intake.version
      ? [{ guard: 'version', write: versionKept(tables.registry, intake.version) } satisfies GuardedWrite<Guard>]
      : []),
    ...draws.flatMap(draw => drawWrites(tables.ledger, draw)),
    ...intake.tasks.map((task): GuardedWrite<Guard> => ({ guard: 'task', write: raiseTask(tables.registry, task) })),
    ...intake.audit.map((entry): GuardedWrite<Guard> => ({ guard: 'audit', write: entry })),
  ]
}

function personWrite(table: string, { now, seenRevision }: IntakeCommit['person']): TransactWriteItem {
  const key = registryKeys.person(now.personId)
  const found = personLookup(now.personId, now.fast)
  if (seenRevision === undefined) return putNew(table, key, { schemaVersion: 1, ...now, ...found })
  const { personId: _, ...changed } = now
  return change(table, key, {
    set: { ...changed, ...found },
    when: '#revision = :seen',
    values: { seen: seenRevision },
  })
}
