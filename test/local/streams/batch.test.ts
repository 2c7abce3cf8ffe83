import { describe, expect, it } from 'vitest'
import type { InvocationOutcome } from '../../../local/lambda/runner.ts'
import { type BatchRules, deliverBatch } from '../../../local/streams/batch.ts'
import type { StreamRecord } from '../../../local/streams/stream-client.ts'

const record = (sequence: number): StreamRecord => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(sequence) },
})
const records = (count: number): StreamRecord[] => Array.from({ length: count }, (_, index) => record(index + 1))
const numbers = (event: string): string[] =>
  JSON.parse(event).Records.map(({ dynamodb }: StreamRecord) => dynamodb.SequenceNumber)

const crash: InvocationOutcome = { error: { errorType: 'Error', errorMessage: 'on purpose', trace: [] } }
const failedAt = (sequence: string): InvocationOutcome => ({
  result: JSON.stringify({ batchItemFailures: [{ itemIdentifier: sequence }] }),
})

async function deliver(count: number, rules: BatchRules, answer: (sequences: string[]) => InvocationOutcome) {
  const invoked: string[][] = []
  const givenUp: string[] = []
  let done = '0'
  await deliverBatch(records(count), {
    rules,
    signal: new AbortController().signal,
    async invoke(event) {
      invoked.push(numbers(event))
      return answer(numbers(event))
    },
    async onDone(last) {
      expect(Number(last.dynamodb.SequenceNumber)).toBeGreaterThan(Number(done))
      done = last.dynamodb.SequenceNumber
    },
    async onGivenUp(given) {
      givenUp.push(...given.map(({ dynamodb }) => dynamodb.SequenceNumber))
    },
  })
  return { invoked, givenUp, done }
}

const all = { bisect: true, partialResponses: true, maxRetries: 1 }

describe('a batch of a stream', () => {
  it('is done at once where nothing fails', async () => {
    const outcome = await deliver(3, all, () => ({ result: 'null' }))
    expect(outcome).toEqual({ invoked: [['1', '2', '3']], givenUp: [], done: '3' })
  })

  it('is tried again from the first failed record on', async () => {
    let failures = 1
    const outcome = await deliver(4, all, () => (failures-- > 0 ? failedAt('3') : { result: '{}' }))
    expect(outcome.invoked).toEqual([
      ['1', '2', '3', '4'],
      ['3', '4'],
    ])
    expect(outcome).toMatchObject({ givenUp: [], done: '4' })
  })

  it.each([
    ['reported', (sequences: string[]) => (sequences.includes('5') ? failedAt('5') : { result: '{}' })],
    ['crashing', (sequences: string[]) => (sequences.includes('5') ? crash : { result: '{}' })],
  ])('gives up one poisoned record and no other: %s', async (_how, answer) => {
    const outcome = await deliver(9, all, answer)
    expect(outcome).toMatchObject({ givenUp: ['5'], done: '9' })
    const healthy = outcome.invoked.filter(batch => !batch.includes('5')).flat()
    expect(new Set([...healthy, '1', '2', '3', '4'])).toEqual(new Set(['1', '2', '3', '4', '6', '7', '8', '9']))
  })

  it('is given up as a whole where it may not be split', async () => {
    const outcome = await deliver(3, { ...all, bisect: false }, () => crash)
    expect(outcome.invoked).toHaveLength(2)
    expect(outcome.givenUp).toEqual(['1', '2', '3'])
  })

  it('ignores what a function answers that was not asked to report', async () => {
    const outcome = await deliver(2, { ...all, partialResponses: false }, () => failedAt('1'))
    expect(outcome).toMatchObject({ givenUp: [], done: '2' })
  })

  it('takes a report that names no record of the batch as a failure of all', async () => {
    const outcome = await deliver(1, all, () => failedAt('nonsense'))
    expect(outcome.givenUp).toEqual(['1'])
  })

  it('stops where it stands when the host stops, and counts nothing as done', async () => {
    const stopping = new AbortController()
    const done: string[] = []
    const delivery = deliverBatch(records(2), {
      rules: { bisect: false, partialResponses: false },
      signal: stopping.signal,
      async invoke() {
        stopping.abort()
        return crash
      },
      async onDone(last) {
        done.push(last.dynamodb.SequenceNumber)
      },
      async onGivenUp() {},
    })
    await expect(delivery).rejects.toThrow()
    expect(done).toEqual([])
  })
})
