/** What is given after the intake, and what is asked for beyond the ceilings: each one transaction of the ledger. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { taskId } from '../follow-up/task-id.ts'
import { type NewTask, raiseTask, storedTask } from '../follow-up/task-record.ts'
import { isTaskTypeName, type TaskTypeName } from '../follow-up/task-types.ts'
import { findStored, getAll, queryAll } from '../platform/reads.ts'
import { readStored, type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys, registryKeys } from '../platform/tables.ts'
import { change, type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import { booksStore } from './books-store.ts'
import type { Sourcing } from './draw-sources.ts'
import type { ItemCode } from './items.ts'
import { type Draw, type DrawGuard, drawWrites } from './ledger-entries.ts'
import { answered, asked, type NewRequest, type Request, type RequestAnswer, storedRequest } from './request-record.ts'
import { type Failed, refusalOfDraws, settleDraws } from './settle-draws.ts'
import { SupportLine } from './support-line.ts'
import type { Helped } from './year-ceiling.ts'

export const storedGift = storedShape(1, () =>
  z.object({
    giftId: z.string(),
    contentHash: z.string(),
    receivedAt: z.string(),
    granted: z.array(SupportLine),
    disputed: z.array(SupportLine),
    revision: z.int(),
  }),
)
export type Gift = Omit<Stored<typeof storedGift>, 'revision'>

export interface GiftCommit {
  readonly gift: Omit<Gift, 'granted' | 'disputed'>
  readonly returnEventId: string
  readonly sourcing: Sourcing
  /** Where something is given that a year limits: the person's record as it was read, and what it says then. */
  readonly person: { readonly personId: string; readonly seen: number; readonly helped: readonly Helped[] } | undefined
  /** None of them stood when they were looked for. */
  readonly tasks: readonly NewTask[]
  readonly audit: readonly TransactWriteItem[]
}

/** Of one kind for one return: calls that tried again are counted among them. */
const mostOccurrences = 12

type Guard = 'gift' | 'request' | 'task' | 'person' | 'audit' | DrawGuard

export type GiftOutcome =
  | { readonly stored: Gift }
  | { readonly refusal: 'identifier-reused' | 'revision-stale' | 'request-answered' }
  | { readonly refusal: 'already-supported' | 'lease-exhausted' | 'not-eligible'; readonly items: readonly ItemCode[] }

const linesOf = (draws: readonly Draw[]) => draws.map(({ grant: { item, quantity } }) => ({ item, quantity }))

const giftOf = ({ gift }: GiftCommit, draws: readonly Draw[]): Gift => ({
  ...gift,
  granted: linesOf(draws.filter(({ dispute }) => dispute === undefined)),
  disputed: linesOf(draws.filter(({ dispute }) => dispute !== undefined)),
})

const sameGift = (earlier: Gift, contentHash: string): GiftOutcome =>
  earlier.contentHash === contentHash ? { stored: earlier } : { refusal: 'identifier-reused' }

