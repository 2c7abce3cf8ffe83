/** Putting events on a bus. */
import * as z from 'zod/mini'
import type { Bus } from '../events/bus.ts'
import type { AwsService } from './gateway.ts'
import { jsonAnswer, operationOf, readInput } from './json-call.ts'
import type { Permissions } from './permissions.ts'
import { AwsRefusal, accessDenied, jsonRefusal } from './refusal.ts'

export interface EventBridgeOptions {
  /** Bus name to ARN. */
  readonly buses: ReadonlyMap<string, string>
  readonly bus: Bus
  readonly permissions: Permissions
}

const Entry = z.object({
  EventBusName: z._default(z.string(), 'default'),
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
  Resources: z._default(z.array(z.string()), []),
  /** Seconds since 1970. */
  Time: z.optional(z.number()),
})
const PutEventsInput = z.object({ Entries: z.array(Entry).check(z.minLength(1), z.maxLength(10)) })

type EntryResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string }

export function eventBridgeService({ buses, bus, permissions }: EventBridgeOptions): AwsService {
  async function put(entry: z.infer<typeof Entry>, name: string): Promise<EntryResult> {
    let detail: unknown
    try {
      detail = JSON.parse(entry.Detail)
    } catch {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
    }
    const time = entry.Time === undefined ? new Date() : new Date(entry.Time * 1000)
    const EventId = await bus.put({
      bus: name,
      source: entry.Source,
      detailType: entry.DetailType,
      detail,
      resources: entry.Resources,
      time: `${time.toISOString().slice(0, 19)}Z`,
    })
    return { EventId }
  }

  return {
    refuse: jsonRefusal,
    async handle(call) {
      if (operationOf(call) !== 'PutEvents')
        throw new AwsRefusal('UnknownOperationException', `The local host knows no ${operationOf(call)} of EventBridge`)
      const { Entries } = readInput(PutEventsInput, call)
      const named = Entries.map(entry => ({ entry, name: entry.EventBusName.split('/').at(-1) ?? '' }))
      for (const { entry, name } of named) {
        const context = { 'events:source': entry.Source, 'events:detail-type': entry.DetailType }
        const ask = { action: 'events:PutEvents', resource: buses.get(name) ?? entry.EventBusName, context }
        if (!(await permissions.allows(call.principal, ask))) throw accessDenied(call.principal, ask)
      }
      const results = await Promise.all(named.map(({ entry, name }) => put(entry, name)))
      return jsonAnswer({
        FailedEntryCount: results.filter(result => 'ErrorCode' in result).length,
        Entries: results,
      })
    },
  }
}
