/** Follows one stream for one function: reads, delivers, remembers how far it came; quick after a write, slow when idle. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoints.ts'
import { RecordsGone, type StreamClient, type StreamRecord, type StreamShard } from './stream-client.ts'

export interface FollowerOptions {
  readonly client: StreamClient
  /** The database's own name for the stream. */
  readonly streamArn: string
  readonly checkpointFile: string
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST'
  readonly batchSize: number
  /** How long records gather after a write before they are read. */
  readonly gatherMilliseconds: number
  /** Delivers in order; calls `onDone` after every part that is behind us. Rejects only when stopped. */
  deliver(
    records: readonly StreamRecord[],
    shardId: string,
    onDone: (last: StreamRecord) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>
  onFault(error: unknown): void
}

export interface Follower {
  /** Something was written to the table: look soon. */
  nudge(): void
  /** Resolves when everything written before has been delivered. */
  settled(): Promise<void>
  stop(): Promise<void>
}

type Page = Awaited<ReturnType<StreamClient['records']>>

/** For writes that did not pass our gateway, and clean-ups by time to live. */
const idleMilliseconds = 1000
const shardsKnownForMilliseconds = 30_000

export async function startFollower(options: FollowerOptions): Promise<Follower> {
  const { client, streamArn, checkpointFile, startingPosition, batchSize, gatherMilliseconds, deliver, onFault } =
    options
  const stopping = new AbortController()
  const iterators = new Map<string, string>()
  let shards: StreamShard[] = []
  let shardsReadAt = 0

  const kept = await readCheckpoint(checkpointFile, streamArn)
  const checkpoint: Checkpoint = kept ?? { streamArn, shards: {} }
  if (kept === undefined) {
    if (startingPosition === 'LATEST') await skipToEnd()
    await writeCheckpoint(checkpointFile, checkpoint)
  }

  /** LATEST means the end as it was when the mapping was first started, however often the host was stopped since. */
  async function skipToEnd(): Promise<void> {
    for (const { ShardId } of await client.shards(streamArn)) {
      let iterator: string | undefined = await client.iterator(streamArn, ShardId, 'TRIM_HORIZON')
      while (iterator !== undefined) {
        const { records, next }: Page = await client.records(iterator, 1000)
        const last = records.at(-1)
        if (last !== undefined) checkpoint.shards[ShardId] = { after: last.dynamodb.SequenceNumber, finished: false }
        iterator = records.length === 0 ? undefined : next
      }
    }
  }

  async function mark(shardId: string, change: { after?: string; finished?: true }): Promise<void> {
    checkpoint.shards[shardId] = { finished: false, ...checkpoint.shards[shardId], ...change }
    await writeCheckpoint(checkpointFile, checkpoint)
  }

  async function readShards(): Promise<void> {
    shards = await client.shards(streamArn)
    shardsReadAt = Date.now()
    const living = new Set(shards.map(({ ShardId }) => ShardId))
    for (const shardId of Object.keys(checkpoint.shards)) if (!living.has(shardId)) delete checkpoint.shards[shardId]
  }

  /** A shard is read after its parent, so that changes of one item stay in order. */
  const isNext = ({ ShardId, ParentShardId }: StreamShard): boolean =>
    checkpoint.shards[ShardId]?.finished !== true &&
    (ParentShardId === undefined ||
      checkpoint.shards[ParentShardId]?.finished === true ||
      !shards.some(shard => shard.ShardId === ParentShardId))

  async function iteratorOf(shardId: string): Promise<string> {
    const known = iterators.get(shardId)
    if (known !== undefined) return known
    const after = checkpoint.shards[shardId]?.after
    if (after === undefined) return client.iterator(streamArn, shardId, 'TRIM_HORIZON')
    try {
      return await client.iterator(streamArn, shardId, { after })
    } catch (error) {
      if (!(error instanceof RecordsGone)) throw error
      onFault(error) // stopped for longer than a stream keeps its records: go on with the oldest there is
      return client.iterator(streamArn, shardId, 'TRIM_HORIZON')
    }
  }

  /**
   * DynamoDB Local numbers the records of all tables in one sequence: an iterator taken while a shard was empty then
   * lies before its first record, and is refused as if records had been trimmed. Another one finds them.
   */
  async function readPage(shardId: string, iterator: string): Promise<Page> {
    try {
      return await client.records(iterator, batchSize)
    } catch (error) {
      if (!(error instanceof RecordsGone)) throw error
      iterators.delete(shardId)
      return client.records(await iteratorOf(shardId), batchSize)
    }
  }

  /**
   * Reads a shard until it is empty for now; unless somebody waits for that, only as long as its pages are full,
   * so that what trickles in gathers again. True where the shard came to its end and another may follow.
   */
  async function readShard(shardId: string, toTheEnd: boolean): Promise<boolean> {
    for (let iterator = await iteratorOf(shardId); !stopping.signal.aborted; ) {
      const { records, next }: Page = await readPage(shardId, iterator)
      if (records.length > 0) {
        const onDone = (last: StreamRecord): Promise<void> => mark(shardId, { after: last.dynamodb.SequenceNumber })
        await deliver(records, shardId, onDone, stopping.signal)
      }
      if (next === undefined) {
        iterators.delete(shardId)
        shardsReadAt = 0
        await mark(shardId, { finished: true })
        return true
      }
      iterators.set(shardId, next)
      iterator = next
      if (records.length === 0) return false
      if (records.length < batchSize && !toTheEnd) {
        nudged = true
        return false
      }
    }
    return false
  }

  async function readAll(toTheEnd: boolean): Promise<void> {
    for (let another = true; another && !stopping.signal.aborted; ) {
      if (Date.now() - shardsReadAt > shardsKnownForMilliseconds) await readShards()
      const readable = shards.filter(isNext)
      another = (await Promise.all(readable.map(({ ShardId }) => readShard(ShardId, toTheEnd)))).includes(true)
    }
  }

  let nudged = false
  let wake = (): void => {}
  let waiting: (() => void)[] = []

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      const served = waiting
      waiting = []
      nudged = false
      try {
        await readAll(served.length > 0)
        for (const settle of served) settle()
      } catch (error) {
        waiting.push(...served)
        iterators.clear() // what was fetched and not delivered is read again from the checkpoint
        if (error instanceof RecordsGone) shardsReadAt = 0
        if (stopping.signal.aborted) return
        onFault(error)
        await pause(idleMilliseconds)
      }
      if (waiting.length > 0) continue
      if (!nudged) await idle()
      if (nudged && waiting.length === 0 && !stopping.signal.aborted) await gather()
    }
  }

  /** Ends with the first nudge, or after the longest wait. */
  const idle = (): Promise<void> => untilWoken(idleMilliseconds)
  /** Lets a burst of writes come as one batch; whoever waits for us to settle does not wait for this. */
  const gather = (): Promise<void> => untilWoken(gatherMilliseconds)

  async function untilWoken(milliseconds: number): Promise<void> {
    const timer = new AbortController()
    const woken = new Promise<void>(resolve => {
      wake = resolve
    })
    await Promise.race([woken, pause(milliseconds, undefined, { signal: timer.signal })])
    timer.abort()
  }

  const following = follow()
  return {
    nudge() {
      if (!nudged) wake()
      nudged = true
    },
    settled: () =>
      new Promise(resolve => {
        waiting.push(resolve)
        wake()
      }),
    async stop() {
      stopping.abort()
      wake()
      await following
      for (const settle of waiting) settle()
    },
  }
}
