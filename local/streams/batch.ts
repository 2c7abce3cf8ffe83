/** Gives a batch of stream records to a function until it is done or given up, as an event source mapping does. */
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import type { InvocationOutcome } from '../lambda/runner.ts'
import type { StreamRecord } from './stream-client.ts'

export interface BatchRules {
  readonly bisect: boolean
  readonly partialResponses: boolean
  readonly maxRetries?: number
}

export interface BatchOptions {
  readonly rules: BatchRules
  invoke(event: string): Promise<InvocationOutcome>
  /** Told after each part that needs no further attempt, in order. */
  onDone(last: StreamRecord): Promise<void>
  /** Records tried as often as the mapping says. */
  onGivenUp(records: readonly StreamRecord[], error: string): Promise<void>
  readonly signal: AbortSignal
}

const firstWaitMilliseconds = 100
const longestWaitMilliseconds = 5000

const BatchResponse = z.object({
  batchItemFailures: z.optional(z.nullable(z.array(z.object({ itemIdentifier: z.optional(z.string()) })))),
})

/** How many records from the front are done, and why not all. */
interface Progress {
  readonly done: number
  readonly error?: string
}

function progressOf(outcome: InvocationOutcome, records: readonly StreamRecord[], partial: boolean): Progress {
  if ('error' in outcome) return { done: 0, error: `${outcome.error.errorType}: ${outcome.error.errorMessage}` }
  if (!partial) return { done: records.length }
  const parsed = BatchResponse.safeParse(JSON.parse(outcome.result) ?? {})
  if (!parsed.success) return { done: 0, error: 'the function answered with no batch response' }
  const failures = parsed.data.batchItemFailures ?? []
  if (failures.length === 0) return { done: records.length }
  // A failure that names no record of the batch means that all of it failed.
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  )
  return { done: Math.max(0, Math.min(...places)), error: 'the function reported a failed record' }
}

/** Rejects only where the signal stops it; then nothing after the last `onDone` counts as delivered. */
export async function deliverBatch(all: readonly StreamRecord[], options: BatchOptions): Promise<void> {
  const { rules, invoke, onDone, onGivenUp, signal } = options
  const maxRetries = rules.maxRetries ?? Number.POSITIVE_INFINITY

  async function deliver(batch: readonly StreamRecord[]): Promise<void> {
    let left = batch
    for (let retries = 0; ; retries += 1) {
      const { done, error } = progressOf(await invoke(JSON.stringify({ Records: left })), left, rules.partialResponses)
      signal.throwIfAborted()
      const last = left[done - 1]
      if (last !== undefined) await onDone(last)
      left = left.slice(done)
      const end = left.at(-1)
      if (end === undefined || error === undefined) return
      if (rules.bisect && left.length > 1 && (done === 0 || retries >= maxRetries)) {
        // One record must not take the healthy ones around it with it.
        const middle = Math.ceil(left.length / 2)
        await deliver(left.slice(0, middle))
        return deliver(left.slice(middle))
      }
      if (retries >= maxRetries) {
        await onGivenUp(left, error)
        return onDone(end)
      }
      await pause(Math.min(firstWaitMilliseconds * 2 ** retries, longestWaitMilliseconds), undefined, { signal })
    }
  }

  await deliver(all)
}
