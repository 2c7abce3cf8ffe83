/** The event bus: others learn there that a task moved. */
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { TaskEvent } from './task-events.ts'

/** The most entries one call takes. */
const mostEntries = 10

export const eventSource = 'kamohelo'

export interface BusGateway {
  /** Publishes in order. The first event the bus did not take, counted from 0; undefined where it took them all. */
  publish(events: readonly TaskEvent[]): Promise<number | undefined>
}

export const busGateway = (client: EventBridgeClient, busName: string): BusGateway => ({
  async publish(events) {
    for (let start = 0; start < events.length; start += mostEntries) {
      const entries = events.slice(start, start + mostEntries).map(({ name, detail }) => ({
        EventBusName: busName,
        Source: eventSource,
        DetailType: name,
        Detail: JSON.stringify(detail),
      }))
      const answer = await client.send(new PutEventsCommand({ Entries: entries }))
      // The call succeeds even where single entries failed.
      if ((answer.FailedEntryCount ?? 0) > 0) {
        const first = (answer.Entries ?? []).findIndex(entry => entry.ErrorCode !== undefined)
        return start + Math.max(first, 0)
      }
    }
    return undefined
  },
})
