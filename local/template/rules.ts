/** Event buses of the template and the rules on them. */
import * as z from 'zod/mini'
import { TargetInput } from '../events/target-input.ts'
import type { Template } from './template.ts'

const Target = z.extend(TargetInput, {
  Id: z.string(),
  Arn: z.string(),
  DeadLetterConfig: z.optional(z.object({ Arn: z.optional(z.string()) })),
})

const RuleProperties = z.object({
  EventBusName: z._default(z.string(), 'default'),
  EventPattern: z.optional(z.record(z.string(), z.unknown())),
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z._default(z.array(Target), []),
})

export type HostedTarget = z.infer<typeof Target>

export interface HostedRule {
  readonly arn: string
  readonly name: string
  /** Name of the bus, never its ARN. */
  readonly bus: string
  readonly pattern?: Readonly<Record<string, unknown>>
  readonly schedule?: string
  readonly targets: readonly HostedTarget[]
}

const busName = (nameOrArn: string): string => nameOrArn.split('/').at(-1) ?? nameOrArn

/** Every rule that is switched on. */
export function readRules(template: Template): readonly HostedRule[] {
  return template.declared('AWS::Events::Rule').flatMap(declared => {
    const { EventBusName, EventPattern, ScheduleExpression, State, Targets } = RuleProperties.parse(declared.properties)
    if (State !== 'ENABLED') return []
    return [
      {
        arn: declared.attribute('Arn'),
        name: declared.ref,
        bus: busName(EventBusName),
        targets: Targets,
        ...(EventPattern === undefined ? {} : { pattern: EventPattern }),
        ...(ScheduleExpression === undefined ? {} : { schedule: ScheduleExpression }),
      },
    ]
  })
}

/** Bus name to its ARN, the account's own bus included. */
export function readBuses(template: Template): ReadonlyMap<string, string> {
  const own = `arn:aws:events:${template.region}:${template.account}:event-bus/default`
  const declared = template.declared('AWS::Events::EventBus')
  return new Map([['default', own], ...declared.map((bus): [string, string] => [bus.ref, bus.attribute('Arn')])])
}