export const givingStore = (
  database: DynamoDBClient,
  tables: { readonly registry: string; readonly ledger: string },
) => {
  const books = booksStore(database, tables.ledger)

  function refusalIn(failed: Failed<Guard>, { gift }: GiftCommit): GiftOutcome {
    const earlier = failed.find(({ guard }) => guard === 'gift')?.old
    if (earlier !== undefined) return sameGift(readStored(storedGift, earlier), gift.contentHash)
    if (failed.some(({ guard }) => guard === 'request')) return { refusal: 'request-answered' }
    if (failed.some(({ guard }) => guard === 'person' || guard === 'task')) return { refusal: 'revision-stale' }
    const ofDraws = refusalOfDraws(failed)
    if (ofDraws !== undefined) return ofDraws
    throw new Error(`gift refused by ${failed.map(({ guard }) => guard).join(', ')}`)
  }

  /** `also`: what is committed with it. */
  async function give(commit: GiftCommit, also: readonly GuardedWrite<'request'>[] = []): Promise<GiftOutcome> {
    const { gift, returnEventId, sourcing, person, tasks: raised, audit } = commit
    const writes = (draws: readonly Draw[]): GuardedWrite<Guard>[] => [
      {
        guard: 'gift',
        write: putNew(tables.ledger, ledgerKeys.gift(returnEventId, gift.giftId), {
          schemaVersion: 1,
          ...giftOf(commit, draws),
        }),
      },
      ...also,
      ...(person === undefined
        ? []
        : [
            {
              guard: 'person' as const,
              write: change(tables.registry, registryKeys.person(person.personId), {
                set: { helped: person.helped },
                when: '#revision = :seen',
                values: { seen: person.seen },
              }),
            },
          ]),
      ...draws.flatMap(draw => drawWrites(tables.ledger, draw)),
      ...raised.map(task => ({ guard: 'task' as const, write: raiseTask(tables.registry, task) })),
      ...audit.map(write => ({ guard: 'audit' as const, write })),
    ]
    const settled = await settleDraws<Guard>(books, sourcing, draws => transact(database, writes(draws)))
    if ('draws' in settled) return { stored: giftOf(commit, settled.draws) }
    return 'failed' in settled ? refusalIn(settled.failed, commit) : settled
  }

  return {
    give,
    standing: books.standing,
    findGift: (returnEventId: string, giftId: string): Promise<Gift | undefined> =>
      findStored(database, tables.ledger, ledgerKeys.gift(returnEventId, giftId), storedGift),

    /** Those of a return's tasks that nobody has before them yet; what was done before is asked once more, as the next of its kind. */
    async notUnderWay(returnEventId: string, tasks: readonly NewTask[]): Promise<readonly NewTask[]> {
      const idsOf = (type: TaskTypeName) =>
        Array.from({ length: mostOccurrences }, (_, before) => taskId(returnEventId, type, before + 1))
      const next = await Promise.all(
        tasks.map(async task => {
          const type = isTaskTypeName(task.type) ? task.type : undefined
          if (type === undefined) return []
          const ids = idsOf(type)
          const found = await getAll(database, tables.registry, ids.map(registryKeys.task))
          const standing = found.map(item => readStored(storedTask, item))
          const free = ids.findIndex(id => standing.every(one => one.taskId !== id))
          if (standing.some(({ state }) => state !== 'DONE') || free === -1) return []
          return [{ ...task, taskId: ids[free] ?? task.taskId, occurrence: free + 1 }]
        }),
      )
      return next.flat()
    },

    findRequest: (post: string, requestId: string): Promise<Request | undefined> =>
      findStored(database, tables.ledger, ledgerKeys.request(post, requestId), storedRequest),

    async requestsAt(post: string): Promise<readonly Request[]> {
      const { pk } = ledgerKeys.request(post, '')
      const found = await queryAll(database, tables.ledger, { pk, prefix: 'REQUEST#' })
      return found.map(item => readStored(storedRequest, item))
    },

    /** False where a request of this id stands there already. */
    async ask(post: string, request: NewRequest, audit: readonly TransactWriteItem[]): Promise<boolean> {
      const outcome = await transact<Guard>(database, [
        { guard: 'request', write: asked(tables.ledger, post, request) },
        ...audit.map(write => ({ guard: 'audit' as const, write })),
      ])
      return outcome.committed
    },

    /** False where it was answered meanwhile. */
    async refuse(
      post: string,
      requestId: string,
      answer: RequestAnswer,
      audit: readonly TransactWriteItem[],
    ): Promise<boolean> {
      const outcome = await transact<Guard>(database, [
        { guard: 'request', write: answered(tables.ledger, post, requestId, answer) },
        ...audit.map(write => ({ guard: 'audit' as const, write })),
      ])
      return outcome.committed
    },

    grant: (commit: GiftCommit, post: string, requestId: string, answer: RequestAnswer): Promise<GiftOutcome> =>
      give(commit, [{ guard: 'request', write: answered(tables.ledger, post, requestId, answer) }]),
  }
}
export type GivingStore = ReturnType<typeof givingStore>
