/** Persons as the registry keeps them: found by name, read under a scope, and the one transaction of a completion. */
import { type DynamoDBClient, paginateQuery, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type NewTask, raiseTask, storedTask, type Task } from '../follow-up/task-record.ts'
import { type ReturnEvent, type StoredNumber, storedNumber, storedReturnEvent } from '../intake/return-event.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll, latestLookedUp, queryAll } from '../platform/reads.ts'
import { readStored, type Stored, type StoredShape, storedShape, toStored } from '../platform/stored.ts'
import { type Key, lookupKeys, personVersionPrefix, registryKeys } from '../platform/tables.ts'
import { change, type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import type { CompletionDecision } from './completion.ts'
import type { PersonScope } from './person-access.ts'
import type { BasicFacts, ClearedField, FullTier } from './person-fields.ts'
import {
  type Person,
  type PersonLookup,
  personIdOfWords,
  personLookup,
  personOfLookup,
  type ReturnReference,
  storedPerson,
} from './person-record.ts'
import type { Correction } from './person-tasks.ts'
import { correctionWrite, mostCorrections } from './person-tasks-store.ts'
import { type PersonVersion, storedPersonVersion, versionKept } from './person-version.ts'

const storedCompletion = storedShape(1, () => z.object({ contentHash: z.string(), receivedAt: z.string() }))
export type Completion = Stored<typeof storedCompletion>

export interface CompletionCommit extends Completion {
  readonly personId: string
  readonly completionId: string
  readonly returned: ReturnReference
  readonly otherReturns: readonly ReturnReference[]
  readonly said: FullTier
  readonly basic: BasicFacts | undefined
  readonly cleared: readonly ClearedField[] | undefined
  /** What the record said before; undefined where this only adds. */
  readonly version: PersonVersion | undefined
  readonly officerId: string
  readonly deviceTime: string
  /** The revision that the officer saw, which is the one that was judged. */
  readonly seenRevision: number
  readonly decision: CompletionDecision
  readonly newTasks: readonly NewTask[]
  /** What stands and must follow: above all whom the person has ruled out since. Past one transaction left to `settle`. */
  readonly corrections: readonly Correction[]
}

/** As many as a person can look through. */
const mostOfWords = 20

export type CompletionOutcome = 'stored' | { readonly earlier: Completion } | 'revision-stale' | 'task-moved-meanwhile'

export const personStore = (database: DynamoDBClient, table: string) => {
  const find = <T>(key: Key, shape: StoredShape<T>) => findStored(database, table, key, shape)

  return {
    /** The person, if in scope: absent and out of scope look the same. */
    async findPerson(personId: string, scope: PersonScope): Promise<Person | undefined> {
      const person = await find(registryKeys.person(personId), storedPerson)
      return person && scope(person) ? person : undefined
    },

    /** Everybody stored under a folded name, as far as the key of the index tells: no record is read, nobody is shown. */
    async lookUpName(nameKey: string): Promise<PersonLookup[]> {
      const found: PersonLookup[] = []
      const pages = paginateQuery(
        { client: database },
        {
          TableName: table,
          IndexName: 'lookup',
          KeyConditionExpression: 'lookupKey = :name',
          ExpressionAttributeValues: toStored({ ':name': lookupKeys.name(nameKey) }),
        },
      )
      for await (const { Items = [] } of pages) {
        for (const item of Items) found.push(personOfLookup(item['lookupOrder']?.S ?? ''))
      }
      return found
    },

    /** Whose slip has this number, as it is kept. */
    findByNumber: (displayNumber: string): Promise<StoredNumber | undefined> =>
      find(registryKeys.displayNumber(displayNumber), storedNumber),

    /** Who took the words at a post instead of a slip, the latest first, as far as the key of the index tells. */
    async findByWords(post: string, words: readonly string[], scope: Scope): Promise<string[] | undefined> {
      if (!covers(scope, post)) return undefined
      const items = await latestLookedUp(database, table, lookupKeys.words(post, words), mostOfWords)
      return [...new Set(items.map(item => personIdOfWords(item['lookupOrder']?.S ?? '')))]
    },

    /** Those of the ids that are in scope, in no order. */
    async findPersons(personIds: readonly string[], scope: PersonScope): Promise<Person[]> {
      const items = await getAll(database, table, personIds.map(registryKeys.person))
      return items.map(item => readStored(storedPerson, item)).filter(scope)
    },

    /** What the record of a person in hand said before it was changed, the latest first. */
    async versionsOf({ personId }: Pick<Person, 'personId'>): Promise<PersonVersion[]> {
      const { pk } = registryKeys.person(personId)
      const items = await queryAll(database, table, { pk, prefix: personVersionPrefix })
      return items.map(item => readStored(storedPersonVersion, item)).reverse()
    },

    /** The return event of a person in hand. */
    async getReturnEvent({ batchId, slot }: ReturnReference): Promise<ReturnEvent> {
      const returnEvent = await find(registryKeys.counted(batchId, slot), storedReturnEvent)
      if (!returnEvent) throw new Error('a person refers to a return event that is not there')
      return returnEvent
    },

    /** An earlier try of a command. Whoever has its id and content has sent it. */
    findCompletion: (personId: string, completionId: string): Promise<Completion | undefined> =>
      find(registryKeys.completion(personId, completionId), storedCompletion),

    /** Those of the tasks that stand already. */
    async standing(taskIds: readonly string[]): Promise<Task[]> {
      return (await getAll(database, table, taskIds.map(registryKeys.task))).map(item => readStored(storedTask, item))
    },

    async complete(commit: CompletionCommit, audit: TransactWriteItem): Promise<CompletionOutcome> {
      const outcome = await transact(database, completionWrites(table, commit, audit))
      if (outcome.committed) return 'stored'
      const failed = (guard: Guard) => outcome.failed.find(each => each.guard === guard)
      const earlier = failed('completion')?.old
      if (earlier) return { earlier: readStored(storedCompletion, earlier) }
      if (failed('person')) return 'revision-stale'
      if (failed('task') || failed('correction')) return 'task-moved-meanwhile'
      throw new Error('the return event is not there')
    },
  }
}
export type PersonStore = ReturnType<typeof personStore>

type Guard = 'completion' | 'person' | 'version' | 'return' | 'task' | 'correction' | 'audit'

function completionWrites(table: string, commit: CompletionCommit, audit: TransactWriteItem): GuardedWrite<Guard>[] {
  const { completionId, returned, decision, personId, contentHash, receivedAt, officerId, deviceTime } = commit
  const { said, basic, cleared, version, otherReturns } = commit
  const { fast, full, copied, caregiverClaimedBy, returns, vulnerability, priority } = decision
  const kept = {
    completionId,
    personId,
    contentHash,
    receivedAt,
    officerId,
    deviceTime,
    said,
    basic,
    cleared,
    schemaVersion: 1,
  }
  const changeReturn = ({ batchId, slot }: ReturnReference, set: Record<string, unknown>): GuardedWrite<Guard> => ({
    guard: 'return',
    write: change(table, registryKeys.counted(batchId, slot), { set, when: 'attribute_exists(pk)' }),
  })
  const ofOthers = copied && { sex: copied.sex, birthYear: copied.birthYear }
  const others = ofOthers ? otherReturns.map(each => changeReturn(each, ofOthers)) : []
  const room = mostCorrections - commit.newTasks.length - others.length
  return [
    { guard: 'completion', write: putNew(table, registryKeys.completion(personId, completionId), kept) },
    {
      guard: 'person',
      write: change(table, registryKeys.person(personId), {
        set: { fast, full, caregiverClaimedBy, returns, ...personLookup(personId, fast) },
        when: '#revision = :seen',
        values: { seen: commit.seenRevision },
      }),
    },
    ...(version ? [{ guard: 'version', write: versionKept(table, version) } satisfies GuardedWrite<Guard>] : []),
    changeReturn(returned, { vulnerability, priority, ...copied }),
    ...others,
    ...commit.newTasks.map((task): GuardedWrite<Guard> => ({ guard: 'task', write: raiseTask(table, task) })),
    ...commit.corrections.slice(0, room).map(
      (correction): GuardedWrite<Guard> => ({
        guard: 'correction',
        write: correctionWrite(table, correction, { commandId: completionId, at: receivedAt }),
      }),
    ),
    { guard: 'audit', write: audit },
  ]
}
