import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { describe, expect, it } from 'vitest'
import { busGateway } from '../../../functions/dispatch/bus-gateway.ts'
import type { TaskEvent } from '../../../functions/dispatch/task-events.ts'

const anEvent = (index: number): TaskEvent => ({
  name: 'task.raised',
  detail: { place: 'LS-C', family: 'VISIT', dueAt: '2026-12-20T08:00:00.000Z', eventId: `event-${index}` },
})

/** A bus that does not take the entries with these ids, and keeps what it was sent. */
function busRefusing(...refused: string[]) {
  const calls: PutEventsCommand['input'][] = []
  const send = async ({ input }: PutEventsCommand) => {
    calls.push(input)
    const entries = (input.Entries ?? []).map(({ Detail }) =>
      refused.includes(JSON.parse(Detail ?? '').eventId) ? { ErrorCode: 'ThrottlingException' } : { EventId: 'taken' },
    )
    return { FailedEntryCount: entries.filter(entry => 'ErrorCode' in entry).length, Entries: entries }
  }
  return { calls, bus: busGateway({ send } as unknown as EventBridgeClient, 'kamohelo-bus') }
}

describe('the bus', () => {
  it('is told in tens, in order, under our source', async () => {
    const { bus, calls } = busRefusing()
    expect(await bus.publish(Array.from({ length: 23 }, (_, index) => anEvent(index)))).toBeUndefined()
    expect(calls.map(({ Entries = [] }) => Entries.length)).toEqual([10, 10, 3])
    expect(calls[2]?.Entries?.[2]).toEqual({
      EventBusName: 'kamohelo-bus',
      Source: 'kamohelo',
      DetailType: 'task.raised',
      Detail: JSON.stringify(anEvent(22).detail),
    })
  })

  it('names the first event it did not take, and is told nothing after that call', async () => {
    const { bus, calls } = busRefusing('event-13', 'event-15')
    expect(await bus.publish(Array.from({ length: 30 }, (_, index) => anEvent(index)))).toBe(13)
    expect(calls).toHaveLength(2)
  })

  it('is not called for nothing', async () => {
    const { bus, calls } = busRefusing()
    expect(await bus.publish([])).toBeUndefined()
    expect(calls).toEqual([])
  })
})
