/** Reads and writes of the zone's own table. Only the protection function's role may. */
import { type DynamoDBClient, GetItemCommand, paginateQuery, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Scope } from '../platform/permissions.ts'
import { getAll } from '../platform/reads.ts'
import { readStored, type StoredAttributes, toStored } from '../platform/stored.ts'
import { indexes, type Key, protectionKeys, protectionQueues } from '../platform/tables.ts'
import { change, putNew, transact } from '../platform/transaction.ts'
import { stateAfter, whileStateAllows } from '../platform/transitions.ts'
import type { SealedEnvelope } from '../screening/sealed-envelope.ts'
import { readSealedRecord, type SealedRecord } from '../screening/sealed-record.ts'
import {
  type ArrivedScreen,
  type Decision,
  newScreen,
  type Screen,
  storedDecision,
  storedScreen,
} from './screen-record.ts'
import { type DecisionWord, routeAfter, screenTransitions } from './screen-transitions.ts'

export interface DecisionToKeep {
  readonly screen: Screen
  readonly decisionId: string
  readonly decision: DecisionWord
  /** The revision of the screen that the officer saw. */
  readonly revision: number
  /** The officer's words, sealed. */
  readonly envelope: SealedEnvelope
  readonly receivedAt: string
}

export type DecisionOutcome = 'kept' | { readonly earlier: Decision } | 'revision-stale' | 'task-finished'

const [{ name: workIndex }] = indexes.protection

export const screenStore = (database: DynamoDBClient, table: string) => {
  async function find(key: Key): Promise<StoredAttributes | undefined> {
    const { Item } = await database.send(
      new GetItemCommand({ TableName: table, Key: toStored({ ...key }), ConsistentRead: true }),
    )
    return Item
  }

  return {
    /** Undefined once it is stored; else what stands under that id already. */
    async takeIn(arrived: ArrivedScreen, audit: TransactWriteItem): Promise<Screen | undefined> {
      const item = { schemaVersion: storedScreen.version, ...newScreen(arrived) }
      const outcome = await transact(database, [
        { guard: 'screen', write: putNew(table, protectionKeys.screen(arrived.screenId), item) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return undefined
      const standing = outcome.failed.find(({ guard }) => guard === 'screen')?.old
      if (!standing) throw new Error('the entry of this opening was already written')
      return readStored(storedScreen, standing)
    },

    /** What was handed over under this id; undefined where it is no envelope. */
    async findSealed(sealedId: string): Promise<SealedRecord | undefined> {
      const item = await find(protectionKeys.sealed(sealedId))
      return item && readSealedRecord(item)
    },

    async findScreen(screenId: string, scope: Scope): Promise<Screen | undefined> {
      if (scope.reach !== 'everywhere') return undefined
      const item = await find(protectionKeys.screen(screenId))
      return item && readStored(storedScreen, item)
    },

    /** What waits for an officer, earliest due first; the worklist may lag behind a change by a moment. */
    async listWaiting(scope: Scope): Promise<Screen[]> {
      if (scope.reach !== 'everywhere') return []
      const keys: Key[] = []
      const pages = paginateQuery(
        { client: database },
        {
          TableName: table,
          IndexName: workIndex,
          KeyConditionExpression: 'workQueue = :waiting',
          ExpressionAttributeValues: toStored({ ':waiting': protectionQueues.waiting }),
        },
      )
      for await (const page of pages)
        for (const { pk, sk } of page.Items ?? []) if (pk?.S && sk?.S) keys.push({ pk: pk.S, sk: sk.S })
      const screens = (await getAll(database, table, keys)).map(item => readStored(storedScreen, item))
      return screens.filter(({ state }) => state === 'OPEN')
    },

    async decide(
      { screen, decisionId, decision, revision, envelope, receivedAt }: DecisionToKeep,
      audit: TransactWriteItem,
    ): Promise<DecisionOutcome> {
      const state = stateAfter(screenTransitions, decision, screen.state) ?? screen.state
      const allowed = whileStateAllows(screenTransitions, decision)
      const outcome = await transact(database, [
        {
          guard: 'decision',
          write: putNew(table, protectionKeys.decision(screen.screenId, decisionId), {
            schemaVersion: storedDecision.version,
            decisionId,
            envelope,
            receivedAt,
          }),
        },
        {
          guard: 'screen',
          write: change(table, protectionKeys.screen(screen.screenId), {
            set: {
              state,
              route: routeAfter(decision, screen.route),
              ...(state === 'DECIDED' ? { workQueue: protectionQueues.kept } : {}),
            },
            when: `#revision = :seen AND ${allowed.when}`,
            values: { ...allowed.values, seen: revision },
          }),
        },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return 'kept'
      const old = new Map(outcome.failed.map(failure => [failure.guard, failure.old]))
      const earlier = old.get('decision')
      if (earlier) return { earlier: readStored(storedDecision, earlier) }
      const standing = old.get('screen')
      if (!standing) throw new Error('a screen is gone')
      return readStored(storedScreen, standing).state === 'DECIDED' ? 'task-finished' : 'revision-stale'
    },
  }
}
export type ScreenStore = ReturnType<typeof screenStore>
