/** The buses: which rules an event meets, and its delivery to their targets, at least once, by leave of their policies. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Permissions } from '../aws/permissions.ts'
import { type DurableQueue, openDurableQueue } from '../durable-queue.ts'
import type { HostedRule, HostedTarget } from '../template/rules.ts'
import { matchesPattern } from './pattern.ts'
import { targetInput } from './target-input.ts'

export interface NewEvent {
  readonly bus: string
  readonly source: string
  readonly detailType: string
  readonly detail: unknown
  readonly resources: readonly string[]
  readonly time: string
}

export interface Bus {
  /** Resolves with the event's id once no target can miss it. */
  put(event: NewEvent): Promise<string>
  /** Gives a rule's targets an event that came on no bus: its schedule's. */
  fire(rule: HostedRule, event: object): Promise<void>
  waiting(): number
  stop(): Promise<void>
}

/** Hands a text to a function, topic or queue; rejects where that fails and may be tried again. */
export type Deliver = (targetArn: string, input: string) => Promise<void>

export interface BusOptions {
  readonly rules: readonly HostedRule[]
  readonly account: string
  readonly region: string
  readonly permissions: Permissions
  readonly dataFolder: string
  readonly deliver: Deliver
  onWarning(message: string, fields: Record<string, unknown>): void
}

const retryAfterMilliseconds = [500, 2000]

const actions: Readonly<Record<string, string>> = {
  lambda: 'lambda:InvokeFunction',
  sns: 'sns:Publish',
  sqs: 'sqs:SendMessage',
}

const Delivery = z.object({
  ruleArn: z.string(),
  targetArn: z.string(),
  deadLetterArn: z.optional(z.string()),
  input: z.string(),
})

export async function openBus(options: BusOptions): Promise<Bus> {
  const { rules, account, region, permissions, dataFolder, deliver, onWarning } = options
  for (const rule of rules)
    for (const { Arn } of rule.targets)
      if (actions[Arn.split(':')[2] ?? ''] === undefined)
        throw new Error(`the local host cannot deliver to ${Arn}, a target of ${rule.name}`)

  async function deliverAllowed(message: unknown): Promise<void> {
    const { ruleArn, targetArn, input } = Delivery.parse(message)
    const action = actions[targetArn.split(':')[2] ?? ''] ?? ''
    const ask = { action, resource: targetArn, context: { 'aws:SourceArn': ruleArn, 'aws:SourceAccount': account } }
    if (!(await permissions.allows({ kind: 'service', service: 'events.amazonaws.com' }, ask)))
      throw new Error(`the policy of ${targetArn} does not let ${ruleArn} do ${action}`)
    await deliver(targetArn, input)
  }

  const queue: DurableQueue = await openDurableQueue({
    folder: join(dataFolder, 'queues', 'events'),
    retryAfterMilliseconds,
    deliver: deliverAllowed,
    async onGivenUp(message, error) {
      const { deadLetterArn, ruleArn, targetArn, input } = Delivery.parse(message)
      onWarning('event-not-delivered', { ruleArn, targetArn, error: String(error) })
      if (deadLetterArn !== undefined) await deliver(deadLetterArn, input)
    },
  })

  async function toTargets(rule: HostedRule, event: object): Promise<void> {
    const push = (target: HostedTarget): Promise<void> =>
      queue.push({
        ruleArn: rule.arn,
        targetArn: target.Arn,
        input: targetInput(target, event, rule.arn),
        ...(target.DeadLetterConfig?.Arn === undefined ? {} : { deadLetterArn: target.DeadLetterConfig.Arn }),
      })
    await Promise.all(rule.targets.map(push))
  }

  return {
    async put({ bus, source, detailType, detail, resources, time }) {
      const id = randomUUID()
      const event = { version: '0', id, 'detail-type': detailType, source, account, time, region, resources, detail }
      const met = rules.filter(rule => rule.bus === bus && rule.pattern && matchesPattern(rule.pattern, event))
      await Promise.all(met.map(rule => toTargets(rule, event)))
      return id
    },
    fire: toTargets,
    waiting: queue.waiting,
    stop: queue.stop,
  }
}
